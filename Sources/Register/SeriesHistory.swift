public import Findings

/// What is declared about published series: where they break, and why published cells are computed
/// differently now.
public struct SeriesHistory: Sendable, Hashable {
  /// The breaks, in the order of their declaration.
  public let breaks: [SeriesBreak]

  /// The reasons of restatements, in the order of their declaration.
  public let reasons: [RestatementReason]

  /// Creates a history.
  public init(breaks: [SeriesBreak] = [], reasons: [RestatementReason] = []) {
    self.breaks = breaks
    self.reasons = reasons
  }

  /// The reason that is declared for a published cell; the first that is about it.
  public func reason(for cell: PublishedCell) -> RestatementReason? {
    reasons.first { $0.isAbout(cell) }
  }

  /// The breaks of an indicator between two years, of which the first is the earlier one.
  public func breaks(of indicator: String, from earlier: Int, to later: Int) -> [SeriesBreak] {
    breaks.filter { $0.indicators.contains(indicator) && $0.lies(between: earlier, and: later) }
  }
}

/// A date from which a series is not comparable with what was before it.
public struct SeriesBreak: Sendable, Hashable {
  /// Its id.
  public let id: String

  /// The first day of the new series, as `2018-02-01`; empty when it is not known.
  public let date: String

  /// The year of that day: numbers of this year and later are not compared with earlier ones. Nil
  /// when it is not known: readers are told, and nothing is withheld.
  public let year: Int?

  /// Whether each year is a new series, of which no two are compared.
  public let isEveryYear: Bool

  /// Why.
  public let cause: Cause

  /// The indicators whose series break.
  public let indicators: [String]

  /// The sentence for readers.
  public let note: String

  /// Where it is declared.
  public let location: SourceLocation

  /// Why a series breaks.
  public enum Cause: String, Sendable, Hashable, CaseIterable {
    /// Who or what belongs to it changed by law.
    case law
    /// It is registered in another way.
    case registration
    /// Another organisation or division of work.
    case organisation
  }

  /// Creates a break.
  public init(
    id: String, date: String, year: Int?, isEveryYear: Bool = false, cause: Cause,
    indicators: [String], note: String,
    location: SourceLocation
  ) {
    self.id = id
    self.date = date
    self.year = year
    self.isEveryYear = isEveryYear
    self.cause = cause
    self.indicators = indicators
    self.note = note
    self.location = location
  }

  /// Whether the earlier year is before it and the later one is not.
  public func lies(between earlier: Int, and later: Int) -> Bool {
    if isEveryYear { return earlier < later }
    guard let year else { return false }
    return earlier < year && later >= year
  }
}

/// Why published cells are computed differently now.
public struct RestatementReason: Sendable, Hashable {
  /// The figure's id.
  public let figure: String

  /// The rows; empty for all.
  public let rows: [String]

  /// The columns; empty for all.
  public let columns: [String]

  /// The period of the report that published the cells; nil for any.
  public let period: String?

  /// The reason for readers; it may hold `{published}`, `{now}` and `{report}`.
  public let note: String

  /// Where it is declared.
  public let location: SourceLocation

  /// Creates a reason.
  public init(
    figure: String, rows: [String], columns: [String], period: String?, note: String,
    location: SourceLocation
  ) {
    self.figure = figure
    self.rows = rows
    self.columns = columns
    self.period = period
    self.note = note
    self.location = location
  }

  func isAbout(_ cell: PublishedCell) -> Bool {
    figure == cell.figure && (rows.isEmpty || rows.contains(cell.row))
      && (columns.isEmpty || columns.contains(cell.column))
      && (period == nil || period == cell.period)
  }
}
