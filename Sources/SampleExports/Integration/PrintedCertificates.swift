/// The printed numbers of certificates, exemption tests, diploma files and breaches.
///
/// Areas in the order of `WorkingArea.six`.
enum PrintedCertificates {
  /// Figure 15.
  static let integration = Yearly(
    in2018: [1839, 1428, 1498, 1828, 1824, 2420],
    in2019: [1955, 1336, 1491, 1889, 2037, 2451])

  /// Figure 14.
  static let exemption = Yearly(
    in2018: [72, 1, 63, 69, 67, 101],
    in2019: [91, 0, 45, 85, 57, 91])

  /// Figure 16.
  static let suspension = Yearly(
    in2018: [128, 4, 350, 284, 244, 290],
    in2019: [212, 3, 369, 290, 320, 369])

  /// Figure 17.
  static let regularParticipation = Yearly(
    in2018: [7, 0, 6, 18, 5, 27],
    in2019: [31, 0, 8, 15, 9, 27])

  /// Figure 13.
  static let diplomaFiles = Yearly(
    in2018: [337, 435, 264, 383, 542, 494],
    in2019: [377, 441, 394, 421, 478, 594])

  /// Figure 18, sent on to the enforcement officer; no Brussels.
  static let breaches = Yearly(
    in2018: [244, 0, 162, 145, 120, 168],
    in2019: [135, 0, 162, 116, 136, 162])

  /// The results of figure 21, in the order of `testResults`, per area.
  ///
  /// 2019: the print exchanges the areas' columns Geslaagd and Niet geslaagd; here they follow the
  /// printed totals (755 and 1043) and the sentence (36% passed). 2018: the totals are those of
  /// figure 19, and 45% passed as the sentence says.
  static let testResults = Yearly(
    in2018: [
      [45, 142, 127, 1], [89, 276, 247, 1], [26, 80, 73, 0],
      [46, 139, 124, 0], [107, 324, 287, 1], [28, 86, 78, 0],
    ],
    in2019: [
      [55, 134, 128, 0], [58, 184, 231, 2], [15, 76, 98, 0],
      [55, 118, 182, 1], [94, 203, 311, 1], [20, 40, 93, 0],
    ])

  /// The labels of the results.
  static let testResultLabels = ["Afwezig", "Geslaagd", "Niet geslaagd", "Onbepaald"]
}
