/// The printed numbers of the social orientation courses (MO).
///
/// Areas in the order of `WorkingArea.six`.
enum PrintedCourses {
  /// Figure 22, courses that started.
  static let courses = Yearly(
    in2018: [138, 159, 109, 134, 118, 181],
    in2019: [130, 167, 106, 156, 147, 169])

  /// Figure 24, persons in their first course.
  static let firstParticipants = Yearly(
    in2018: [2007, 2367, 1527, 1829, 1668, 2785],
    in2019: [2115, 2326, 1621, 2191, 2210, 2649])

  /// Figure 26, row Totaal: participants per course, in tenths.
  static let averageTenths = [171, 145, 158, 149, 159, 165]

  /// A language's first participants per area (figure 25) and the average size of its courses in
  /// tenths (figure 26, 0 where the print has a dash), both of 2019.
  struct Language: Sendable {
    let name: String
    let first: [Int]
    let tenths: [Int]

    init(_ name: String, _ first: [Int], _ tenths: [Int]) {
      self.name = name
      self.first = first
      self.tenths = tenths
    }
  }

  static let languages: [Language] = [
    Language("Arabisch", [413, 676, 395, 732, 550, 655], [180, 145, 158, 158, 166, 168]),
    Language("Engels", [408, 334, 235, 300, 486, 495], [168, 154, 173, 148, 166, 162]),
    Language("Frans", [121, 746, 74, 166, 302, 152], [164, 142, 152, 142, 146, 158]),
    Language("Roemeens", [154, 11, 45, 122, 44, 310], [173, 110, 150, 141, 157, 170]),
    Language("Turks", [64, 88, 213, 104, 63, 19], [168, 152, 168, 144, 163, 210]),
    Language("Spaans", [97, 103, 91, 83, 98, 73], [170, 153, 160, 152, 143, 183]),
    Language("Nederlands", [153, 0, 64, 79, 159, 84], [152, 0, 138, 124, 145, 141]),
    Language("Farsi", [51, 44, 73, 112, 45, 188], [177, 153, 152, 149, 157, 162]),
    Language("Russisch", [104, 74, 62, 77, 46, 91], [185, 150, 155, 158, 157, 158]),
    Language("Pools", [59, 0, 53, 90, 15, 138], [153, 0, 140, 163, 160, 157]),
    Language("Somali", [44, 11, 16, 40, 87, 112], [225, 110, 160, 137, 178, 167]),
    Language("Tigrinya", [73, 0, 27, 31, 54, 85], [188, 0, 140, 155, 183, 182]),
    Language("Albanees", [48, 0, 18, 74, 36, 68], [180, 0, 180, 156, 127, 188]),
    Language("Pashtu", [0, 24, 51, 31, 31, 73], [0, 120, 143, 103, 165, 164]),
    Language("Hindi", [0, 58, 36, 0, 18, 46], [0, 148, 180, 0, 180, 160]),
    Language("Portugees", [52, 0, 12, 37, 52, 0], [138, 0, 140, 137, 138, 0]),
    Language("Marokkaans", [139, 0, 0, 0, 12, 0], [169, 0, 0, 0, 120, 0]),
    Language("Bulgaars", [16, 34, 32, 15, 0, 17], [160, 120, 165, 170, 0, 170]),
    Language("Thais", [36, 0, 36, 16, 9, 16], [195, 0, 180, 160, 130, 170]),
    Language("Chinees", [19, 0, 14, 29, 35, 0], [190, 0, 140, 145, 175, 0]),
    Language("Koerdisch", [0, 0, 0, 13, 68, 14], [0, 0, 0, 130, 175, 150]),
    Language("Dari", [14, 53, 0, 0, 0, 0], [160, 140, 0, 0, 0, 0]),
    Language("Servo-Kroatisch", [19, 0, 27, 17, 0, 0], [190, 0, 150, 170, 0, 0]),
    Language("Tamazight (Berbers)", [13, 14, 0, 12, 0, 0], [140, 150, 0, 120, 0, 0]),
    Language("Italiaans", [0, 0, 15, 11, 0, 13], [0, 0, 150, 140, 0, 150]),
    Language("Armeens", [18, 0, 15, 0, 0, 0], [180, 0, 150, 0, 0, 0]),
    Language("Urdu", [0, 30, 0, 0, 0, 0], [0, 170, 0, 0, 0, 0]),
    Language("Tibetaans", [0, 26, 0, 0, 0, 0], [0, 140, 0, 0, 0, 0]),
    Language("Grieks", [0, 0, 17, 0, 0, 0], [0, 0, 170, 0, 0, 0]),
  ]

  /// Figure 23, courses with an interpreter per area: language and number.
  ///
  /// Which areas is printed for 2019 only: 8 in West-Vlaanderen, 4 in Oost-Vlaanderen.
  static let interpreted: Yearly<[(area: WorkingArea, language: String, courses: Int)]> = Yearly(
    in2018: [
      (.westVlaanderen, "Farsi", 5), (.oostVlaanderen, "Farsi", 3), (.antwerpen, "Farsi", 2),
      (.limburg, "Farsi", 1), (.vlaamsBrabant, "Farsi", 1), (.westVlaanderen, "Hindi", 2),
      (.vlaamsBrabant, "Hindi", 1), (.westVlaanderen, "Dari", 1), (.oostVlaanderen, "Dari", 1),
      (.oostVlaanderen, "Servo-Kroatisch", 1), (.limburg, "Servo-Kroatisch", 1),
      (.antwerpen, "Servo-Kroatisch", 1), (.vlaamsBrabant, "Nepalees", 1),
    ],
    in2019: [
      (.westVlaanderen, "Farsi", 3), (.oostVlaanderen, "Farsi", 2), (.westVlaanderen, "Hindi", 2),
      (.westVlaanderen, "Arabisch", 1), (.oostVlaanderen, "Arabisch", 1),
      (.westVlaanderen, "Somali", 1), (.westVlaanderen, "Frans", 1),
      (.oostVlaanderen, "Russisch", 1),
    ])

  /// Languages of 2018 that no longer had a course of 2019 in the area.
  static let onlyIn2018: [(area: WorkingArea, language: String, first: Int)] = [
    (.westVlaanderen, "Dari", 14), (.oostVlaanderen, "Dari", 13), (.vlaamsBrabant, "Nepalees", 12),
  ]

  /// Figure 27, decisions.
  static let decisions = Yearly(
    in2018: [242, 444, 20432, 7558, 106],
    in2019: [136, 156, 19654, 7103, 96])

  /// The labels of the decisions.
  static let decisionLabels = [
    "Niet Voldaan", "Voldaan", "Geslaagd", "Niet geslaagd", "Niet van toepassing",
  ]

  /// How the decisions divide over AgII, Atlas and In-Gent; not printed.
  static let decisionShares = [525, 338, 137]
}
