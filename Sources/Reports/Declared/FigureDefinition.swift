public import Findings

/// A figure as it is declared.
public struct FigureDefinition: Sendable {
  /// The id, unique in the report.
  public let id: String

  /// The name in captions and sheets, for example `Figuur 4`.
  public let label: String

  /// The title.
  public let title: String

  /// The header of the first column.
  public let rowTitle: String

  /// The indicator of cells whose row and column name no other; nil when each names one.
  public let indicator: String?

  /// What all cells are narrowed to: members (slugs) by dimension; an empty slug is an empty field.
  public let members: [String: [String]]

  /// The rows.
  public let rows: AxisDefinition

  /// The columns.
  public let columns: AxisDefinition

  /// Whether a column with the change against the year before stands beside the years.
  public let showsChange: Bool

  /// The chart.
  public let chart: ChartDefinition?

  /// Whether the report shows only the chart.
  public let isChartOnly: Bool

  /// The notes.
  public let notes: [NoteDefinition]

  /// Where it is declared.
  public let location: SourceLocation

  /// Creates a figure.
  public init(
    id: String, label: String, title: String, rowTitle: String, indicator: String?,
    members: [String: [String]], rows: AxisDefinition, columns: AxisDefinition, showsChange: Bool,
    chart: ChartDefinition?, isChartOnly: Bool, notes: [NoteDefinition], location: SourceLocation
  ) {
    self.id = id
    self.label = label
    self.title = title
    self.rowTitle = rowTitle
    self.indicator = indicator
    self.members = members
    self.rows = rows
    self.columns = columns
    self.showsChange = showsChange
    self.chart = chart
    self.isChartOnly = isChartOnly
    self.notes = notes
    self.location = location
  }
}

/// A note of a figure: a sentence, and what it is about.
public struct NoteDefinition: Sendable, Hashable {
  /// The sentence.
  public let text: String

  /// The row and column labels that it is about; with neither it is about the whole figure, with
  /// both about one cell.
  public let row: String?
  /// The column label that it is about.
  public let column: String?

  /// Creates a note.
  public init(text: String, row: String? = nil, column: String? = nil) {
    self.text = text
    self.row = row
    self.column = column
  }
}

/// A chart as it is declared.
public struct ChartDefinition: Sendable, Hashable {
  /// The form.
  public let kind: ChartKind

  /// The title; empty for the figure's.
  public let title: String

  /// The labels of the columns that are shown; empty for all that are not totals or changes.
  public let columns: [String]

  /// Whether total rows are left out.
  public let leavesOutTotals: Bool

  /// Whether the rows are the series.
  public let seriesInRows: Bool

  /// Creates a chart.
  public init(
    kind: ChartKind, title: String = "", columns: [String] = [], leavesOutTotals: Bool = true,
    seriesInRows: Bool = false
  ) {
    self.kind = kind
    self.title = title
    self.columns = columns
    self.leavesOutTotals = leavesOutTotals
    self.seriesInRows = seriesInRows
  }
}
