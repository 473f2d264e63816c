import Reports

/// The published numbers that are computed differently now, on a sheet.
struct RestatementsSheet {
  let content: WorkbookContent

  /// Adds and writes the sheet; nothing when nothing was restated.
  func write(to file: WorkbookFile) throws(WorkbookError) {
    let report = content.report
    guard !report.restatements.isEmpty else { return }
    let sheet = try file.addSheet(content.restatements)
    let pages = QualitySheet(content: content)
    try pages.writeOpening(to: sheet, title: report.words(.restatements))
    let table = pages.sheetTable(.restatements(of: report), content.restatementsTable)
    try table.setWidths(of: sheet)
    _ = try table.write(to: sheet, row: 3)
  }
}
