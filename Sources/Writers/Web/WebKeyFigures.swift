import Reports

/// The key figures as tiles at the top of the page: value, change with sign and word, and years.
struct WebKeyFigures {
  let report: Report

  private var rows: KeyFigureRows? {
    report.figures.first { $0.id == report.keyFigure }
      .map { KeyFigureRows(figure: $0, report: report) }
  }

  /// Writes the tiles; nothing in a report without key figures.
  func write(to html: inout HTMLText) {
    guard let rows, let value = rows.latestColumn(isFocus: rows.hasFocus) else { return }
    let figure = rows.figure
    let labels = rows.themes ?? figure.rows.map { ("", figure.markedLabel(of: $0)) }
    html.open("div", "class=\"tiles\"")
    var theme: String?
    for (row, label) in labels.enumerated() {
      if label.0 != theme {
        if theme != nil { html.close("ul") }
        if !label.0.isEmpty { html.element("h2", "", label.0) }
        html.open("ul")
        theme = label.0
      }
      write(row, plain(label.1), rows, value, to: &html)
    }
    if theme != nil { html.close("ul") }
    html.close("div")
  }

  private func write(
    _ row: Int, _ name: String, _ rows: KeyFigureRows, _ value: Int, to html: inout HTMLText
  ) {
    let cells = rows.figure.cells[row]
    html.open("li")
    html.element("span", "class=\"name\"", name)
    html.element("strong", "", text(cells[value]))
    html.line(TrendLine(row: row, of: rows).svg)
    if let change = rows.changeColumn {
      let number = cells[change].value.fraction == nil ? "" : text(cells[change]) + " "
      if let compared = rows.comparedColumn(besides: value) {
        html.element(
          "span", "class=\"change\"",
          "\(rows.figure.columns[compared].label): \(text(cells[compared]))")
      }
      html.element("span", "class=\"change\"", number + rows.direction(of: cells[change]))
    }
    html.close("li")
  }

  private func text(_ cell: Cell) -> String {
    report.numbers.text(cell.value, style: cell.style)
  }

  /// The name without the markers of notes, which stand at the table.
  private func plain(_ name: String) -> String {
    name.replacing(/( \[[0-9]+\])+$/, with: "")
  }
}
