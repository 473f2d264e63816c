public import Schemas

/// The period that a report or a cell is about: whole months of one year.
public struct ReportingPeriod: Sendable, Hashable {
  /// The year.
  public let year: Int

  /// The months, from 1 to 12.
  public let months: ClosedRange<Int>

  /// The period of a whole year.
  public init?(year: Int) {
    self.init(year: year, months: 1...12)
  }

  /// The period of some months of a year; nil when the year is not 1 to 9999 or a month not 1 to 12.
  public init?(year: Int, months: ClosedRange<Int>) {
    guard let first = CalendarDate(year: year, month: months.lowerBound, day: 1),
      (1...12).contains(months.upperBound),
      let last = CalendarDate(
        year: year, month: months.upperBound,
        day: CalendarDate.days(inMonth: months.upperBound, of: year))
    else { return nil }
    self.year = year
    self.months = months
    firstDay = first
    lastDay = last
  }

  /// The first day.
  public let firstDay: CalendarDate

  /// The last day, on which stocks are taken.
  public let lastDay: CalendarDate

  /// Whether it is a whole year.
  public var isWholeYear: Bool { months == 1...12 }

  /// The period's name in paths: `2019`, `2019-q2` or `2019-06`; other runs of months are named by
  /// their first and last one, as in `2019-01-to-05`.
  public var id: String {
    switch kind {
    case .year: String(year)
    case .quarter: "\(year)-q\(months.upperBound / 3)"
    case .month: "\(lastDay.description.prefix(7))"
    case nil: "\(firstDay.description.prefix(7))-to-\(lastDay.description.prefix(7).suffix(2))"
    }
  }

  /// The same months of another year.
  public func inYear(_ year: Int) -> ReportingPeriod? {
    ReportingPeriod(year: year, months: months)
  }
}
