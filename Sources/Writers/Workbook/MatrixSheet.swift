import Reports

/// Every part of every dataset, year by year: its records, or that it is empty or missing.
struct MatrixSheet {
  let content: WorkbookContent

  private var report: Report { content.report }

  /// Writes the sheet.
  func write(to sheet: Sheet) throws(WorkbookError) {
    try content.setUpPage(of: sheet)
    try sheet.write(
      report.words(.deliveryMatrix), row: 0, column: 0, style: CellStyle(role: .title))
    try sheet.writeLink(report.words(.backToContents), to: content.contents, row: 1, column: 0)
    let years = Set(report.quality.parts.flatMap(\.states.keys)).sorted()
    let table = SheetTable(
      name: content.matrixTable, columns: columns(years),
      rows: report.quality.parts.map {
        row($0, years)
      })
    try table.setWidths(of: sheet)
    _ = try table.write(to: sheet, row: 3)
  }

  private func columns(_ years: [Int]) -> [SheetTable.Column] {
    let parts = report.quality.parts
    func labels(_ word: ReportWord, _ texts: [String]) -> SheetTable.Column {
      let header = report.words(word)
      return SheetTable.Column(
        header: header, alignment: .left, width: ColumnWidth.labels(texts, header: header))
    }
    return [labels(.dataset, parts.map(\.dataset)), labels(.part, parts.map(\.label))]
      + years.map { SheetTable.Column(header: String($0), alignment: .right, width: 110) }
  }

  private func row(_ part: DeliveryPart, _ years: [Int]) -> [SheetTable.Entry] {
    [
      .text(part.dataset, CellStyle(wraps: true)), .text(part.label, CellStyle(wraps: true)),
    ] + years.map { entry(part.states[$0] ?? .notExpected) }
  }

  private func entry(_ state: DeliveryPart.State) -> SheetTable.Entry {
    func text(_ word: ReportWord, _ role: CellStyle.Role) -> SheetTable.Entry {
      .text(report.words(word), CellStyle(role: role, alignment: .right))
    }
    return switch state {
    case .delivered(records: 0): text(.emptyDelivery, .banner)
    case .delivered(records: nil):
      .text(report.numbers.suppressed, CellStyle(alignment: .right))
    case .delivered(let records?):
      .number(Double(records), CellStyle(alignment: .right, numberFormat: "#,##0"))
    case .missing: text(.missing, .banner)
    case .notExpected: text(.notExpected, .remark)
    }
  }
}
