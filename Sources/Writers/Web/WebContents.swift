import Reports

/// The contents list of the page.
struct WebContents {
  let report: Report

  /// Writes the list.
  func write(to html: inout HTMLText) {
    let name = report.words(.contents)
    html.open("nav", "aria-label=\"\(XMLText.escaped(name))\"\(controls)")
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

  /// What the script needs for the controls above the list.
  private var controls: String {
    var values = [("filter", report.words(.filterRows))]
    if report.words.has(.showExact) { values.append(("exact", report.words(.showExact))) }
    let areas = shownAreas
    if areas.count > 1, report.words.has(.chooseArea), report.words.has(.allAreas) {
      values += [
        ("area", report.words(.chooseArea)), ("all", report.words(.allAreas)),
        ("areas", areas.joined(separator: "|")),
      ]
    }
    return values.map { " data-\($0.0)=\"\(XMLText.escaped($0.1))\"" }.joined()
  }

  /// The areas that rows or columns of the report are about.
  private var shownAreas: [String] {
    let labels = Set(
      report.figures.flatMap { $0.rows.map(\.label) + $0.columns.map(\.label) })
    return report.areas.filter { labels.contains($0) && !$0.contains("|") }
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
