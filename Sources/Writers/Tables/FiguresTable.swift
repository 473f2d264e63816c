import Indicators
public import Reports

/// The cells of all figures as a table for programs, `figures.csv`.
public enum FiguresTable {
  /// The columns, in order.
  private static let header = [
    "figure", "title", "row", "column", "value", "marker", "unit", "source", "status", "note",
  ]

  /// The table as CSV: one line for each cell of every figure, in the order of the report.
  ///
  /// Values are exact plain decimals, shares and changes in percent. A text that a spreadsheet
  /// would take for a formula gets a leading apostrophe; values and markers are never touched.
  public static func csv(_ report: Report) -> String {
    var text = CSVText.line(header)
    for figure in report.figures {
      for (row, cells) in zip(figure.rows, figure.cells) {
        for (column, cell) in zip(figure.columns, cells) {
          text += CSVText.line(fields(of: cell, row: row, column: column, in: figure))
        }
      }
    }
    return text
  }

  private static func fields(
    of cell: Cell, row: FigureRow, column: FigureColumn, in figure: Figure
  ) -> [String] {
    let notes = figure.noteTexts(row: row, column: column, cell: cell).joined(separator: " | ")
    return [
      CSVText.text(figure.id),
      CSVText.text(figure.title),
      CSVText.text(row.label),
      CSVText.text(column.label),
      cell.value.plainDecimal,
      cell.value.marker,
      CSVText.text(unit(of: cell, column: column)),
      cell.source.rawValue,
      cell.status.rawValue,
      CSVText.text(notes),
    ]
  }

  /// Also a cell without a number has the unit that its number would have.
  private static func unit(of cell: Cell, column: FigureColumn) -> String {
    switch cell.value {
    case .share, .change: "%"
    default: column.kind == .change || cell.style.isPercent ? "%" : cell.unit
    }
  }
}
