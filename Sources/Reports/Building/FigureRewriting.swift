/// A figure with some things changed after it was built.
extension Figure {
  /// The figure with other cells and rows, notes added at the end, and a chart that knows them.
  func rewritten(
    cells: [[Cell]]? = nil, rows: [FigureRow]? = nil, columns: [FigureColumn]? = nil,
    addingNotes added: [String] = [], chart: Chart?? = nil
  ) -> Figure {
    var figure = Figure(
      id: id, label: label, title: title, rowTitle: rowTitle, rows: rows ?? self.rows,
      columns: columns ?? self.columns, cells: cells ?? self.cells, chart: chart ?? self.chart,
      isChartOnly: isChartOnly, notes: notes + added, source: source, explanation: explanation,
      unit: unit, status: status)
    figure.breaks = breaks
    figure.hasOpenWindow = hasOpenWindow
    return figure
  }
}

extension Cell {
  /// The cell with another value, or with a note more.
  func rewritten(value: CellValue? = nil, addingNote note: Int? = nil) -> Cell {
    Cell(
      value: value ?? self.value, style: style, source: source, unit: unit, status: status,
      notes: notes + [note].compactMap { $0 })
  }
}

extension String {
  /// The year that a column's label begins with, as in `2019` or `2019 / Aantal`; nil for others.
  var leadingYear: Int? {
    let head = split(separator: " / ", maxSplits: 1).first.map(String.init) ?? self
    guard head.utf8.count == 4, head.utf8.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    return Int(head)
  }

  /// The text with `{name}` replaced by values.
  func filled(_ values: [(name: String, value: String)]) -> String {
    values.reduce(self) { text, pair in
      text.split(separator: "{\(pair.name)}", omittingEmptySubsequences: false)
        .joined(separator: pair.value)
    }
  }
}
