import Reports

/// Where the bars of a chart stand.
private struct BarLayout {
  let labels: [[String]]
  let left: Double
  let right: Double
  let axis: ChartAxis

  func x(_ length: Double) -> Double { left + (right - left) * axis.place(length) }

  func height(ofCategory index: Int, bars: Double) -> Double {
    max(bars, Double(labels[index].count) * 16)
  }
}

extension ChartCanvas {
  private static let gap = 12.0

  /// Draws horizontal bars, side by side for each series.
  mutating func drawBars() {
    let color = { [paint, data] (index: Int) in paint.beside(index, of: data.series.count) }
    drawLegend(color)
    let axis = ChartAxis(data.amounts)
    let numberRoom = ChartCanvas.widest(data.series.flatMap(\.cells).map(number), size: 12) + 8
    let layout = layout(axis: axis, rightRoom: numberRoom)
    let thickness = data.series.count == 1 ? 20.0 : data.series.count == 2 ? 16 : 13
    let bars = thickness * Double(data.series.count)
    drawGrid(layout, bars: bars)
    for category in data.categories.indices {
      let height = layout.height(ofCategory: category, bars: bars)
      drawLabel(category, layout: layout, height: height)
      var y = bottom + (height - bars) / 2
      for (index, series) in data.series.enumerated() {
        let cell = series.cells[category]
        let tooltip = tooltip(cell, series: series, category: category)
        let isOpen = data.isOpen(series: index, category: category)
        drawBar(
          cell, y: y, thickness: thickness, layout: layout, fill: color(index), isOpen: isOpen,
          tooltip: tooltip)
        y += thickness
      }
      bottom += height + ChartCanvas.gap
    }
    drawTicks(layout)
  }

  /// Draws horizontal bars in parts, in their own lengths or all of the same length.
  mutating func drawStackedBars(isFull: Bool) {
    drawLegend(paint.series)
    let sums = data.categories.indices.map { data.amounts(ofCategory: $0).reduce(0, +) }
    let axis = isFull ? ChartAxis.full : ChartAxis(sums)
    let layout = layout(axis: axis, rightRoom: 12)
    drawGrid(layout, bars: 24)
    for category in data.categories.indices {
      let height = layout.height(ofCategory: category, bars: 24)
      drawLabel(category, layout: layout, height: height)
      let scale = !isFull ? 1 : sums[category] > 0 ? 100 / sums[category] : 0
      drawParts(category, y: bottom + (height - 24) / 2, scale: scale, layout: layout)
      bottom += height + ChartCanvas.gap
    }
    drawTicks(layout, style: isFull ? .percent : nil)
  }

  private func layout(axis: ChartAxis, rightRoom: Double) -> BarLayout {
    let labels = data.categories.map { ChartCanvas.lines($0, width: 230) }
    let room = ChartCanvas.widest(labels.flatMap { $0 })
    return BarLayout(
      labels: labels, left: ChartCanvas.margin + room + 10,
      right: ChartCanvas.width - ChartCanvas.margin - max(rightRoom, 12), axis: axis)
  }

  private mutating func drawGrid(_ layout: BarLayout, bars: Double) {
    bottom += 6
    let heights = data.categories.indices.map { layout.height(ofCategory: $0, bars: bars) }
    let end = bottom + heights.reduce(0) { $0 + $1 + ChartCanvas.gap }
    for tick in layout.axis.ticks {
      let x = layout.x(tick)
      svg.line(
        from: (x, bottom - 6), to: (x, end - 6), stroke: tick == 0 ? paint.muted : paint.grid)
    }
  }

  private mutating func drawTicks(_ layout: BarLayout, style: NumberStyle? = nil) {
    bottom += 8
    for tick in layout.axis.ticks {
      let label = layout.axis.label(tick, style: style ?? data.style, numbers: numbers)
      svg.text(
        label, x: layout.x(tick), y: bottom, size: 11, anchor: .middle, fill: paint.muted)
    }
    bottom += 4
  }

  private mutating func drawLabel(_ category: Int, layout: BarLayout, height: Double) {
    let lines = layout.labels[category]
    var y = bottom + height / 2 - Double(lines.count - 1) * 8 + 4.5
    for line in lines {
      svg.text(line, x: layout.left - 8, y: y, anchor: .end, fill: paint.text)
      y += 16
    }
  }

  private mutating func drawBar(
    _ cell: Cell, y: Double, thickness: Double, layout: BarLayout, fill: String, isOpen: Bool,
    tooltip: String
  ) {
    let length = cell.value.length
    let zero = layout.x(0)
    let end = layout.x(length)
    if length != 0 {
      drawBar(
        x: min(zero, end), y: y + 1, width: abs(end - zero), height: thickness - 2, color: fill,
        isOpen: isOpen, tooltip: tooltip)
    }
    svg.text(
      number(cell), x: max(zero, end) + 5, y: y + thickness / 2 + 4, size: 12, fill: paint.text)
  }

  private mutating func drawParts(
    _ category: Int, y: Double, scale: Double, layout: BarLayout
  ) {
    var sum = 0.0
    for (index, series) in data.series.enumerated() {
      let cell = series.cells[category]
      let start = layout.x(sum)
      sum += cell.value.length * scale
      let width = layout.x(sum) - start
      guard width > 0 else { continue }
      svg.rectangle(
        x: start, y: y, width: width, height: 24, fill: paint.series(index),
        stroke: paint.background, tooltip: tooltip(cell, series: series, category: category))
      let label = number(cell)
      guard ChartCanvas.width(label, size: 12) + 6 <= width else { continue }
      svg.text(
        label, x: start + width / 2, y: y + 16, size: 12, anchor: .middle,
        fill: paint.onSeries(index))
    }
  }
}
