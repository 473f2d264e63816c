internal import Archive
internal import Findings
internal import Provenance
internal import Reports

/// The cells of an indicator as reports printed them, from the archive.
struct PublishedAnswer {
  private let rows: [[String]]
  private let facts: [(name: String, text: String)]
  private static let header = [
    "report", "period", "version", "published on", "reason", "figure", "row", "column", "value",
    "printed at",
  ]

  /// Asks for the cells of the figures that show an indicator, of columns about some years, or of all
  /// where no year is named; with labels, only those in a row or column that is called so.
  ///
  /// - Throws: `ArchiveError` when the archive cannot be read.
  init(
    _ archive: ArchiveReader, of indicator: String, in years: [Int], labels: [String],
    _ reports: [ReportDefinition]
  ) throws {
    let figures = reports.flatMap { report in
      report.figures.filter { report.indicators(of: $0).contains(indicator) }.map(\.id)
    }
    rows = try archive.published(figures: Set(figures).sorted(), years: years).filter { cell in
      labels.allSatisfy { $0 == cell.place.row || $0 == cell.place.column }
    }.map { cell in
      cell.publication + [
        cell.place.figure, cell.place.row, cell.place.column, cell.value, cell.location,
      ]
    }
    let report = reports.first { $0.isDefault } ?? reports.first
    facts = [("disclaimer", report?.disclaimer ?? ""), ("contact", report?.contact ?? "")]
      .filter { !$0.1.isEmpty }
  }

  /// Prints the cells on standard output; what a reader must know beside CSV and JSON, which have no
  /// room for it, on standard error.
  func print(as format: AnswerFormat) {
    switch format {
    case .table:
      TextTable(header: PublishedAnswer.header, rows: rows).print(asJSON: false)
      Swift.print("")
      facts.forEach { Swift.print("\($0.name): \($0.text)") }
    case .json:
      TextTable(header: PublishedAnswer.header, rows: rows).print(asJSON: true)
      facts.forEach { ProgramLog.notice("\($0.name): \($0.text)") }
    case .csv:
      ([PublishedAnswer.header] + rows).forEach { Swift.print(RecordText.csv($0)) }
      facts.forEach { ProgramLog.notice("\($0.name): \($0.text)") }
    case .markdown:
      let rule = PublishedAnswer.header.map { _ in "---" }
      for row in [PublishedAnswer.header, rule] + rows {
        Swift.print("| \(row.map(AnswerText.escaped).joined(separator: " | ")) |")
      }
      Swift.print("")
      facts.forEach { Swift.print("- \($0.name): \(AnswerText.escaped($0.text))") }
    }
  }
}
