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
    let digits = utf8.prefix { (48...57).contains($0) }
    let rest = utf8.dropFirst(digits.count)
    guard digits.count == 4, rest.isEmpty || rest.starts(with: " / ".utf8) else { return nil }
    return Int(Substring(digits))
  }

  /// The text with `{name}` replaced by values; what a value holds stays as it is.
  func filled(_ values: [(name: String, value: String)]) -> String {
    guard !values.isEmpty, utf8.contains(UInt8(ascii: "{")) else { return self }
    var filled = ""
    var rest = self[...]
    while let brace = rest.firstIndex(of: "{") {
      filled += rest[..<brace]
      rest = rest[brace...]
      let name = rest.dropFirst().prefix { $0 != "}" }
      if let pair = values.first(where: { $0.name == name }), name.endIndex < rest.endIndex {
        filled += pair.value
        rest = rest[name.endIndex...].dropFirst()
      } else {
        filled += "{"
        rest = rest.dropFirst()
      }
    }
    return filled + rest
  }
}
