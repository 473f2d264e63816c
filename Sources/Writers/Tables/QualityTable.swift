import Reports

/// A table about the deliveries, as every writer shows it.
struct QualityTable {
  /// One column.
  struct Column {
    let header: String
    let isNumber: Bool
  }

  /// What stands in one place of the table.
  enum Entry {
    case text(String)
    case number(Int?)
    case year(Int)

    /// The entry as the reader sees it.
    func text(in numbers: NumberFormat) -> String {
      switch self {
      case .text(let text): text
      case .number(let number):
        numbers.text(number.map(CellValue.count) ?? .suppressed, style: .count)
      case .year(let year): String(year)
      }
    }
  }

  let columns: [Column]
  let rows: [[Entry]]

  /// The deliveries by dataset and year.
  static func deliveries(of report: Report) -> QualityTable {
    QualityTable(
      columns: [
        Column(header: report.words(.dataset), isNumber: false),
        Column(header: report.words(.year), isNumber: true),
        Column(header: report.words(.files), isNumber: true),
        Column(header: report.words(.recordsRead), isNumber: true),
        Column(header: report.words(.recordsCounted), isNumber: true),
        Column(header: report.words(.missing), isNumber: false),
      ],
      rows: report.quality.deliveries.map { line in
        [
          .text(line.dataset), .year(line.year),
          .text("\(line.fileCount) / \(line.expectedCount)"),
          .number(line.recordsRead), .number(line.recordsCounted),
          .text(report.listed(line.missing)),
        ]
      })
  }

  /// The records that were left out, by dataset and rule.
  static func leftOut(of report: Report) -> QualityTable {
    QualityTable(
      columns: [
        Column(header: report.words(.dataset), isNumber: false),
        Column(header: report.words(.reason), isNumber: false),
        Column(header: report.words(.number), isNumber: true),
      ],
      rows: report.quality.leftOut.map { line in
        [.text(line.dataset), .text(line.rule), .number(line.count)]
      })
  }
}
