import Reports

/// How complete the deliveries were, on the page.
struct WebQuality {
  /// The anchor of the section.
  static let anchor = "about-quality"

  let report: Report

  /// Writes the section.
  func write(to html: inout HTMLText) {
    html.open("section", "id=\"\(WebQuality.anchor)\"")
    html.element("h2", "", report.words(.quality))
    html.element("p", "", report.completeness)
    html.element("p", "", report.findingsSummary)
    write(QualityTable.deliveries(of: report), caption: report.words(.quality), to: &html)
    write(QualityTable.leftOut(of: report), caption: report.words(.leftOut), to: &html)
    html.close("section")
  }

  func write(_ table: QualityTable, caption: String, to html: inout HTMLText) {
    guard !table.rows.isEmpty else { return }
    html.open(
      "div",
      "class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"\(XMLText.escaped(caption))\"")
    html.open("table")
    html.element("caption", "", caption)
    let headers = table.columns.map {
      "<th scope=\"col\"\($0.isNumber ? "" : " class=\"text\"")>\(XMLText.escaped($0.header))</th>"
    }
    html.line("<thead><tr>\(headers.joined())</tr></thead>")
    html.open("tbody")
    for row in table.rows { html.line("<tr>\(cells(row, of: table).joined())</tr>") }
    html.close("tbody")
    html.close("table")
    html.close("div")
  }

  private func cells(_ row: [QualityTable.Entry], of table: QualityTable) -> [String] {
    zip(row, table.columns).enumerated().map { index, place in
      let text = XMLText.escaped(place.0.text(in: report.numbers))
      if index == 0 { return "<th scope=\"row\">\(text)</th>" }
      return place.1.isNumber ? "<td>\(text)</td>" : "<td class=\"text\">\(text)</td>"
    }
  }
}
