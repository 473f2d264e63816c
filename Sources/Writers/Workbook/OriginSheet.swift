import Reports

/// What the report was made from: the program, and every file by its content.
struct OriginSheet {
  let content: WorkbookContent
  let origin: ReportOrigin

  private var report: Report { content.report }

  /// Writes the sheet.
  func write(to sheet: Sheet) throws(WorkbookError) {
    try content.setUpPage(of: sheet)
    try sheet.write(report.words(.origin), row: 0, column: 0, style: CellStyle(role: .title))
    try sheet.writeLink(report.words(.backToContents), to: content.contents, row: 1, column: 0)
    let programs = origin.programs.joined(separator: ", ")
    try sheet.write("\(report.words(.program)): \(programs)", row: 2, column: 0)
    let table = SheetTable(name: content.originTable, columns: columns, rows: origin.files.map(row))
    try table.setWidths(of: sheet)
    _ = try table.write(to: sheet, row: 4)
  }

  private var columns: [SheetTable.Column] {
    let widest = origin.files.map { TextWidth.pixels($0.path) }.max() ?? 0
    return [
      SheetTable.Column(
        header: report.words(.file), alignment: .left,
        width: max(widest, TextWidth.pixels(report.words(.file), bold: true)) + 24),
      SheetTable.Column(header: report.words(.bytes), alignment: .right, width: 110),
      SheetTable.Column(header: report.words(.recordsRead), alignment: .right, width: 110),
      SheetTable.Column(header: "SHA-256", alignment: .indented, width: 520),
    ]
  }

  private func row(_ file: ReportOrigin.File) -> [SheetTable.Entry] {
    func number(_ value: Int?) -> SheetTable.Entry {
      let style = CellStyle(alignment: .right, numberFormat: "#,##0")
      return value.map { .number(Double($0), style) } ?? .text("", style)
    }
    return [
      .text(file.path, CellStyle()), number(file.bytes), number(file.records),
      .text(file.sha256, CellStyle(alignment: .indented)),
    ]
  }
}
