internal import Exports
internal import Indicators
internal import Reports
internal import Schemas

/// Which periods the deliveries reach, told by the names of their files alone.
///
/// A month is known from datasets that are delivered by month. Where a project has none, a year is
/// taken to be whole and months are not told.
struct DuePeriods {
  private let newestYear: Int?
  private let newestMonth: Int?

  /// Looks at the deliveries of some datasets.
  init(_ deliveries: [Delivery], schemas: [DatasetSchema]) {
    let year = deliveries.map(\.year).max()
    let monthly = Set(schemas.filter { $0.naming == .perMonth }.map(\.name))
    newestYear = year
    newestMonth = deliveries.filter { $0.year == year && monthly.contains($0.dataset) }
      .compactMap { Int($0.part) }.max()
  }

  /// The newest period of a kind of which everything can have been delivered; nil when there is none.
  func newest(_ kind: PeriodKind) -> ReportingPeriod? {
    guard let year = newestYear else { return nil }
    switch kind {
    case .year:
      return ReportingPeriod(year: (newestMonth ?? 12) == 12 ? year : year - 1)
    case .quarter:
      guard let month = newestMonth else { return nil }
      let quarter = month / 3
      return quarter == 0
        ? ReportingPeriod(year: year - 1, months: 10...12)
        : ReportingPeriod(year: year, months: (quarter * 3 - 2)...(quarter * 3))
    case .month:
      return newestMonth.flatMap { ReportingPeriod(year: year, months: $0...$0) }
    }
  }

  /// The periods of a kind that have no run: those after the last run, or the newest one alone where
  /// there is no run at all.
  func due(_ kind: PeriodKind, after standing: [ReportingPeriod]) -> [ReportingPeriod] {
    guard let newest = newest(kind) else { return [] }
    let last = standing.filter { $0.kind == kind }.map(\.lastDay).max()
    var due: [ReportingPeriod] = []
    var period: ReportingPeriod? = newest
    while let current = period, last.map({ current.lastDay > $0 }) ?? due.isEmpty {
      due.insert(current, at: 0)
      period = current.earlier(by: 1)
    }
    return due
  }

  /// Whether a delivery is, by its name, of a time after a period.
  static func isLater(_ delivery: Delivery, than period: ReportingPeriod, monthly: Bool) -> Bool {
    guard delivery.year == period.year else { return delivery.year > period.year }
    return monthly && (Int(delivery.part) ?? 0) > period.months.upperBound
  }
}

extension ReportingPeriod {
  /// How the command line asks for the period; empty where it cannot.
  var option: String {
    switch kind {
    case .year: "--year \(id)"
    case .quarter: "--quarter \(id.uppercased())"
    case .month: "--month \(id)"
    case nil: ""
    }
  }
}
