/// The printed numbers of trainings (vormingen) and guidance (begeleidingen).
///
/// Only the totals of 2018 are printed (overview); its parts are in proportion to 2019.
enum PrintedOffer {
  /// Trainings of the integration service by form (A.1.1): number and participants.
  static let trainingForms: [(label: String, trainings: Int, participants: Int)] = [
    ("open aanbod", 64, 1506), ("werkvloer", 213, 4236), ("informatiesessie", 136, 2223),
  ]

  /// The same in 2018: 620 trainings, 11731 participants.
  static let trainingTotals2018 = (trainings: 620, participants: 11731)

  /// A.1.2, figure 38.
  static let trainingThemes: [(label: String, count: Int)] = [
    ("Omgaan met diversiteit", 187), ("Taalbeleid", 79), ("Dienstverlening van het AgII", 60),
    ("Taalpromotie", 40), ("Toegankelijkheid", 37), ("Horizontaal lokaal integratiebeleid", 10),
  ]

  /// A.1.3, figure 39.
  static let trainingSectors: [(label: String, count: Int)] = [
    ("Lokale besturen", 163), ("Onderwijs", 75), ("Diverse sectoren", 52), ("Welzijn", 43),
    ("Werk", 20), ("Cultuur, jeugd en sport", 20), ("Bovenlokale instanties", 17), ("Wonen", 10),
    ("Federale instanties", 6), ("Integratie en inburgering", 5), ("Gezondheid", 2),
  ]

  /// A.1.4: participants by target group.
  static let trainingGroups: [(label: String, count: Int)] = [
    ("Professionals", 4246), ("Leerlingen en studenten", 1149), ("Vrijwilligers", 847),
    ("Gemengd", 1723),
  ]

  /// Trainings of the legal service (JR 2.1.3 A.2): form, sector, number and participants.
  ///
  /// The open offer is not divided by sector in print.
  static let legalTrainings: [(form: String, sector: String?, trainings: Int, participants: Int)] =
    [
      ("open aanbod", nil, 35, 1187), ("op vraag", "Lokale besturen", 13, 340),
      ("op vraag", "Welzijn", 8, 99), ("op vraag", "Diverse sectoren", 7, 284),
      ("op vraag", "Werk", 6, 122), ("op vraag", "Onderwijs", 4, 188),
      ("op vraag", "Integratie en inburgering", 4, 81), ("op vraag", "Gezondheid", 3, 60),
      ("intern", nil, 11, 226),
    ]

  /// The same in 2018: 72 external trainings with 1843 participants (overview), two of them
  /// information sessions; the internal ones are not printed.
  static let legalTrainings2018:
    [(form: String, sector: String?, trainings: Int, participants: Int)] = [
      ("open aanbod", nil, 31, 902), ("op vraag", "Lokale besturen", 12, 290),
      ("op vraag", "Welzijn", 9, 131), ("op vraag", "Diverse sectoren", 6, 196),
      ("op vraag", "Werk", 5, 104), ("op vraag", "Onderwijs", 4, 102),
      ("op vraag", "Gezondheid", 3, 58), ("informatiesessie", "Lokale besturen", 2, 60),
      ("intern", nil, 9, 187),
    ]

  /// Guidance of the integration service by form (A.1.5); 2018: 362 without advices (overview).
  static let guidanceForms = Yearly<[(label: String, count: Int)]>(
    in2018: [("advies", 431), ("leertraject", 171), ("werksessie", 191)],
    in2019: [("advies", 450), ("leertraject", 184), ("werksessie", 196)])

  /// A.1.6, figure 40.
  static let guidanceThemes: [(label: String, count: Int)] = [
    ("Omgaan met diversiteit", 385), ("Toegankelijkheid", 175), ("Taalpromotie", 108),
    ("Taalbeleid", 81), ("Horizontaal lokaal integratiebeleid", 69),
    ("Dienstverlening van het AgII", 12),
  ]

  /// A.1.7, figure 41.
  static let guidanceSectors: [(label: String, count: Int)] = [
    ("Lokale besturen", 455), ("Onderwijs", 86), ("Welzijn", 81), ("Cultuur, jeugd en sport", 81),
    ("Werk", 53), ("Diverse sectoren", 32), ("Bovenlokale instanties", 20), ("Gezondheid", 11),
    ("Integratie en inburgering", 8), ("Federale instanties", 2), ("Wonen", 1),
  ]

  /// A.1.8.
  static let guidanceGroups: [(label: String, count: Int)] = [
    ("Professionals", 603), ("Vrijwilligers", 64), ("Leerlingen en studenten", 16),
    ("Gemengd", 147),
  ]

  /// Guidance of the legal service by form (JR 2.1.3 A.3), external or not; 2018: 37 in total.
  static let legalGuidanceForms = Yearly<[(label: String, isExternal: Bool, count: Int)]>(
    in2018: [
      ("organisatiegericht", false, 1), ("organisatiegericht", true, 7),
      ("problematiekgericht", true, 13), ("lerend netwerk", true, 16),
    ],
    in2019: [
      ("organisatiegericht", false, 2), ("organisatiegericht", true, 8),
      ("problematiekgericht", true, 17), ("lerend netwerk", true, 19),
    ])

  /// The sectors of the external legal guidance; the internal ones are all in
  /// 'Integratie en inburgering'.
  static let legalGuidanceSectors = Yearly<[(label: String, count: Int)]>(
    in2018: [
      ("Diverse sectoren", 15), ("Gezondheid", 4), ("Integratie en inburgering", 4),
      ("Bovenlokale instanties", 4), ("Welzijn", 4), ("Lokale besturen", 3), ("Werk", 2),
    ],
    in2019: [
      ("Diverse sectoren", 18), ("Gezondheid", 6), ("Integratie en inburgering", 5),
      ("Bovenlokale instanties", 5), ("Welzijn", 4), ("Lokale besturen", 3), ("Werk", 2),
      ("Cultuur, jeugd en sport", 1),
    ])
}
