/// The printed numbers on Dutch as a second language (NT2) and on minors.
///
/// Areas in the order of `WorkingArea`: Antwerpen, Brussel, Limburg, Oost-Vlaanderen,
/// Vlaams-Brabant, West-Vlaanderen, Stad Antwerpen, Stad Gent.
enum PrintedDutch {
  /// Figure 28, unique persons with an NT2 conversation.
  static let uniquePersons = Yearly(
    in2018: [5702, 18331, 5710, 7303, 9783, 6584, 16057, 7388],
    in2019: [6344, 17828, 6908, 7848, 10304, 6774, 16887, 7558])

  /// Figure 28, Totaal.
  static let uniquePersonsInTotal = Yearly(in2018: 74350, in2019: 77935)

  /// The labels of `conversations`.
  static let conversationLabels = ["NT2-gesprek", "Niveautest", "Wooncodegesprek"]

  /// Figure 29, conversations by type; the five areas add up to the overview's 43079 and 48051.
  ///
  /// Not printed: the types of 2018, Brussels and the two cities.
  static let conversations = Yearly(
    in2018: [
      [6430, 262, 2], [21890, 790, 0], [7340, 493, 0], [9900, 70, 4],
      [11060, 150, 1], [7000, 365, 2], [19720, 655, 3], [8910, 240, 1],
    ],
    in2019: [
      [7264, 316, 2], [21264, 845, 0], [9019, 594, 0], [10889, 83, 6],
      [11893, 181, 1], [7362, 439, 2], [20751, 702, 4], [9122, 265, 1],
    ])

  /// The labels of `tests`.
  static let testLabels = [
    "Covaar", "CBE Instaptest", "CVO Instaptest", "Civiele test", "Latijns schrift test",
    "Taalgarage",
  ]

  /// Figure 31, tests by organisation in the order of `Organisation`; of 2018 only the total of
  /// AgII is printed (25847 in the overview).
  static let tests = Yearly(
    in2018: [
      [13412, 251, 10622, 1478, 84, 0], [5043, 402, 10117, 1588, 6, 171],
      [3322, 1987, 3840, 3604, 0, 0], [1688, 0, 2071, 960, 122, 0],
    ],
    in2019: [
      [14611, 265, 12054, 1864, 90, 0], [5160, 385, 10439, 1901, 5, 156],
      [3404, 2064, 3933, 4097, 0, 0], [1721, 0, 2157, 1142, 131, 0],
    ])

  /// The labels of `advices`.
  static let adviceLabels = [
    "CBE", "CBE alfa", "CBE NT2", "CVO standaard", "CVO verkort of UTC", "CVO verlengd",
    "Ander advies",
  ]

  /// Figure 32, advices in the order of `WorkingArea.five`; 2018 is not printed.
  static let advices = Yearly(
    in2018: [
      [71, 382, 640, 2051, 1130, 498, 37], [50, 371, 902, 1667, 1352, 482, 35],
      [94, 301, 742, 1871, 1302, 655, 40], [36, 277, 1121, 4214, 1730, 1146, 98],
      [33, 421, 633, 2961, 652, 901, 13],
    ],
    in2019: [
      [76, 404, 713, 2292, 1271, 542, 40], [54, 416, 1077, 1989, 1611, 561, 40],
      [100, 316, 808, 2020, 1431, 709, 42], [38, 294, 1214, 4535, 1858, 1235, 103],
      [31, 438, 665, 3124, 681, 946, 11],
    ])

  /// The labels of `civilTests`.
  static let civilTestLabels = [
    "COC (preselectie sociaal tolken en vertalen)", "Thuistaal Nederlands",
    "Certificerende taaltest A1-2", "Certificerende taaltest B1-2",
    "Prescreening certificerende taaltest",
  ]

  /// Figure 34.
  static let civilTests = Yearly(
    in2018: [77, 1070, 4510, 250, 1683], in2019: [90, 944, 5565, 447, 1945])

  /// How the civil tests divide over the organisations; not printed.
  static let civilTestShares = [430, 215, 235, 120]

  /// Figure 33, enrolments at the centres: CBE and CVO.
  static let enrolments = Yearly(in2018: [72303, 246250], in2019: [72213, 266414])

  /// Figure 35, minors by age group 2 - 5, 6 - 11 and 12 - 18, in the order of
  /// `WorkingArea.five`.
  ///
  /// 2018: 8516 in total, so that 2019 is 11% higher, as the sentence says.
  static let minors = Yearly(
    in2018: [
      [581, 702, 721], [499, 611, 528], [447, 559, 462], [557, 684, 561], [446, 601, 557],
    ],
    in2019: [
      [651, 776, 806], [558, 680, 587], [495, 617, 506], [613, 755, 614], [496, 672, 627],
    ])

  /// Figure 37, unique minors who were led to a school.
  static let schoolReferrals = Yearly(
    in2018: [82, 43, 42, 4, 8, 25, 2428, 247],
    in2019: [63, 97, 20, 5, 9, 12, 2417, 249])

  /// Figure 37: the minors that a second area led to a school too, so that the totals are 2876
  /// and 2867.
  static let sharedReferrals: Yearly<[(from: WorkingArea, to: WorkingArea, count: Int)]> = Yearly(
    in2018: [(.stadAntwerpen, .antwerpen, 2), (.vlaamsBrabant, .brussel, 1)],
    in2019: [
      (.stadAntwerpen, .antwerpen, 2), (.stadAntwerpen, .brussel, 1),
      (.stadAntwerpen, .limburg, 1), (.oostVlaanderen, .stadGent, 1),
    ])
}
