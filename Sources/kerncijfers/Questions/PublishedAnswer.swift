internal import Findings
internal import Register
internal import Reports

/// The cells of an indicator as reports printed them.
struct PublishedAnswer {
  private let rows: [[String]]
  private static let header = [
    "report", "period", "figure", "row", "column", "value", "printed at",
  ]

  /// Picks the cells of the figures that show an indicator, of columns about some years, or of all
  /// where no year is named.
  init(
    _ cells: [PublishedCell], of indicator: String, in years: [Int], _ reports: [ReportDefinition]
  ) {
    let figures = Set(
      reports.flatMap { report in
        report.figures.filter { report.indicators(of: $0).contains(indicator) }.map(\.id)
      })
    rows = cells.filter { cell in
      figures.contains(cell.figure)
        && (years.isEmpty || years.contains { cell.column.contains(String($0)) })
    }.map { cell in
      [
        cell.report, cell.period, cell.figure, cell.row, cell.column, cell.value.text,
        cell.location.description,
      ]
    }
  }

  /// Prints the cells on standard output.
  func print(as format: AnswerFormat) {
    switch format {
    case .table: TextTable(header: PublishedAnswer.header, rows: rows).print(asJSON: false)
    case .json: TextTable(header: PublishedAnswer.header, rows: rows).print(asJSON: true)
    case .csv: ([PublishedAnswer.header] + rows).forEach { Swift.print(RecordText.csv($0)) }
    case .markdown:
      let rule = PublishedAnswer.header.map { _ in "---" }
      for row in [PublishedAnswer.header, rule] + rows {
        Swift.print("| \(row.map(AnswerText.escaped).joined(separator: " | ")) |")
      }
    }
  }
}
