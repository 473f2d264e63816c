import Indicators
import Reports

/// A figure on the page: its chart, its table, and what a reader must know about them.
struct WebFigure {
  let figure: Figure
  let report: Report

  /// Writes the figure under a heading of a level.
  func write(level: Int, to html: inout HTMLText) {
    html.open("article", "id=\"\(figure.slug)\"")
    html.element("h\(level)", "", figure.heading)
    if let chart = figure.chart {
      html.open("div", "class=\"chart\"")
      html.line(ChartWriter().inlineSVG(for: chart, of: figure, in: report))
      html.close("div")
    }
    writeTable(to: &html)
    writeNotes(to: &html)
    writeRemarks(to: &html)
    html.close("article")
  }

  /// The numbers of a figure that is printed as a chart are there for who asks for them.
  private func writeTable(to html: inout HTMLText) {
    let isFolded = figure.isChartOnly && figure.chart != nil
    if isFolded {
      html.open("details")
      html.element("summary", "", report.words(.showTable))
    }
    html.open(
      "div", "class=\"table\" tabindex=\"0\" role=\"region\" aria-labelledby=\"\(captionID)\"")
    html.open("table")
    html.element("caption", "id=\"\(captionID)\"", figure.heading)
    writeHeader(to: &html)
    html.open("tbody")
    for (row, cells) in zip(figure.rows, figure.cells) { write(row, cells, to: &html) }
    html.close("tbody")
    html.close("table")
    html.close("div")
    if isFolded { html.close("details") }
  }

  private var captionID: String { figure.slug + "-caption" }

  private func writeHeader(to html: inout HTMLText) {
    let columns = figure.columns.map {
      "<th scope=\"col\">\(XMLText.escaped($0.label))\(links($0.notes))</th>"
    }
    html.line(
      "<thead><tr><th scope=\"col\">\(XMLText.escaped(figure.rowTitle))</th>"
        + columns.joined() + "</tr></thead>")
  }

  private func write(_ row: FigureRow, _ cells: [Cell], to html: inout HTMLText) {
    let numbers = cells.map { cell in
      let text = XMLText.escaped(report.numbers.text(cell.value, style: cell.style))
      return "<td\(exactValue(of: cell))>\(text)\(links(cell.notes))</td>"
    }
    html.line(
      (row.isTotal ? "<tr class=\"total\">" : "<tr>")
        + "<th scope=\"row\">\(XMLText.escaped(row.label))\(links(row.notes))</th>"
        + numbers.joined() + "</tr>")
  }

  /// The exact value, by which the table is sorted, and what lies behind a rounded one.
  private func exactValue(of cell: Cell) -> String {
    let decimal = cell.value.plainDecimal
    guard !decimal.isEmpty else { return "" }
    let exact = ExactText(report: report).text(cell)
    return " data-value=\"\(decimal)\""
      + (exact.isEmpty ? "" : " title=\"\(XMLText.escaped(exact))\"")
  }

  private func links(_ notes: [Int]) -> String {
    notes.filter(figure.notes.indices.contains)
      .map { " <a class=\"note\" href=\"#\(noteID($0))\">[\($0 + 1)]</a>" }
      .joined()
  }

  private func noteID(_ index: Int) -> String { "\(figure.slug)-note-\(index + 1)" }

  private func writeNotes(to html: inout HTMLText) {
    guard !figure.notes.isEmpty else { return }
    html.open("ul", "class=\"notes\"")
    for (index, note) in figure.notes.enumerated() {
      html.element("li", "id=\"\(noteID(index))\"", "[\(index + 1)] \(note)")
    }
    html.close("ul")
  }

  private func writeRemarks(to html: inout HTMLText) {
    let status = "\(report.words(.status)): \(report.statusWord(of: figure))"
    let facts = [
      (ReportWord.source, figure.source), (.unit, figure.unit),
    ].filter { !$0.1.isEmpty }.map { "\(report.words($0.0)): \($0.1)" }
    html.element("p", "class=\"remark\"", (facts + [status]).joined(separator: " · "))
    guard !figure.explanation.isEmpty else { return }
    html.open("details", "class=\"remark\"")
    html.element("summary", "", report.words(.howCounted))
    html.element("p", "", figure.explanation)
    html.close("details")
  }
}
