/// The printed numbers of social interpreting and translation.
enum PrintedRequests {
  /// The forms: interpreter on the spot, by telephone, translation.
  static let forms = ["Tolken ter plaatse", "Telefoontolken", "Sociaal vertalen"]

  /// The outcomes, with the reason of those not answered.
  static let outcomes: [(status: String, reason: String?)] = [
    ("volbracht", nil), ("niet volbracht", nil),
    ("niet beantwoord", "tolk/taal niet beschikbaar"), ("niet beantwoord", "andere reden"),
  ]

  /// Figure 42, outcomes by form. Of 2018 the overview prints 42860 requests, 33446 answered.
  static let requests = Yearly(
    in2018: [[11014, 4421, 5302, 658], [15651, 1867, 2969, 406], [466, 27, 38, 41]],
    in2019: [[11231, 4489, 7082, 818], [16648, 2023, 4067, 558], [478, 24, 42, 48]])

  /// Figure 44: in 2019 31% Arabisch-Modern Standaard, 9% Turks, 6% Dari, the others below.
  static let languages: [(label: String, weight: Int)] = [
    ("Arabisch-Modern Standaard", 3100), ("Turks", 900), ("Dari", 600), ("Farsi", 520),
    ("Somali", 480), ("Pashtu", 450), ("Tigrinya", 430), ("Russisch", 420), ("Frans", 350),
    ("Albanees", 310), ("Bulgaars", 280), ("Spaans", 265), ("Pools", 250), ("Roemeens", 240),
    ("Koerdisch-Kurmanji", 200), ("Engels", 180), ("Arabisch-Marokkaans", 170),
    ("Koerdisch-Sorani", 130), ("Servo-Kroatisch", 115), ("Portugees", 105), ("Armeens", 80),
    ("Romani", 75), ("Slovaaks", 70), ("Berbers", 60), ("Italiaans", 45), ("Chinees-Mandarijn", 40),
    ("Thais", 35), ("Amhaars", 30), ("Georgisch", 25), ("Grieks", 15), ("Hongaars", 15),
    ("Oekraïens", 10), ("Nepalees", 5),
  ]

  /// Figure 45: the first five in the order of the sentence; the shares are not printed.
  static let sectors: [(label: String, weight: Int)] = [
    ("Welzijn en gezondheid", 335), ("Onderwijs", 232), ("Openbare dienstverlening", 151),
    ("Opvang asiel", 108), ("Integratie en inburgering", 82), ("Werk", 41), ("Justitie", 24),
    ("Huisvesting", 16), ("Andere", 11),
  ]
}
