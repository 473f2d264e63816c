import Indicators
import Reports

/// The key figures in short: the latest value, its change, and the direction in a word.
struct KeyFigures {
  let figure: Figure
  let report: Report

  /// The table for the first sheet, or nil when the figure has no column of values.
  func table(name: String) -> SheetTable? {
    guard let value = latestColumn else { return nil }
    let change = figure.columns.lastIndex { $0.kind == .change }
    let labels = figure.rows.map(figure.markedLabel)
    let first = SheetTable.Column(
      header: figure.rowTitle, alignment: .left,
      width: ColumnWidth.labels(labels, header: figure.rowTitle))
    let direction = SheetTable.Column(
      header: report.words(.direction), alignment: .indented, width: 130)
    let shown = [value] + (change.map { [$0] } ?? [])
    return SheetTable(
      name: name,
      columns: [first] + shown.map { figure.sheetColumn($0, numbers: report.numbers) }
        + (change == nil ? [] : [direction]),
      rows: zip(figure.rows, figure.cells).map { row, cells in
        entries(of: row, cells: shown.map { cells[$0] }, change: change.map { cells[$0] })
      })
  }

  /// The column of the report's year, or the last one where no column is a year.
  private var latestColumn: Int? {
    let year = String(report.period.year)
    return figure.columns.firstIndex { $0.kind == .value && $0.label == year }
      ?? figure.columns.lastIndex { $0.kind == .value }
  }

  private func entries(of row: FigureRow, cells: [Cell], change: Cell?) -> [SheetTable.Entry] {
    [.text(figure.markedLabel(of: row), CellStyle(wraps: true))]
      + cells.map { figure.entry(for: $0, role: .body, numbers: report.numbers) }
      + (change.map { [.text(direction(of: $0), CellStyle(alignment: .indented))] } ?? [])
  }

  /// The direction of a change as it is printed: one that rounds to zero has none.
  private func direction(of cell: Cell) -> String {
    guard let (numerator, denominator) = cell.value.fraction else { return "" }
    let rounded = Decimals.rounded(numerator, over: denominator, places: cell.style.decimals)
    return report.words(rounded > 0 ? .riseNoun : rounded < 0 ? .fallNoun : .sameNoun)
  }
}
