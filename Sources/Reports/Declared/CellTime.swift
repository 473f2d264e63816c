internal import Indicators

/// Which period the cells of a row or column are about, as seen from the reported one.
public struct CellTime: Sendable, Hashable {
  /// How much of the year.
  public let span: Span

  /// How many periods of the report's kind earlier: the month before the reported one, for example.
  public let periodsBack: Int

  /// How many years earlier.
  public let yearsBack: Int

  /// How much of a year the cells of a row or column are about.
  public enum Span: String, Sendable, Hashable, CaseIterable {
    /// The period itself.
    case period

    /// The year up to the end of the period.
    case yearToDate = "year-to-date"

    /// The whole year in which the period lies.
    case year
  }

  /// Creates a time.
  public init(span: Span = .period, periodsBack: Int = 0, yearsBack: Int = 0) {
    self.span = span
    self.periodsBack = periodsBack
    self.yearsBack = yearsBack
  }

  /// The reported period itself.
  public static let reported = CellTime()
}

extension CellTime {
  /// The period that it stands for; nil before the year 1.
  func period(seenFrom reported: ReportingPeriod) -> ReportingPeriod? {
    guard
      let moved = periodsBack == 0 ? reported : reported.earlier(by: periodsBack),
      let shifted = yearsBack == 0 ? moved : moved.inYear(moved.year - yearsBack)
    else { return nil }
    switch span {
    case .period: return shifted
    case .yearToDate: return shifted.yearToDate
    case .year: return shifted.wholeYear
    }
  }
}
