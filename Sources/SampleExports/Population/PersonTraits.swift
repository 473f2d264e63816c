/// What the inflow tells about a person besides the counted: where from, how old, where.
struct PersonTraits {
  private static let municipalities: [[String]] = [
    ["Mechelen", "Turnhout", "Lier", "Geel", "Heist-op-den-Berg", "Mol", "Boom", "Herentals"],
    ["Brussel", "Anderlecht", "Schaarbeek", "Sint-Jans-Molenbeek", "Elsene"],
    ["Genk", "Hasselt", "Sint-Truiden", "Maasmechelen", "Beringen", "Tongeren", "Lommel", "Pelt"],
    ["Aalst", "Sint-Niklaas", "Lokeren", "Ronse", "Dendermonde", "Temse", "Ninove", "Deinze"],
    ["Leuven", "Vilvoorde", "Halle", "Dilbeek", "Zaventem", "Tienen", "Sint-Pieters-Leeuw"],
    ["Oostende", "Brugge", "Kortrijk", "Roeselare", "Menen", "Waregem", "Blankenberge", "Ieper"],
  ]

  /// Nationalities outside the European Union: only they can be mandatory.
  private static let mandatory = WeightedChoice([
    ("Syrië", 150), ("Afghanistan", 120), ("Marokko", 115), ("Irak", 70), ("Turkije", 70),
    ("Eritrea", 45), ("Somalië", 40), ("Palestina", 38), ("India", 35), ("Rusland", 32),
    ("China", 28), ("Thailand", 24), ("Brazilië", 24), ("Kosovo", 22), ("Albanië", 22),
    ("Iran", 20), ("Guinee", 20), ("Kameroen", 20), ("Ghana", 18), ("Filipijnen", 16),
    ("Servië", 15), ("Armenië", 14), ("Oekraïne", 14), ("Pakistan", 12), ("Nepal", 10),
    ("Colombia", 10), ("Tunesië", 10), ("Nigeria", 10), ("Togo", 6), ("Ivoorkust", 5),
  ])

  private static let any = WeightedChoice([
    ("Roemenië", 160), ("Nederland", 120), ("Bulgarije", 90), ("Polen", 85), ("Spanje", 50),
    ("Italië", 45), ("Portugal", 45), ("Frankrijk", 40), ("Griekenland", 20), ("Duitsland", 20),
    ("Syrië", 40), ("Afghanistan", 30), ("Marokko", 45), ("Turkije", 30), ("India", 30),
    ("Irak", 20), ("Rusland", 12), ("China", 14), ("Oekraïne", 10), ("Brazilië", 12),
    ("Verenigde Staten", 10), ("Eritrea", 10), ("Somalië", 8), ("Kroatië", 8), ("Hongarije", 10),
    ("Slovakije", 10), ("Thailand", 8), ("Kameroen", 6), ("Ghana", 6), ("Filipijnen", 6),
  ])

  /// Citizens of the European Union are never mandatory.
  private static let ofTheUnion = [
    "Roemenië", "Nederland", "Bulgarije", "Polen", "Spanje", "Italië", "Portugal", "Frankrijk",
    "Griekenland", "Kroatië",
  ]

  /// Where the participants of the courses in a language come from.
  private static let byLanguage: [String: [String]] = [
    "Arabisch": ["Syrië", "Syrië", "Irak", "Marokko", "Palestina"],
    "Engels": ["India", "Nigeria", "Ghana", "Filipijnen", "Verenigde Staten"],
    "Frans": ["Kameroen", "Guinee", "Togo", "Ivoorkust", "Frankrijk"], "Roemeens": ["Roemenië"],
    "Turks": ["Turkije"], "Spaans": ["Spanje", "Colombia"], "Nederlands": ["Nederland"],
    "Farsi": ["Afghanistan", "Iran"], "Russisch": ["Rusland", "Oekraïne"], "Pools": ["Polen"],
    "Somali": ["Somalië"], "Tigrinya": ["Eritrea"], "Albanees": ["Albanië", "Kosovo"],
    "Pashtu": ["Afghanistan"], "Hindi": ["India"], "Portugees": ["Portugal", "Brazilië"],
    "Marokkaans": ["Marokko"], "Bulgaars": ["Bulgarije"], "Thais": ["Thailand"],
    "Chinees": ["China"], "Koerdisch": ["Irak", "Syrië", "Turkije"], "Dari": ["Afghanistan"],
    "Servo-Kroatisch": ["Servië", "Kroatië"], "Tamazight (Berbers)": ["Marokko"],
    "Italiaans": ["Italië"], "Armeens": ["Armenië"], "Urdu": ["Pakistan"],
    "Tibetaans": ["China"], "Grieks": ["Griekenland"], "Nepalees": ["Nepal"],
  ]

  private var generator: SeededGenerator

  /// Creates the traits for the inflow of a year.
  init(year: SampleYear) {
    generator = SeededGenerator(subject: "traits", year: year)
  }

  /// A municipality of the area; the first ones are the larger ones.
  mutating func municipality(in area: WorkingArea) -> String {
    let names = Self.municipalities[area.rawValue]
    return names[min(generator.below(names.count), generator.below(names.count))]
  }

  /// A nationality that fits the person's group and language; a few in another spelling.
  mutating func nationality(of person: Person) -> String {
    let isMandatory = person.group == .plicht
    let choices = (person.language.flatMap { Self.byLanguage[$0] } ?? [])
      .filter { !isMandatory || !Self.ofTheUnion.contains($0) }
    let fitting =
      choices.isEmpty
      ? (isMandatory ? Self.mandatory : Self.any).value(using: &generator)
      : generator.element(of: choices)
    return generator.happens(perMille: 4)
      ? OpenListSpelling.variant(of: fitting, using: &generator) : fitting
  }

  /// A birthday of somebody from 18 to 64, now and then unknown.
  mutating func birthday(on day: CalendarDay) -> CalendarDay? {
    let age = 18 + min(generator.below(47), generator.below(47))
    let birthday = day.yearsEarlier(age).advanced(by: -generator.below(365))
    return generator.happens(perMille: 15) ? nil : birthday
  }

  /// `M`, `V`, seldom `X`, now and then not filled in.
  mutating func sex() -> String? {
    switch generator.below(1000) {
    case 0..<5: nil
    case 5..<8: "X"
    case 8..<500: "M"
    default: "V"
    }
  }
}
