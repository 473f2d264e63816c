/// The printed numbers of the integration path, that the exports must add up to.
///
/// Areas in the order of `WorkingArea.six`: Antwerpen, Brussel, Limburg, Oost-Vlaanderen,
/// Vlaams-Brabant, West-Vlaanderen. Brussels has no inflow.
enum PrintedIntegration {
  /// Figure 1, inflow.
  static let inflow = Yearly(
    in2018: [7317, 0, 5178, 5262, 10551, 6468],
    in2019: [7891, 0, 6006, 5889, 11610, 6796])

  /// Figure 4, first registrations.
  static let registrations = Yearly(
    in2018: [2829, 3656, 2354, 2548, 2996, 2981],
    in2019: [3100, 3226, 2789, 2897, 3120, 3270])

  /// Figure 7, first contracts.
  static let contracts = Yearly(
    in2018: [2456, 3150, 2017, 2329, 2751, 2799],
    in2019: [2694, 2935, 2539, 2545, 2782, 3015])

  /// Figure 10, first contracts by persons of the same year's inflow; 2018 is not printed, and
  /// has about the same shares here.
  static let cohort = Yearly(
    in2018: [1441, 0, 1350, 1140, 1255, 1410],
    in2019: [1598, 0, 1635, 1306, 1388, 1521])

  /// Figure 11, contracts that run on 31 December 2019, by target group: recht, plicht and
  /// nader te bepalen.
  static let stock: [[Int]] = [
    [1775, 2885, 2], [4793, 38, 1], [1831, 1832, 3],
    [1741, 3303, 3], [2137, 3037, 4], [2004, 3343, 2],
  ]

  /// The sentence at figure 3: 15% plicht, lowest Vlaams-Brabant with 11%, highest
  /// Oost-Vlaanderen with 19%. Per mille plicht, nader te bepalen, geen; the rest is recht.
  static let inflowGroups = Yearly(
    in2018: [
      [165, 12, 50], [0, 0, 0], [155, 13, 54], [196, 12, 52], [115, 10, 57], [172, 14, 48],
    ],
    in2019: [
      [160, 10, 48], [0, 0, 0], [152, 12, 52], [191, 11, 50], [110, 9, 55], [168, 13, 46],
    ])

  /// The sentence at figure 6: 61% recht and 35% plicht, lowest Limburg with 33%, highest
  /// Oost-Vlaanderen with 46%. Per mille plicht, nader te bepalen, geen.
  static let registrationGroups = Yearly(
    in2018: [
      [470, 15, 26], [12, 13, 24], [370, 14, 26], [485, 15, 27], [455, 14, 28], [470, 15, 25],
    ],
    in2019: [
      [436, 14, 26], [10, 14, 26], [331, 14, 26], [461, 14, 26], [430, 14, 26], [445, 14, 26],
    ])

  /// The sentence at figure 9: 60% recht and 40% plicht, lowest Limburg with 37%, highest
  /// Oost-Vlaanderen with 52%. Per mille plicht.
  static let contractsPlicht = Yearly(
    in2018: [540, 10, 420, 550, 530, 540],
    in2019: [495, 8, 374, 524, 510, 500])

  /// First contracts of persons whose group is not settled: so few that no share shows them.
  static let contractsUndecided = Yearly(
    in2018: [5, 2, 4, 5, 6, 5],
    in2019: [2, 1, 3, 3, 4, 2])
}

extension PrintedIntegration {
  /// The inflow of an area by target group, in the order of `TargetGroup`.
  static func inflow(in area: WorkingArea, _ year: SampleYear) -> [Int] {
    split(inflow[year][area.rawValue], perMille: inflowGroups[year][area.rawValue])
  }

  /// The first registrations of an area by target group.
  static func registrations(in area: WorkingArea, _ year: SampleYear) -> [Int] {
    split(registrations[year][area.rawValue], perMille: registrationGroups[year][area.rawValue])
  }

  /// The first contracts of an area by target group.
  static func contracts(in area: WorkingArea, _ year: SampleYear) -> [Int] {
    let total = contracts[year][area.rawValue]
    let plicht = total * contractsPlicht[year][area.rawValue] / 1000
    let undecided = contractsUndecided[year][area.rawValue]
    return [total - plicht - undecided, plicht, undecided, 0]
  }

  /// The first contracts of the year's own inflow by target group.
  static func cohort(in area: WorkingArea, _ year: SampleYear) -> [Int] {
    let total = cohort[year][area.rawValue]
    let contracts = contracts(in: area, year)
    let plicht = min(
      total * contracts[1] / max(contracts[0] + contracts[1], 1) * 97 / 100,
      inflow(in: area, year)[1] * 7 / 10)
    return [total - plicht, plicht, 0, 0]
  }

  private static func split(_ total: Int, perMille: [Int]) -> [Int] {
    let recht = 1000 - perMille.reduce(0, +)
    return Apportionment.parts(of: total, weights: [recht] + perMille)
  }
}
