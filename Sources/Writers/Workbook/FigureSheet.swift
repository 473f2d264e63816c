import CXlsxWriter
import Reports

/// The sheet of one figure for directors: its table, its chart beside it, and what a reader must
/// know about them below.
struct FigureSheet {
  /// The number of the figure among those of the workbook.
  let index: Int
  let content: WorkbookContent

  /// The row of the table's header.
  static let headerRow = 4

  /// How wide the text below a table may be at least, in pixels.
  private static let textWidth = 460.0

  /// How wide a table and its chart may be together, so that they are as large on paper as on the
  /// screen.
  private static let pageWidth = 1_080.0

  /// How high a sheet may be to be printed on one page, in pixels.
  private static let pageHeight = 960

  private var report: Report { content.report }

  private var figure: Figure { content.figures[index] }

  private var remarks: FigureRemarks { FigureRemarks(figure: figure, report: report) }

  /// Adds and writes the sheet.
  func write(to file: WorkbookFile) throws(WorkbookError) {
    let sheet = try file.addSheet(content.sheetNames[index])
    let table = figure.sheetTable(name: content.tableNames[index], numbers: report.numbers)
    try content.setUpPage(of: sheet)
    try sheet.write(figure.heading, row: 0, column: 0, style: CellStyle(role: .title))
    try sheet.writeLink(report.words(.backToContents), to: content.contents, row: 1, column: 0)
    try sheet.write(remarks.unitAndStatus, row: 2, column: 0, style: CellStyle(role: .remark))
    try table.setWidths(of: sheet)
    let below = try table.write(to: sheet, row: FigureSheet.headerRow)
    try content.defineCells(of: index, on: sheet, headerRow: FigureSheet.headerRow)
    worksheet_freeze_panes(sheet.worksheet, lxw_row_t(FigureSheet.headerRow + 1), 1)
    let row = try writeChart(to: sheet, table: table, end: below)
    let end = try writeRemarks(
      to: sheet, row: row + 1, width: max(table.width, textWidth(beside: table)))
    // What is a little too long for a page is better read smaller than on a second page.
    if end * 20 <= FigureSheet.pageHeight { worksheet_fit_to_pages(sheet.worksheet, 1, 1) }
  }

  /// Text below a table alone may use the page.
  private func textWidth(beside table: SheetTable) -> Double {
    figure.chart == nil ? 760 : FigureSheet.textWidth
  }

  private func writeChart(
    to sheet: Sheet, table: SheetTable, end: Int
  ) throws(WorkbookError) -> Int {
    let remark = report.words.has(.openBars) ? report.words(.openBars) : ""
    guard let chart = figure.chart, let native = FigureChart(chart, of: figure, remark: remark)
    else { return end }
    let room = max(table.width, FigureSheet.textWidth) + 24
    let isBeside = room + FigureChart.width <= FigureSheet.pageWidth
    let left = isBeside ? room : 0
    let row = isBeside ? FigureSheet.headerRow : end + 1
    try native.insert(
      into: sheet, row: row, left: left, table: sheet.name, headerRow: FigureSheet.headerRow)
    return isBeside ? end : row + Int(native.height / 20) + 1
  }

  private func writeRemarks(
    to sheet: Sheet, row: Int, width: Double
  ) throws(WorkbookError) -> Int {
    var row = row
    for (index, note) in figure.notes.enumerated() {
      row = try sheet.writeLines("[\(index + 1)] \(note)", row: row, width: width)
    }
    if !figure.notes.isEmpty { row += 1 }
    let dash = remarks.hasDash ? report.words(.dashMeaning) : ""
    for remark in [remarks.source, remarks.counting, dash] {
      row = try sheet.writeLines(
        remark, row: row, width: width, style: CellStyle(role: .remark))
    }
    return row
  }
}
