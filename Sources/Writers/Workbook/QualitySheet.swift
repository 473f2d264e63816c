import Reports

/// How complete the deliveries were, and what was left out.
struct QualitySheet {
  let content: WorkbookContent

  private var report: Report { content.report }

  /// Adds and writes the sheet; for publication, where a sheet has one table, a second one.
  func write(to file: WorkbookFile) throws(WorkbookError) {
    let sheet = try file.addSheet(content.quality)
    let deliveries = sheetTable(QualityTable.deliveries(of: report), content.deliveriesTable)
    let leftOut = sheetTable(QualityTable.leftOut(of: report), content.leftOutTable)
    try writeOpening(to: sheet, title: report.words(.quality))
    try sheet.write(report.completeness, row: 2, column: 0)
    try sheet.write(report.findingsSummary, row: 3, column: 0)
    try deliveries.setWidths(of: sheet)
    let row = deliveries.rows.isEmpty ? 5 : try deliveries.write(to: sheet, row: 5) + 1
    guard !leftOut.rows.isEmpty else { return }
    switch content.profile {
    case .directors:
      let title = report.words(.leftOut)
      try sheet.write(title, row: row, column: 0, style: CellStyle(role: .title))
      try leftOut.widened(to: deliveries).setWidths(of: sheet)
      _ = try leftOut.write(to: sheet, row: row + 2, isFirst: deliveries.rows.isEmpty)
    case .publication:
      let second = try file.addSheet(content.leftOut)
      try writeOpening(to: second, title: report.words(.leftOut))
      try leftOut.setWidths(of: second)
      _ = try leftOut.write(to: second, row: 3)
    }
  }

  func writeOpening(to sheet: Sheet, title: String) throws(WorkbookError) {
    try content.setUpPage(of: sheet)
    try sheet.write(title, row: 0, column: 0, style: CellStyle(role: .title))
    try sheet.writeLink(report.words(.backToContents), to: content.contents, row: 1, column: 0)
  }

  func sheetTable(_ table: QualityTable, _ name: String) -> SheetTable {
    let columns = table.columns.enumerated().map { index, column in
      let texts = table.rows.map { $0[index].text(in: report.numbers) }
      return SheetTable.Column(
        header: column.header, alignment: alignment(index, of: table),
        width: column.isNumber
          ? ColumnWidth.numbers(texts, header: column.header)
          : ColumnWidth.labels(texts, header: column.header) + 10)
    }
    return SheetTable(name: name, columns: columns, rows: table.rows.map { entries($0, of: table) })
  }

  private func alignment(_ index: Int, of table: QualityTable) -> CellStyle.Alignment {
    if table.columns[index].isNumber { return .right }
    return index == 0 ? .left : .indented
  }

  private func entries(_ row: [QualityTable.Entry], of table: QualityTable) -> [SheetTable.Entry] {
    row.enumerated().map { index, entry in
      let alignment = alignment(index, of: table)
      return switch entry {
      case .text(let text):
        .text(text, CellStyle(alignment: alignment, wraps: alignment != .right))
      case .number(nil): .text(entry.text(in: report.numbers), CellStyle(alignment: alignment))
      case .number(let number?):
        .number(Double(number), CellStyle(alignment: alignment, numberFormat: "#,##0"))
      case .year(let year):
        .number(Double(year), CellStyle(alignment: alignment, numberFormat: "0"))
      }
    }
  }
}
