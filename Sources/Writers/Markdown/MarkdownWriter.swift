import Indicators
public import Reports

/// Writes a report as one Markdown file, with its charts as pictures beside it.
public struct MarkdownWriter: Sendable {
  private let chartFolder: String

  /// Creates a writer; `chartFolder` is where the pictures are, as seen from the file.
  public init(chartFolder: String = "charts") {
    self.chartFolder = chartFolder
  }

  /// The report as Markdown with LF line ends.
  public func write(_ report: Report) -> String {
    var blocks = cover(of: report)
    blocks += contents(of: report)
    for chapter in report.chapters {
      blocks += self.blocks(of: chapter, level: 2, in: report)
    }
    blocks += MarkdownRestatements(report: report).blocks
    blocks += MarkdownQuality(report: report).blocks
    return blocks.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  private func cover(of report: Report) -> [String] {
    let facts = [
      (ReportWord.publisher, report.publisher), (.period, report.periodText),
      (.contact, report.contact),
    ]
    return [
      "# " + MarkdownText.inline(report.title),
      MarkdownText.bold(report.subtitle),
      quote(report.words(.banner)),
      quote(report.incompleteWarning),
      facts.filter { !$0.1.isEmpty }
        .map { "- \(MarkdownText.inline(report.words($0.0))): \(MarkdownText.inline($0.1))" }
        .joined(separator: "\n"),
      MarkdownText.bold(report.statusSentence),
      MarkdownText.paragraph(report.disclaimer),
      MarkdownText.paragraph(report.completeness),
      MarkdownText.paragraph(report.provisional),
      MarkdownText.paragraph(report.conventions.joined(separator: " ")),
    ] + list(report.sinceLastHeading, report.sinceLastSentences)
      + list(report.words(.movedMost), report.highlights)
  }

  /// A heading and a list of sentences; nothing where there are none.
  private func list(_ heading: String, _ sentences: [String]) -> [String] {
    guard !sentences.isEmpty else { return [] }
    return [
      "## " + MarkdownText.inline(heading),
      sentences.map { "- " + MarkdownText.inline($0) }.joined(separator: "\n"),
    ]
  }

  private func quote(_ text: String) -> String {
    text.isEmpty ? "" : "> " + MarkdownText.paragraph(text)
  }

  private func contents(of report: Report) -> [String] {
    var lines: [String] = []
    for chapter in report.chapters { addContents(of: chapter, depth: 0, to: &lines) }
    if !report.restatements.isEmpty {
      lines.append(
        contentsLine(
          report.words(.restatements), anchor: MarkdownRestatements.anchor, depth: 0))
    }
    lines.append(contentsLine(report.words(.quality), anchor: MarkdownQuality.anchor, depth: 0))
    return ["## " + MarkdownText.inline(report.words(.contents)), lines.joined(separator: "\n")]
  }

  private func addContents(of chapter: Chapter, depth: Int, to lines: inout [String]) {
    lines.append(contentsLine(chapter.title, anchor: chapter.anchor, depth: depth))
    for item in chapter.items {
      switch item {
      case .paragraph: break
      case .figure(let figure):
        lines.append(contentsLine(figure.heading, anchor: figure.slug, depth: depth + 1))
      case .chapter(let inner): addContents(of: inner, depth: depth + 1, to: &lines)
      }
    }
  }

  private func contentsLine(_ title: String, anchor: String, depth: Int) -> String {
    String(repeating: "  ", count: depth) + "- [\(MarkdownText.inline(title))](#\(anchor))"
  }

  private func blocks(of chapter: Chapter, level: Int, in report: Report) -> [String] {
    var blocks = [MarkdownWriter.heading(chapter.title, level: level, anchor: chapter.anchor)]
    for item in chapter.items {
      switch item {
      case .paragraph(let text): blocks.append(MarkdownText.paragraph(text))
      case .figure(let figure):
        blocks += MarkdownFigure(figure: figure, report: report, chartFolder: chartFolder)
          .blocks(level: level + 1)
      case .chapter(let inner): blocks += self.blocks(of: inner, level: level + 1, in: report)
      }
    }
    return blocks
  }

  /// A heading with an anchor of its own: code hosts make different ones from the same title.
  static func heading(_ title: String, level: Int, anchor: String) -> String {
    let marks = String(repeating: "#", count: min(level, 6))
    return "<a id=\"\(anchor)\"></a>\n\n\(marks) \(MarkdownText.inline(title))"
  }
}
