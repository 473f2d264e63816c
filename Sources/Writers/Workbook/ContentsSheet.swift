import Reports

/// The contents: every figure with a link to its sheet.
struct ContentsSheet {
  let content: WorkbookContent

  private var report: Report { content.report }

  /// Writes the sheet.
  func write(to sheet: Sheet) throws(WorkbookError) {
    try content.setUpPage(of: sheet)
    try sheet.write(report.words(.contents), row: 0, column: 0, style: CellStyle(role: .title))
    let table = SheetTable(name: content.contentsTable, columns: columns, rows: rows)
    try table.setWidths(of: sheet)
    let end = try table.write(to: sheet, row: 2)
    for (index, target) in content.sheetsBehind.enumerated() {
      try sheet.writeLink(target, to: target, row: end + 1 + index, column: 0)
    }
  }

  /// The units of a figure, the first ones of many.
  private func units(of figure: Figure) -> String {
    let units = figure.unit.split(separator: ", ")
    return units.count <= 3
      ? figure.unit : units.prefix(2).joined(separator: ", ") + ", …"
  }

  private var columns: [SheetTable.Column] {
    let labels = report.figures.map(\.label)
    return [
      column(.figure, width: ColumnWidth.labels(labels, header: report.words(.figure))),
      column(.title, width: 620),
      column(.unit, width: 170),
      column(.status, width: 110),
    ]
  }

  private func column(_ word: ReportWord, width: Double) -> SheetTable.Column {
    SheetTable.Column(header: report.words(word), alignment: .left, width: width)
  }

  private var rows: [[SheetTable.Entry]] {
    zip(content.figures, content.sheetNames).map { figure, sheet in
      [
        .link(figure.name, sheet: sheet),
        .text(figure.title, CellStyle(wraps: true)),
        .text(units(of: figure), CellStyle(wraps: true)),
        .text(report.statusWord(of: figure), CellStyle(wraps: true)),
      ]
    }
  }
}
