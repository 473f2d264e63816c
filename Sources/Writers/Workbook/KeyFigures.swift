import Indicators
import Reports

/// The key figures in short: the latest value, its change with its direction in a sign and a word,
/// and room for a small picture of the years.
struct KeyFigures {
  let figure: Figure
  let report: Report

  /// What the rows say.
  private let rows: KeyFigureRows

  init(figure: Figure, report: Report) {
    self.figure = figure
    self.report = report
    rows = KeyFigureRows(figure: figure, report: report)
  }

  /// The columns of the periods that the trends show, from the first one on.
  var series: [(period: ReportingPeriod, index: Int)] { rows.series }

  /// The table for the first sheet, or nil when the figure has no column of values.
  func table(name: String) -> SheetTable? {
    let layout = layout
    guard layout.contains(where: { $0.cell != nil }) else { return nil }
    var table = SheetTable(
      name: name, columns: layout.map(column),
      rows: figure.rows.indices.flatMap { row in
        (theme(before: row).map { [heading($0, columns: layout.count)] } ?? [])
          + [layout.map { entry($0, row: row) }]
      })
    if showsTrend { table.rowHeight = 26 }
    return table
  }

  /// What stands in a column of the table.
  private enum Content {
    case label
    /// A column of the figure.
    case number(Int)
    /// The figure's column of the whole, beside that of a member.
    case whole(Int)
    /// The direction of the change in a column of the figure.
    case direction(Int)
    case trend

    /// The figure's column of which it shows the cells.
    var cell: Int? {
      switch self {
      case .number(let index), .whole(let index): index
      case .label, .direction, .trend: nil
      }
    }
  }

  /// The columns: the numbers, what is compared with its direction, the trend, and the whole or what
  /// the year is expected to come to.
  private var layout: [Content] {
    let change = rows.changeColumn.map { [Content.number($0), .direction($0)] } ?? []
    let whole = rows.hasFocus ? rows.latestColumn(isFocus: false) : nil
    let forecasts =
      isPart ? figure.columns.indices.filter { figure.columns[$0].kind == .forecast } : []
    return [.label] + counted.map { .number($0) } + change + (showsTrend ? [.trend] : [])
      + forecasts.map { .number($0) } + (whole.map { [.whole($0)] } ?? [])
  }

  /// The latest value; of a month or quarter also what its change compares.
  private var counted: [Int] {
    guard isPart else { return rows.latestColumn(isFocus: rows.hasFocus).map { [$0] } ?? [] }
    let compared = figure.columns.first { $0.kind == .change }?.compares ?? []
    return figure.columns.indices.filter { index in
      let column = figure.columns[index]
      return column.kind == .value && !column.isInSeries
        && (column.period == nil || compared.contains(column.label))
    }
  }

  /// Whether it is the whole of a month or quarter that is shown.
  private var isPart: Bool { !report.period.isWholeYear && !rows.hasFocus }

  /// The column over which the trends are drawn; nil when there are none.
  var trendPlace: Int? {
    layout.firstIndex { if case .trend = $0 { true } else { false } }
  }

  /// The width of that column in pixels.
  static let trendWidth = 230.0

  private var showsTrend: Bool { series.count > 2 }

  /// A column of numbers: the first sheet is as wide as a page that it fills.
  private func numberColumn(_ index: Int) -> SheetTable.Column {
    let column = figure.sheetColumn(index, numbers: report.numbers)
    return SheetTable.Column(
      header: column.header, alignment: column.alignment, width: max(column.width, 110))
  }

  /// The column of the whole, beside the one of the member.
  private func wholeColumn(_ index: Int) -> SheetTable.Column {
    let column = numberColumn(index)
    let header = report.words(
      .focusColumn, ["member": report.words(.whole), "column": column.header])
    return SheetTable.Column(
      header: header, alignment: column.alignment, width: column.width)
  }

  private func column(_ content: Content) -> SheetTable.Column {
    switch content {
    case .label: labelColumn
    case .number(let index): numberColumn(index)
    case .whole(let index): wholeColumn(index)
    case .direction: directionColumn
    case .trend: trendColumn
    }
  }

  private func entry(_ content: Content, row: Int) -> SheetTable.Entry {
    let cells = figure.cells[row]
    switch content {
    case .label: return label(of: row)
    case .number(let index), .whole(let index):
      return figure.entry(for: cells[index], role: .body, numbers: report.numbers)
    case .direction(let index):
      return .text(rows.direction(of: cells[index]), CellStyle(alignment: .indented))
    case .trend: return .text("", CellStyle())
    }
  }

  private var directionColumn: SheetTable.Column {
    SheetTable.Column(header: report.words(.direction), alignment: .indented, width: 160)
  }

  private var trendColumn: SheetTable.Column {
    let ends = [series.first, series.last].compactMap { $0?.period }
    let header = ends.map { report.calendar.name(of: $0, isShort: true) }.joined(separator: "-")
    return SheetTable.Column(
      header: report.words(.trend, ["years": header]), alignment: .indented,
      width: KeyFigures.trendWidth)
  }

}

extension KeyFigures {
  /// The column of labels; below the name of their theme they are indented.
  private var labelColumn: SheetTable.Column {
    let names = rows.themes?.map(\.name) ?? figure.rows.map(figure.markedLabel)
    let widest = names.map { TextWidth.pixels($0) }.max() ?? 0
    return SheetTable.Column(
      header: figure.rowTitle, alignment: .left, width: min(max(widest + 36, 400), 540))
  }

  private func label(of row: Int) -> SheetTable.Entry {
    guard let themes = rows.themes else {
      return .text(figure.markedLabel(of: figure.rows[row]), CellStyle(wraps: true))
    }
    return .text(themes[row].name, CellStyle(alignment: .indented, wraps: true))
  }

  /// The name of the theme that begins at a row; nil where none does.
  private func theme(before row: Int) -> String? {
    guard let themes = rows.themes, row == 0 || themes[row].theme != themes[row - 1].theme else {
      return nil
    }
    return themes[row].theme
  }

  /// A row with the name of a theme only, which runs over the empty cells beside it.
  private func heading(_ theme: String, columns: Int) -> [SheetTable.Entry] {
    [.text(theme, CellStyle(role: .groupStart))]
      + Array(repeating: .text("", CellStyle(role: .groupStart)), count: columns - 1)
  }

  /// The places of the figure's rows in the table, after the names of themes before them.
  var places: [Int] {
    var headings = 0
    return figure.rows.indices.map { row in
      if theme(before: row) != nil { headings += 1 }
      return row + headings
    }
  }

  /// Where the figure's cells stand when the table's header is in a row of a sheet: a range for each
  /// theme, whose name stands between them.
  func ranges(below header: Int, of sheet: String) -> [CellRange] {
    let places = places
    let starts = figure.rows.indices.filter { $0 == 0 || places[$0] != places[$0 - 1] + 1 }
    return zip(starts, starts.dropFirst() + [figure.rows.count]).map { start, end in
      CellRange(
        sheet: sheet, figure: figure.id, firstRow: header + 1 + places[start], rows: end - start,
        columns: cellColumns, figureRow: start)
    }
  }

  /// The columns of the figure by those of the table, for the columns that hold its cells.
  private var cellColumns: [Int: Int] {
    let cells = layout.enumerated().compactMap { place, content in content.cell.map { (place, $0) }
    }
    return Dictionary(uniqueKeysWithValues: cells)
  }
}
