import Reports

/// The published numbers that are computed differently now, in Markdown.
struct MarkdownRestatements {
  /// The anchor of the section.
  static let anchor = "about-restatements"

  let report: Report

  /// The section's blocks, which an empty line separates; none when nothing was restated.
  var blocks: [String] {
    guard !report.restatements.isEmpty else { return [] }
    let heading = MarkdownWriter.heading(
      report.words(.restatements), level: 2, anchor: MarkdownRestatements.anchor)
    return [heading, MarkdownQuality(report: report).joined(.restatements(of: report))]
  }
}
