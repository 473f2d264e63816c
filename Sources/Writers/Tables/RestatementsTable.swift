import Reports

extension QualityTable {
  /// The published numbers that are computed differently now.
  static func restatements(of report: Report) -> QualityTable {
    let words = report.words
    let columns: [(ReportWord, Bool)] = [
      (.figure, false), (.cell, false), (.publishedIn, false), (.published, true), (.now, true),
      (.difference, true), (.reason, false),
    ]
    return QualityTable(
      columns: columns.map { Column(header: words($0.0), isNumber: $0.1) },
      rows: report.restatements.map { item in
        [
          .text(item.figureLabel), .text("\(item.row), \(item.column)"), .text(item.report),
          .text(item.published), .text(item.now), .text(item.difference), .text(item.reason),
        ]
      })
  }
}
