/// A kind of period that a report is made for.
public enum PeriodKind: String, Sendable, Hashable, CaseIterable {
  /// A calendar year.
  case year
  /// A quarter of a year.
  case quarter
  /// A month.
  case month

  /// How many months it has.
  public var monthCount: Int {
    switch self {
    case .year: 12
    case .quarter: 3
    case .month: 1
    }
  }
}

extension ReportingPeriod {
  /// What kind of period it is; nil for other runs of months, as a year to date.
  public var kind: PeriodKind? {
    PeriodKind.allCases.first {
      months.count == $0.monthCount && months.upperBound.isMultiple(of: $0.monthCount)
    }
  }

  /// The place of the period among those of its kind in a year, from 1; nil for other runs of months.
  public var ordinal: Int? {
    kind.map { months.upperBound / $0.monthCount }
  }

  /// The year up to the last month of the period.
  public var yearToDate: ReportingPeriod {
    ReportingPeriod(year: year, months: 1...months.upperBound) ?? self
  }

  /// The year that the period lies in.
  public var wholeYear: ReportingPeriod {
    ReportingPeriod(year: year) ?? self
  }

  /// The period of a kind that ends with the last month of this one; nil where none does.
  public func ending(_ kind: PeriodKind) -> ReportingPeriod? {
    let last = months.upperBound
    guard last.isMultiple(of: kind.monthCount) else { return nil }
    return ReportingPeriod(year: year, months: (last - kind.monthCount + 1)...last)
  }

  /// The period of the same kind that ends so many periods earlier; nil before the year 1, and for
  /// runs of months that are no kind of period.
  public func earlier(by count: Int) -> ReportingPeriod? {
    guard let kind else { return nil }
    let last = year * 12 + months.upperBound - 1 - count * kind.monthCount
    guard last >= 12 else { return nil }
    let month = last % 12 + 1
    return ReportingPeriod(year: last / 12, months: (month - kind.monthCount + 1)...month)
  }
}
