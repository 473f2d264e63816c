/// A published number that is computed differently now.
public struct Restatement: Sendable, Hashable {
  /// The figure's id.
  public let figure: String

  /// Its name in captions.
  public let figureLabel: String

  /// The row's label.
  public let row: String

  /// The column's label.
  public let column: String

  /// The report that published it, for example `review 2018`.
  public let report: String

  /// What it published, as the reader sees it.
  public let published: String

  /// What is computed now.
  public let now: String

  /// The difference, with its sign.
  public let difference: String

  /// Why, in the language of the report; empty when no reason is declared.
  public let reason: String

  /// Creates a restatement.
  public init(
    figure: String, figureLabel: String, row: String, column: String, report: String,
    published: String, now: String, difference: String, reason: String
  ) {
    self.figure = figure
    self.figureLabel = figureLabel
    self.row = row
    self.column = column
    self.report = report
    self.published = published
    self.now = now
    self.difference = difference
    self.reason = reason
  }
}

/// Where the series of some rows of a figure break.
public struct FigureBreak: Sendable, Hashable {
  /// The first year of the new series; nil when it is not known.
  public let year: Int?

  /// Whether each year is a new series.
  public let isEveryYear: Bool

  /// The labels of the rows.
  public let rows: [String]

  /// The sentence for readers.
  public let note: String

  /// Creates a break.
  public init(year: Int?, isEveryYear: Bool = false, rows: [String], note: String) {
    self.isEveryYear = isEveryYear
    self.year = year
    self.rows = rows
    self.note = note
  }

  /// Whether a row's numbers of two years cannot be compared.
  public func separates(_ row: String, _ earlier: Int, _ later: Int) -> Bool {
    guard rows.contains(row) else { return false }
    if isEveryYear { return earlier < later }
    guard let year else { return false }
    return earlier < year && later >= year
  }
}
