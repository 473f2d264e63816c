import Indicators
public import Reports

/// Writes a report as one page that needs no network and no scripts.
public struct WebWriter: Sendable {
  /// Creates a writer.
  public init() {}

  /// The page as HTML with LF line ends.
  public func write(_ report: Report) -> String {
    var html = HTMLText()
    html.line("<!doctype html>")
    html.open("html", "lang=\"\(XMLText.escaped(report.language))\"")
    writeHead(of: report, to: &html)
    html.open("body")
    html.element("a", "class=\"skip\" href=\"#main\"", report.words(.skipToText))
    writeCover(of: report, to: &html)
    html.open("div", "class=\"columns\"")
    WebContents(report: report).write(to: &html)
    html.open("main", "id=\"main\"")
    for chapter in report.chapters { write(chapter, level: 2, in: report, to: &html) }
    WebRestatements(report: report).write(to: &html)
    WebQuality(report: report).write(to: &html)
    html.close("main")
    html.close("div")
    html.raw("script", WebScript.text)
    html.close("body")
    html.close("html")
    return html.text
  }

  private func writeHead(of report: Report, to html: inout HTMLText) {
    html.open("head")
    html.line("<meta charset=\"utf-8\">")
    html.line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
    html.line("<meta name=\"color-scheme\" content=\"light dark\">")
    html.line(
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
        + " style-src 'unsafe-inline'; script-src 'unsafe-inline'\">")
    html.line("<meta name=\"author\" content=\"\(XMLText.escaped(report.publisher))\">")
    html.element("title", "", report.title)
    html.raw("style", WebStyle.text)
    html.close("head")
  }

  private func writeCover(of report: Report, to html: inout HTMLText) {
    html.open("header")
    html.element("h1", "", report.title)
    if !report.subtitle.isEmpty { html.element("p", "class=\"subtitle\"", report.subtitle) }
    for banner in [report.words(.banner), report.incompleteWarning] where !banner.isEmpty {
      html.element("p", "class=\"banner\"", banner)
    }
    if !report.statusSentence.isEmpty {
      html.element("p", "class=\"subtitle\"", report.statusSentence)
    }
    WebKeyFigures(report: report).write(to: &html)
    writeList(report.sinceLastHeading, report.sinceLastSentences, to: &html)
    writeList(report.words(.movedMost), report.highlights, to: &html)
    html.open("dl")
    for (word, text) in facts(of: report) where !text.isEmpty {
      html.line(
        "<div><dt>\(XMLText.escaped(report.words(word)))</dt>"
          + "<dd>\(XMLText.escaped(text))</dd></div>")
    }
    html.close("dl")
    for text in [report.disclaimer, report.conventions.joined(separator: " ")] where !text.isEmpty {
      html.element("p", "", text)
    }
    html.close("header")
  }

  private func facts(of report: Report) -> [(ReportWord, String)] {
    [
      (.publisher, report.publisher), (.period, report.periodText), (.contact, report.contact),
      (.quality, report.completeness), (.provisional, report.provisional),
    ]
  }

  /// A heading and a list of sentences; nothing where there are none.
  private func writeList(_ heading: String, _ sentences: [String], to html: inout HTMLText) {
    guard !sentences.isEmpty else { return }
    html.element("h2", "", heading)
    html.open("ul", "class=\"highlights\"")
    for sentence in sentences { html.element("li", "", sentence) }
    html.close("ul")
  }

  private func write(
    _ chapter: Chapter, level: Int, in report: Report, to html: inout HTMLText
  ) {
    let heading = min(level, 6)
    html.open("section", "id=\"\(chapter.anchor)\"")
    html.element("h\(heading)", "", chapter.title)
    for item in chapter.items {
      switch item {
      case .paragraph(let text): html.element("p", "", text)
      case .figure(let figure):
        WebFigure(figure: figure, report: report).write(level: min(heading + 1, 6), to: &html)
      case .chapter(let inner): write(inner, level: level + 1, in: report, to: &html)
      }
    }
    html.close("section")
  }
}
