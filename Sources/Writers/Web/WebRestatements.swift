import Reports

/// The published numbers that are computed differently now, on the page.
struct WebRestatements {
  /// The anchor of the section.
  static let anchor = "about-restatements"

  let report: Report

  /// Writes the section; nothing when nothing was restated.
  func write(to html: inout HTMLText) {
    guard !report.restatements.isEmpty else { return }
    let title = report.words(.restatements)
    html.open("section", "id=\"\(WebRestatements.anchor)\"")
    html.element("h2", "", title)
    WebQuality(report: report).write(.restatements(of: report), caption: title, to: &html)
    html.close("section")
  }
}
