public import Indicators

/// A numbered element of the report: a table, with or without a chart.
public struct Figure: Sendable {
  /// The id, for example `4` or `kerncijfers`.
  public let id: String

  /// The name in captions and sheets, for example `Figuur 4`.
  public let label: String

  /// The title, with its period.
  public let title: String

  /// What the rows are, the header of the first column.
  public let rowTitle: String

  /// The rows, from top to bottom.
  public let rows: [FigureRow]

  /// The columns, from left to right.
  public let columns: [FigureColumn]

  /// The cells: one array per row, one cell per column.
  public let cells: [[Cell]]

  /// The chart, if it has one.
  public let chart: Chart?

  /// Whether the report shows only the chart; the table is then in the workbook and the files for
  /// programs.
  public let isChartOnly: Bool

  /// The notes below the table, in order. Rows, columns and cells refer to them by index.
  public let notes: [String]

  /// Where the numbers come from, a sentence.
  public let source: String

  /// How it was counted, a sentence; empty when there is nothing to say.
  public let explanation: String

  /// The unit of its numbers.
  public let unit: String

  /// Whether all of its indicators are validated.
  public let status: ValidationStatus

  /// Where its series break; their notes are among its notes.
  public internal(set) var breaks: [FigureBreak] = []

  /// Whether some of its numbers can still grow: a cohort whose window is open.
  public internal(set) var hasOpenWindow = false

  /// Creates a figure.
  public init(
    id: String, label: String, title: String, rowTitle: String, rows: [FigureRow],
    columns: [FigureColumn], cells: [[Cell]], chart: Chart?, isChartOnly: Bool, notes: [String],
    source: String, explanation: String, unit: String, status: ValidationStatus
  ) {
    self.id = id
    self.label = label
    self.title = title
    self.rowTitle = rowTitle
    self.rows = rows
    self.columns = columns
    self.cells = cells
    self.chart = chart
    self.isChartOnly = isChartOnly
    self.notes = notes
    self.source = source
    self.explanation = explanation
    self.unit = unit
    self.status = status
  }
}

/// A row of a figure.
public struct FigureRow: Sendable, Hashable {
  /// The label, as in `figures.csv`.
  public let label: String

  /// Whether it is a total.
  public let isTotal: Bool

  /// Indexes of the figure's notes that belong to it.
  public let notes: [Int]

  /// Creates a row.
  public init(label: String, isTotal: Bool = false, notes: [Int] = []) {
    self.label = label
    self.isTotal = isTotal
    self.notes = notes
  }
}

/// A column of a figure.
public struct FigureColumn: Sendable, Hashable {
  /// The label, as in `figures.csv`.
  public let label: String

  /// What its numbers are.
  public let kind: Kind

  /// Whether it is a total.
  public let isTotal: Bool

  /// Indexes of the figure's notes that belong to it.
  public let notes: [Int]

  /// The period that it is about; nil for the reported one, where the rows say so, or for a change.
  public var period: ReportingPeriod?

  /// Whether it is one of a series of periods, each like the others.
  public var isInSeries = false

  /// The names of the earlier and the later column, for a change.
  public var compares: [String] = []

  /// Whether it is about the member that the report is about, and not about the whole.
  public var isFocus = false

  /// The year of the period that it is about.
  public var year: Int? { period?.year }

  /// What the numbers of a column are.
  public enum Kind: Sendable, Hashable {
    /// Counts, shares or averages of the figure.
    case value

    /// The change against the year before, or between two columns.
    case change

    /// What a year is expected to come to.
    case forecast
  }

  /// Creates a column.
  public init(label: String, kind: Kind = .value, isTotal: Bool = false, notes: [Int] = []) {
    self.label = label
    self.kind = kind
    self.isTotal = isTotal
    self.notes = notes
  }
}

/// One number of a figure.
public struct Cell: Sendable, Hashable {
  /// The value.
  public let value: CellValue

  /// How it is printed.
  public let style: NumberStyle

  /// Where it comes from.
  public let source: Source

  /// What one unit of it is.
  public let unit: String

  /// Whether its indicator is validated.
  public let status: ValidationStatus

  /// Indexes of the figure's notes that belong to it.
  public let notes: [Int]

  /// Where a number comes from.
  public enum Source: String, Sendable, Hashable {
    /// Computed from the exports.
    case exports
    /// Kept by hand.
    case hand
    /// Published in an earlier report.
    case register
  }

  /// Creates a cell.
  public init(
    value: CellValue, style: NumberStyle, source: Source, unit: String, status: ValidationStatus,
    notes: [Int] = []
  ) {
    self.value = value
    self.style = style
    self.source = source
    self.unit = unit
    self.status = status
    self.notes = notes
  }
}
