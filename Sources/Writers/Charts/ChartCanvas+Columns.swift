import Reports

/// Where the columns or points of a chart stand.
private struct ColumnLayout {
  let axis: ChartAxis
  let left: Double
  let right: Double
  let top: Double
  let height: Double
  let categoryCount: Int

  var categoryWidth: Double { (right - left) / Double(max(categoryCount, 1)) }

  func y(_ length: Double) -> Double { top + height * (1 - axis.place(length)) }

  func middle(ofCategory index: Int) -> Double { left + categoryWidth * (Double(index) + 0.5) }
}

extension ChartCanvas {
  /// Draws upright columns, side by side for each series; bars, when the names of the categories
  /// are too long to stand below columns.
  mutating func drawColumns() {
    let room = (ChartCanvas.width - 80) / Double(max(data.categories.count, 1))
    let fits = ChartCanvas.widest(words, size: 12) <= room - 2
    guard fits || ChartCanvas.widest(data.categories, size: 11) <= 130 else {
      drawBars()
      return
    }
    let color = { [paint, data] (index: Int) in paint.beside(index, of: data.series.count) }
    drawLegend(color)
    let layout = layout(rightRoom: 0)
    drawGrid(layout)
    let width = min(layout.categoryWidth * 0.78 / Double(max(data.series.count, 1)), 56)
    let labels = data.series.flatMap(\.cells).map(number)
    let size = ChartCanvas.widest(labels, size: 12) <= width + 4 ? 12.0 : 10
    let isLabelled = ChartCanvas.widest(labels, size: size) <= width + 6
    for category in data.categories.indices {
      var x = layout.middle(ofCategory: category) - width * Double(data.series.count) / 2
      for (index, series) in data.series.enumerated() {
        let cell = series.cells[category]
        let top = min(layout.y(cell.value.length), layout.y(0))
        drawBar(
          x: x + 1, y: top, width: width - 2,
          height: abs(layout.y(cell.value.length) - layout.y(0)), color: color(index),
          isOpen: data.isOpen(series: index, category: category),
          tooltip: tooltip(cell, series: series, category: category))
        if isLabelled {
          svg.text(
            number(cell), x: x + width / 2, y: top - 4, size: size, anchor: .middle,
            fill: paint.text)
        }
        x += width
      }
    }
    drawCategories(layout)
  }

  /// Draws lines over the categories, with the name of each series at its end.
  mutating func drawLines() {
    let names = data.series.map(\.name)
    let isDirect = ChartCanvas.widest(names) <= 200 && names.count <= 8
    if !isDirect { drawLegend(paint.series) }
    let layout = layout(rightRoom: isDirect ? ChartCanvas.widest(names) + 14 : 0)
    drawGrid(layout)
    for (index, series) in data.series.enumerated() {
      drawLine(series, color: paint.series(index), layout: layout)
    }
    if isDirect { drawNames(layout) }
    drawCategories(layout)
  }

  private mutating func layout(rightRoom: Double) -> ColumnLayout {
    let axis = ChartAxis(data.amounts)
    let labels = axis.ticks.map { axis.label($0, style: data.style, numbers: numbers) }
    bottom += 22
    return ColumnLayout(
      axis: axis, left: ChartCanvas.margin + ChartCanvas.widest(labels, size: 11) + 8,
      right: ChartCanvas.width - ChartCanvas.margin - rightRoom, top: bottom, height: 240,
      categoryCount: data.categories.count)
  }

  private mutating func drawGrid(_ layout: ColumnLayout) {
    for tick in layout.axis.ticks {
      let y = layout.y(tick)
      svg.line(
        from: (layout.left, y), to: (layout.right, y),
        stroke: tick == 0 ? paint.muted : paint.grid)
      svg.text(
        layout.axis.label(tick, style: data.style, numbers: numbers), x: layout.left - 6, y: y + 4,
        size: 11, anchor: .end, fill: paint.muted)
    }
    bottom = layout.top + layout.height
    for category in data.breaks.sorted() {
      let x = layout.left + layout.categoryWidth * Double(category)
      svg.line(from: (x, layout.top), to: (x, bottom), stroke: paint.muted, isDashed: true)
    }
  }

  private mutating func drawCategories(_ layout: ColumnLayout) {
    if ChartCanvas.widest(words, size: 12) > layout.categoryWidth - 2 {
      drawSlantedCategories(layout)
      return
    }
    let lines = data.categories.map {
      ChartCanvas.lines($0, width: layout.categoryWidth - 4, size: 12)
    }
    for (category, texts) in lines.enumerated() {
      for (index, text) in texts.enumerated() {
        svg.text(
          text, x: layout.middle(ofCategory: category), y: bottom + 16 + Double(index) * 14,
          size: 12, anchor: .middle, fill: paint.text)
      }
    }
    bottom += 8 + 14 * Double(lines.map(\.count).max() ?? 0)
  }

  /// The words of all names, which may stand below each other.
  private var words: [String] {
    data.categories.flatMap { $0.split(separator: " ").map(String.init) }
  }

  private mutating func drawSlantedCategories(_ layout: ColumnLayout) {
    for (category, label) in data.categories.enumerated() {
      svg.text(
        label, x: layout.middle(ofCategory: category) + 4, y: bottom + 14, size: 11, anchor: .end,
        fill: paint.text, isSlanted: true)
    }
    bottom += 16 + ChartCanvas.widest(data.categories, size: 11) * 0.65
  }

  private mutating func drawLine(
    _ series: ChartData.Series, color: String, layout: ColumnLayout
  ) {
    var data = ""
    var isOpen = false
    for (category, cell) in series.cells.enumerated() {
      guard cell.value.fraction != nil else {
        isOpen = false
        continue
      }
      // Nothing joins what cannot be compared.
      if self.data.breaks.contains(category) { isOpen = false }
      let x = fixed(layout.middle(ofCategory: category))
      data += "\(isOpen ? "L" : "M")\(x) \(fixed(layout.y(cell.value.length)))"
      isOpen = true
    }
    if !data.isEmpty { svg.path(data, fill: "none", stroke: color, width: 2.5) }
    for (category, cell) in series.cells.enumerated() where cell.value.fraction != nil {
      svg.dot(
        x: layout.middle(ofCategory: category), y: layout.y(cell.value.length), radius: 4,
        fill: color, tooltip: tooltip(cell, series: series, category: category))
    }
  }

  /// Names at the ends of lines, moved apart where they would overlap.
  private mutating func drawNames(_ layout: ColumnLayout) {
    let ends = data.series.enumerated().compactMap { index, series in
      series.cells.last { $0.value.fraction != nil }
        .map { (index: index, y: layout.y($0.value.length)) }
    }
    let ordered = ends.sorted { ($0.y, $0.index) < ($1.y, $1.index) }
    let places = Spread.places(
      ordered.map { (wish: $0.y, height: 15) }, from: layout.top, to: bottom)
    for (end, y) in zip(ordered, places) {
      let x = layout.right + 2
      svg.rectangle(x: x, y: y - 4, width: 8, height: 8, fill: paint.series(end.index))
      svg.text(data.series[end.index].name, x: x + 12, y: y + 4, fill: paint.text)
    }
  }
}
