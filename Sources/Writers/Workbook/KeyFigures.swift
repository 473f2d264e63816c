import Indicators
import Reports

/// The key figures in short: the latest value, its change with its direction in a sign and a word,
/// and a small picture of the years.
struct KeyFigures {
  let figure: Figure
  let report: Report

  /// The table for the first sheet, or nil when the figure has no column of values.
  func table(name: String) -> SheetTable? {
    if !report.period.isWholeYear, !hasFocus { return tableOfPart(name: name) }
    guard let value = latestColumn(isFocus: hasFocus) else { return nil }
    let change = figure.columns.firstIndex { $0.kind == .change }
    let whole = hasFocus ? latestColumn(isFocus: false) : nil
    let shown = [value] + (change.map { [$0] } ?? [])
    return SheetTable(
      name: name,
      columns: [labelColumn] + shown.map(numberColumn) + (change == nil ? [] : [directionColumn])
        + (trend.isShown ? [trend.column(report)] : []) + (whole.map { [wholeColumn($0)] } ?? []),
      rows: zip(figure.rows, figure.cells).map { row, cells in
        [.text(figure.markedLabel(of: row), CellStyle(wraps: true))]
          + shown.map { entry(cells[$0]) }
          + (change.map { [.text(direction(of: cells[$0]), CellStyle(alignment: .indented))] } ?? [])
          + (trend.isShown
            ? [.text(trend.picture(of: cells), CellStyle(role: .picture, alignment: .indented))]
            : [])
          + (whole.map { [entry(cells[$0])] } ?? [])
      })
  }

  /// The table of a month or quarter: its numbers, what is compared with its direction, and what the
  /// year is expected to come to.
  private func tableOfPart(name: String) -> SheetTable? {
    let columns = figure.columns
    let compared = columns.first { $0.kind == .change }?.compares ?? []
    let counted = columns.indices.filter { index in
      let column = columns[index]
      return column.kind == .value && !column.isInSeries
        && (column.period == nil || compared.contains(column.label))
    }
    let change = columns.firstIndex { $0.kind == .change }
    let expected = columns.indices.filter { columns[$0].kind == .forecast }
    guard !counted.isEmpty else { return nil }
    return SheetTable(
      name: name,
      columns: [labelColumn] + (counted + (change.map { [$0] } ?? [])).map(numberColumn)
        + (change == nil ? [] : [directionColumn]) + expected.map(numberColumn),
      rows: zip(figure.rows, figure.cells).map { row, cells in
        [.text(figure.markedLabel(of: row), CellStyle(wraps: true))]
          + (counted + (change.map { [$0] } ?? [])).map { entry(cells[$0]) }
          + (change.map { [.text(direction(of: cells[$0]), CellStyle(alignment: .indented))] } ?? [])
          + expected.map { entry(cells[$0]) }
      })
  }

  private var labelColumn: SheetTable.Column {
    let widest = figure.rows.map { TextWidth.pixels(figure.markedLabel(of: $0)) }.max() ?? 0
    return SheetTable.Column(
      header: figure.rowTitle, alignment: .left, width: min(max(widest + 16, 220), 540))
  }

  private var hasFocus: Bool { figure.columns.contains(where: \.isFocus) }

  private var trend: TrendPicture { TrendPicture(figure: figure, isFocus: hasFocus) }

  /// The column of the report's year, or the last one where no column is a year.
  private func latestColumn(isFocus: Bool) -> Int? {
    let values = figure.columns.indices.filter {
      figure.columns[$0].kind == .value && figure.columns[$0].isFocus == isFocus
    }
    return values.first { isOfYear(figure.columns[$0]) } ?? values.last
  }

  private func isOfYear(_ column: FigureColumn) -> Bool {
    column.year.map { $0 == report.period.year } ?? (column.label == String(report.period.year))
  }

  private func numberColumn(_ index: Int) -> SheetTable.Column {
    figure.sheetColumn(index, numbers: report.numbers)
  }

  /// The column of the whole, beside the one of the member.
  private func wholeColumn(_ index: Int) -> SheetTable.Column {
    let column = numberColumn(index)
    let header = report.words(
      .focusColumn, ["member": report.words(.whole), "column": column.header])
    return SheetTable.Column(
      header: header, alignment: column.alignment, width: max(column.width, 90))
  }

  private func entry(_ cell: Cell) -> SheetTable.Entry {
    figure.entry(for: cell, role: .body, numbers: report.numbers)
  }

  private var directionColumn: SheetTable.Column {
    SheetTable.Column(header: report.words(.direction), alignment: .indented, width: 130)
  }

  /// The direction of a change as it is printed, as a sign and a word: one that rounds to zero has
  /// none.
  private func direction(of cell: Cell) -> String {
    guard let (numerator, denominator) = cell.value.fraction else { return "" }
    let rounded = Decimals.rounded(numerator, over: denominator, places: cell.style.decimals)
    if rounded == 0 { return "= " + report.words(.sameNoun) }
    return rounded > 0 ? "▲ " + report.words(.riseNoun) : "▼ " + report.words(.fallNoun)
  }
}
