import CXlsxWriter
import Reports

/// The sheets of one figure for publication: one with its table and nothing below it, and one with
/// its chart.
struct PublishedFigureSheets {
  /// The number of the figure among those of the workbook.
  let index: Int
  let content: WorkbookContent

  /// How wide the sentences above a table may be, so that the sheet is readable on paper.
  private static let textWidth = 960.0

  private var report: Report { content.report }

  private var figure: Figure { content.figures[index] }

  /// Adds and writes the sheets.
  func write(to file: WorkbookFile) throws(WorkbookError) {
    let sheet = try file.addSheet(content.sheetNames[index])
    let headerRow = try writeOpening(to: sheet)
    let table = figure.publishedTable(name: content.tableNames[index], numbers: report.numbers)
    try table.setWidths(of: sheet)
    _ = try table.write(to: sheet, row: headerRow)
    try content.defineCells(of: index, on: sheet, headerRow: headerRow)
    let remark = report.words.has(.openBars) ? report.words(.openBars) : ""
    guard let chart = figure.chart, let native = FigureChart(chart, of: figure, remark: remark)
    else { return }
    let chartSheet = try file.addSheet(content.chartNames[index])
    try content.setUpPage(of: chartSheet)
    try chartSheet.write(
      chart.title.singleLine, row: 0, column: 0, style: CellStyle(role: .title))
    try chartSheet.writeLink(
      report.words(.backToContents), to: content.contents, row: 1, column: 0)
    try native.insert(
      into: chartSheet, row: 3, left: 0, table: sheet.name, headerRow: headerRow)
  }

  /// Writes what stands above the table. Returns the row of the table's header.
  private func writeOpening(to sheet: Sheet) throws(WorkbookError) -> Int {
    try content.setUpPage(of: sheet)
    try sheet.write(figure.heading, row: 0, column: 0, style: CellStyle(role: .title))
    let remarks = FigureRemarks(figure: figure, report: report)
    let notes =
      figure.notes.isEmpty ? "" : report.words(.notesElsewhere, ["sheet": content.notes])
    let sentences = [
      report.words(.oneTable), notes, remarks.hasMissing ? report.words(.shorthand) : "",
      remarks.source, remarks.unitAndStatus, remarks.counting,
    ].filter { !$0.isEmpty }
    var link = 1
    for sentence in sentences {
      link = try sheet.writeLines(
        sentence, row: link, width: PublishedFigureSheets.textWidth)
    }
    try sheet.writeLink(report.words(.backToContents), to: content.contents, row: link, column: 0)
    return link + 1
  }
}
