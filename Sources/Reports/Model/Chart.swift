/// A chart of some cells of a figure's table.
public struct Chart: Sendable, Hashable {
  /// The form.
  public let kind: ChartKind

  /// What is shown, in words.
  public let title: String

  /// The rows of the table that are shown, by index: categories or series.
  public let rows: [Int]

  /// The columns of the table that are shown, by index: series or categories.
  public let columns: [Int]

  /// Whether the columns are the series (and the rows the categories), or the reverse.
  public let seriesInColumns: Bool

  /// What the chart shows, for those who do not see it, with its numbers.
  public let alternativeText: String

  /// The columns before which a series breaks: nothing may join them to the column before.
  public var breaksBefore: [Int] = []

  /// Creates a chart.
  public init(
    kind: ChartKind, title: String, rows: [Int], columns: [Int], seriesInColumns: Bool = true,
    alternativeText: String
  ) {
    self.kind = kind
    self.title = title
    self.rows = rows
    self.columns = columns
    self.seriesInColumns = seriesInColumns
    self.alternativeText = alternativeText
  }
}

/// The form of a chart.
public enum ChartKind: String, Sendable, Hashable, CaseIterable {
  /// Horizontal bars, side by side for each series.
  case bars

  /// Upright columns, side by side for each series.
  case columns

  /// Horizontal bars in parts of a whole.
  case stackedBars = "stacked-bars"

  /// Horizontal bars in parts, all of the same length.
  case fullBars = "full-bars"

  /// A pie with its shares.
  case pie

  /// Lines over time.
  case lines
}
