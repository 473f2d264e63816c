import CXlsxWriter
import Reports

/// The first sheet: the key figures, whose they are, how complete they are, and how to read them.
struct CoverSheet {
  private let content: WorkbookContent
  private let keyFigures: KeyFigures?

  /// The table of the key figures.
  private let table: SheetTable?

  init(content: WorkbookContent) {
    self.content = content
    let figure = content.profile == .directors ? content.figures.first : nil
    keyFigures = figure.flatMap {
      $0.id == content.report.keyFigure ? KeyFigures(figure: $0, report: content.report) : nil
    }
    table = keyFigures?.table(name: content.coverTable)
  }

  /// The width of texts, which run over the columns at their right.
  private var textWidth: Double { max(table?.width ?? 900, 600) }

  private var report: Report { content.report }

  /// Writes the sheet.
  func write(to sheet: Sheet) throws(WorkbookError) {
    try content.setUpPage(of: sheet)
    worksheet_set_portrait(sheet.worksheet)
    worksheet_fit_to_pages(sheet.worksheet, 1, 1)
    try sheet.write(report.title, row: 0, column: 0, style: CellStyle(role: .reportTitle))
    try sheet.file.check(
      worksheet_set_row_pixels(sheet.worksheet, 0, 42, nil), "set the height of the title")
    try sheet.write(report.subtitle, row: 1, column: 0, style: CellStyle(role: .subtitle))
    var row = 3
    for banner in [report.words(.banner), report.incompleteWarning] {
      row = try writeBanner(banner, to: sheet, row: row)
    }
    row = try writeStatus(to: sheet, row: row)
    row = try writeKeyFigures(to: sheet, row: row)
    row = try writeList(report.sinceLastHeading, report.sinceLastSentences, to: sheet, row: row)
    row = try writeList(report.words(.movedMost), report.highlights, to: sheet, row: row)
    row = try writeFacts(to: sheet, row: row)
    row = try writeNotes(to: sheet, row: row)
    for text in [report.disclaimer] + report.conventions where !text.isEmpty {
      row = try sheet.writeLines(text, row: row, width: textWidth)
    }
    row += 1
    for target in [content.contents] + content.sheetsBehind {
      try sheet.writeLink(target, to: target, row: row, column: 0)
      row += 1
    }
  }

  /// Whether a month or quarter is whole or provisional.
  private func writeStatus(to sheet: Sheet, row: Int) throws(WorkbookError) -> Int {
    let status = report.statusSentence
    guard !status.isEmpty else { return row }
    return try sheet.writeLines(
      status, row: row, width: textWidth, style: CellStyle(role: .subtitle)) + 1
  }

  /// A heading and a list of sentences; nothing where there are none.
  private func writeList(
    _ heading: String, _ sentences: [String], to sheet: Sheet, row: Int
  ) throws(WorkbookError) -> Int {
    guard !sentences.isEmpty else { return row }
    try sheet.write(heading, row: row, column: 0, style: CellStyle(role: .title))
    var row = row + 1
    for sentence in sentences {
      row = try sheet.writeLines(sentence, row: row, width: textWidth)
    }
    return row + 1
  }

  private func writeBanner(
    _ banner: String, to sheet: Sheet, row: Int
  ) throws(WorkbookError) -> Int {
    guard !banner.isEmpty else { return row }
    let style = CellStyle(role: .banner)
    let end = try sheet.writeLines(
      banner, row: row, width: textWidth, style: style)
    for line in row..<end { try sheet.fill(row: line, columns: 1..<bannerColumns, style: style) }
    return end + 1
  }

  /// The key figures of the period, with the sentences that stand beside them in the report.
  private func writeKeyFigures(to sheet: Sheet, row: Int) throws(WorkbookError) -> Int {
    guard let table, let figure = keyFigures?.figure
    else {
      try sheet.setWidth(ColumnWidth.labels(content.sheetsBehind, header: ""), column: 0)
      return row
    }
    try table.setWidths(of: sheet)
    try writeTrends(over: row, to: sheet)
    sheet.file.ranges += keyFigures?.ranges(below: row, of: sheet.name) ?? []
    var row = try table.write(to: sheet, row: row) + 1
    for sentence in sentences(beside: figure.id, in: report.chapters) {
      row = try sheet.writeLines(sentence, row: row, width: textWidth)
    }
    return row + 1
  }

  /// The columns that a banner goes over: those of the table.
  private var bannerColumns: Int {
    max(table?.columns.count ?? 6, 2)
  }

  /// Draws the years of each key figure over its row.
  private func writeTrends(over header: Int, to sheet: Sheet) throws(WorkbookError) {
    guard let keyFigures, let column = keyFigures.trendPlace else { return }
    let figure = keyFigures.figure
    for row in figure.rows.indices {
      let trend = TrendChart(
        figure: figure, row: row, series: keyFigures.series, calendar: report.calendar,
        table: content.sheetNames[0], headerRow: FigureSheet.headerRow)
      try trend.insert(
        into: sheet, row: header + 1 + keyFigures.places[row], column: column,
        size: (width: KeyFigures.trendWidth - 12, height: 22),
        name: figure.rows[row].label)
    }
  }

  private func writeFacts(to sheet: Sheet, row: Int) throws(WorkbookError) -> Int {
    var row = row
    for fact in facts where !fact.text.isEmpty {
      let text = fact.label.isEmpty ? fact.text : "\(fact.label): \(fact.text)"
      row = try sheet.writeLines(text, row: row, width: textWidth)
    }
    return row + 1
  }

  /// The notes that the names of the key figures refer to.
  private func writeNotes(to sheet: Sheet, row: Int) throws(WorkbookError) -> Int {
    guard let figure = keyFigures?.figure else { return row }
    let used = Set(figure.rows.flatMap(\.notes)).filter(figure.notes.indices.contains).sorted()
    guard !used.isEmpty else { return row }
    var row = row
    for index in used {
      row = try sheet.writeLines(
        "[\(index + 1)] \(figure.notes[index])", row: row, width: textWidth,
        style: CellStyle(role: .remark))
    }
    return row + 1
  }

  private var facts: [(label: String, text: String)] {
    [
      (report.words(.quality), report.completeness),
      ("", report.findingsSummary),
      (report.words(.provisional), report.provisional),
      (report.words(.period), report.periodText),
      (report.words(.publisher), report.publisher),
      (report.words(.contact), report.contact),
    ]
  }

  /// The paragraphs of the chapter that holds a figure.
  private func sentences(beside id: String, in chapters: [Chapter]) -> [String] {
    for chapter in chapters {
      var paragraphs: [String] = []
      var holdsFigure = false
      var inner: [Chapter] = []
      for item in chapter.items {
        switch item {
        case .paragraph(let text): paragraphs.append(text)
        case .figure(let figure): holdsFigure = holdsFigure || figure.id == id
        case .chapter(let chapter): inner.append(chapter)
        }
      }
      if holdsFigure { return paragraphs }
      let found = sentences(beside: id, in: inner)
      if !found.isEmpty { return found }
    }
    return []
  }
}
