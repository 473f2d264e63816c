/// The printed numbers of the legal helpdesk.
///
/// Of 2018 only the total is printed (10194); its parts are in proportion to 2019.
enum PrintedQuestions {
  /// Figure 46.
  static let questions = Yearly(in2018: 10194, in2019: 10341)

  /// The records that the print of 2018 counted (10202) and that hold nothing.
  static let emptyRecords = Yearly(in2018: 8, in2019: 0)

  /// Figure 47; the last one is 'Niet ingevuld'.
  static let regions: [(label: String?, count: Int)] = [
    ("Provincie Antwerpen", 2186), ("Brussels gewest", 2168), ("Provincie Oost-Vlaanderen", 1667),
    ("Provincie West-Vlaanderen", 1415), ("Provincie Vlaams-Brabant", 1293),
    ("Provincie Limburg", 874), ("Buiten Vlaanderen en Brussel", 294), (nil, 444),
  ]

  /// What the sector of an asker depends on.
  enum Kind {
    case professional
    case volunteer
    case other
  }

  /// Figure 48; no label is 'Niet ingevuld'.
  static let categories: [(label: String?, kind: Kind, count: Int)] = [
    ("Non-profit professional", .professional, 2256), ("Profit professional", .professional, 1463),
    ("Gemeentelijke overheidsprofessional", .professional, 1370),
    ("Vlaamse overheidsprofessional", .professional, 1250),
    ("Andere overheidsprofessional", .professional, 225), ("Vrijwilliger", .volunteer, 135),
    (nil, .other, 100), ("Betrokkene zelf", .other, 779), ("Ruime publiek", .other, 2763),
  ]

  /// Figure 49, questions with a sector.
  static let sectors: [(label: String, count: Int)] = [
    ("Welzijn", 1852), ("Integratie en inburgering", 1158), ("Justitie", 992),
    ("Maatschappelijke integratie en asielopvang", 872), ("Werk", 566),
    ("Binnenlands bestuur", 490), ("Onderwijs", 133), ("Cultuur, jeugd, sport", 83),
    ("Gezondheid", 82), ("Andere sectoren", 383),
  ]

  /// Figure 49, 'Niet ingevulde sector bij professionals'. The other sectors belong to volunteers.
  static let professionalsWithoutSector = 43

  /// Themes: 13846 in total, 76%, 22%, 15%, 13% and 6% of the questions.
  static let themes: [(label: String, count: Int)] = [
    ("Verblijfsrecht", 7895), ("Internationaal privaatrecht", 2312), ("Sociaal recht", 1588),
    ("Burgerlijk recht", 1385), ("Andere wetgeving", 666),
  ]

  /// Questions that nobody gave a theme.
  static let questionsWithoutTheme = 12

  /// Residence situations: 38%, 22%, 14%, 12%, 10%, and the rest.
  static let situations: [(label: String, count: Int)] = [
    ("Voorlopig of voorwaardelijk verblijf", 3930), ("Verblijf in het buitenland", 2275),
    ("Niet relevant", 1448), ("Onwettig verblijf", 1241),
    ("Definitief en onvoorwaardelijk verblijf", 1034), ("Onbekend", 413),
  ]

  /// Nationalities: the first five in the order of the print; nobody's for one question in five.
  static let nationalities: [(label: String?, count: Int)] = [
    (nil, 200), ("Marokko", 112), ("Afghanistan", 84), ("Syrië", 71), ("Turkije", 58),
    ("Rusland", 40), ("Irak", 36), ("Guinee", 30), ("Kameroen", 29), ("India", 26), ("Ghana", 25),
    ("Brazilië", 24), ("Iran", 21), ("Roemenië", 20), ("Somalië", 19), ("Albanië", 19),
    ("Nederland", 18), ("Armenië", 17), ("Nigeria", 16), ("Filipijnen", 15), ("Thailand", 15),
    ("Pakistan", 14), ("Kosovo", 14), ("Bulgarije", 13), ("Tunesië", 13), ("Algerije", 12),
    ("Oekraïne", 12), ("China", 11), ("Verenigde Staten", 9), ("Onbekend", 7),
  ]
}
