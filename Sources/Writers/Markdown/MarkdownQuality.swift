import Reports

/// How complete the deliveries were, in Markdown.
struct MarkdownQuality {
  /// The anchor of the section.
  static let anchor = "about-quality"

  let report: Report

  /// The section's blocks, which an empty line separates.
  var blocks: [String] {
    var blocks = [
      MarkdownWriter.heading(
        report.words(.quality), level: 2, anchor: MarkdownQuality.anchor),
      MarkdownText.paragraph(report.completeness),
      MarkdownText.paragraph(report.findingsSummary),
    ]
    if !report.quality.deliveries.isEmpty { blocks.append(joined(deliveries)) }
    if !report.quality.leftOut.isEmpty {
      blocks.append("### " + MarkdownText.inline(report.words(.leftOut)))
      blocks.append(joined(leftOut))
    }
    return blocks
  }

  private var deliveries: QualityTable { QualityTable.deliveries(of: report) }

  private var leftOut: QualityTable { QualityTable.leftOut(of: report) }

  func joined(_ table: QualityTable) -> String {
    MarkdownTable(
      columns: table.columns.map {
        .init(header: MarkdownText.inline($0.header), isNumber: $0.isNumber)
      },
      rows: table.rows.map { $0.map { MarkdownText.inline($0.text(in: report.numbers)) } }
    ).lines.joined(separator: "\n")
  }
}
