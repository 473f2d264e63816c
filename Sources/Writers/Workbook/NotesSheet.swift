import Reports

/// All notes of all figures in one table.
struct NotesSheet {
  let content: WorkbookContent

  private var report: Report { content.report }

  /// Writes the sheet.
  func write(to sheet: Sheet) throws(WorkbookError) {
    try content.setUpPage(of: sheet)
    try sheet.write(report.words(.notes), row: 0, column: 0, style: CellStyle(role: .title))
    try sheet.writeLink(report.words(.backToContents), to: content.contents, row: 1, column: 0)
    let table = SheetTable(name: content.notesTable, columns: columns, rows: rows)
    try table.setWidths(of: sheet)
    _ = try table.write(to: sheet, row: 3)
  }

  private var columns: [SheetTable.Column] {
    let labels = report.figures.map(\.label)
    let width = ColumnWidth.labels(labels, header: report.words(.figure))
    return [
      SheetTable.Column(header: report.words(.figure), alignment: .left, width: width),
      SheetTable.Column(header: report.words(.number), alignment: .left, width: 80),
      SheetTable.Column(header: report.words(.note), alignment: .left, width: 700),
    ]
  }

  private var rows: [[SheetTable.Entry]] {
    zip(content.figures, content.sheetNames).flatMap { figure, sheet in
      figure.notes.enumerated().map { index, note in
        [
          .link(figure.name, sheet: sheet),
          .text("[\(index + 1)]", CellStyle()),
          .text(note, CellStyle(wraps: true)),
        ]
      }
    }
  }
}
