import Reports

/// The contents list of the page.
struct WebContents {
  let report: Report

  /// Writes the list.
  func write(to html: inout HTMLText) {
    let name = report.words(.contents)
    let filter = XMLText.escaped(report.words(.filterRows))
    html.open("nav", "aria-label=\"\(XMLText.escaped(name))\" data-filter=\"\(filter)\"")
    html.element("h2", "", name)
    html.open("ul")
    for chapter in report.chapters { write(chapter, to: &html) }
    if !report.restatements.isEmpty {
      write(report.words(.restatements), anchor: WebRestatements.anchor, to: &html)
    }
    write(report.words(.quality), anchor: WebQuality.anchor, to: &html)
    html.close("ul")
    html.close("nav")
  }

  private func write(_ chapter: Chapter, to html: inout HTMLText) {
    html.open("li")
    html.element("a", "href=\"#\(chapter.anchor)\"", chapter.title)
    html.open("ul")
    for item in chapter.items {
      switch item {
      case .paragraph: break
      case .figure(let figure): write(figure.heading, anchor: figure.slug, to: &html)
      case .chapter(let inner): write(inner, to: &html)
      }
    }
    html.close("ul")
    html.close("li")
  }

  private func write(_ title: String, anchor: String, to html: inout HTMLText) {
    html.line("<li><a href=\"#\(anchor)\">\(XMLText.escaped(title))</a></li>")
  }
}
