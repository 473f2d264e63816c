public import Indicators

/// How a report's language names periods; the definition gives all of its words.
public struct PeriodCalendar: Sendable, Hashable {
  /// The names of the twelve months.
  public let months: [String]

  /// Short names of the months, for the headers of long tables.
  public let shortMonths: [String]

  /// The names of the four quarters.
  public let quarters: [String]

  /// How a part of a year is named with its year; placeholders `{part}` and `{year}`.
  public let form: String

  /// Creates a calendar; where no short names are given, the full ones stand.
  public init(months: [String], shortMonths: [String] = [], quarters: [String], form: String) {
    self.months = months
    self.shortMonths = shortMonths.isEmpty ? months : shortMonths
    self.quarters = quarters
    self.form = form
  }

  /// The calendar of a report that is made for years only.
  public static let years = PeriodCalendar(months: [], quarters: [], form: "{part} {year}")

  /// The period as the reader knows it: a year, or a month or quarter with its year.
  public func name(of period: ReportingPeriod, isShort: Bool = false) -> String {
    let year = String(period.year)
    guard let part = part(of: period, isShort: isShort) else {
      return period.isWholeYear ? year : period.id
    }
    return form.filled([("part", part), ("year", year)])
  }

  /// The name of the last month of a period; its number where the report names no months.
  public func lastMonth(of period: ReportingPeriod) -> String {
    name(months, period.months.upperBound) ?? String(period.months.upperBound)
  }

  private func part(of period: ReportingPeriod, isShort: Bool) -> String? {
    switch period.kind {
    case .month: name(isShort ? shortMonths : months, period.months.upperBound)
    case .quarter: name(quarters, period.months.upperBound / 3)
    case .year, nil: nil
    }
  }

  private func name(_ names: [String], _ number: Int) -> String? {
    names.indices.contains(number - 1) ? names[number - 1] : nil
  }
}
