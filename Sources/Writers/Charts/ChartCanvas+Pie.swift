import Reports

/// A slice of a pie: its angles run clockwise from the top, in turns.
private struct Slice {
  let index: Int
  let start: Double
  let end: Double
  let label: String

  /// The name with the exact number.
  let tooltip: String

  /// The label in lines that fit beside the pie.
  let lines: [String]

  var middle: Double { (start + end) / 2 }
}

extension ChartCanvas {
  private static let radius = 112.0

  /// Draws a pie of the first series, each slice with its name and number beside it.
  mutating func drawPie() {
    let slices = slices
    let right = slices.filter { $0.middle < 0.5 }
    let left = Array(slices.filter { $0.middle >= 0.5 }.reversed())
    let room = max(
      2 * ChartCanvas.radius + 48, max(height(of: left), height(of: right)) + 8)
    let limits = (top: bottom, bottom: bottom + room)
    let center = (x: ChartCanvas.width / 2, y: bottom + room / 2)
    for slice in slices { draw(slice, center: center) }
    drawLabels(right, center: center, limits: limits, isRight: true)
    drawLabels(left, center: center, limits: limits, isRight: false)
    bottom = limits.bottom + 4
  }

  private func height(of slices: [Slice]) -> Double {
    slices.reduce(0) { $0 + Double($1.lines.count) * 14 + 3 }
  }

  private var slices: [Slice] {
    guard let series = data.series.first else { return [] }
    let lengths = series.cells.map { max($0.value.length, 0) }
    let whole = lengths.reduce(0, +)
    guard whole > 0 else { return [] }
    let room = ChartCanvas.width / 2 - ChartCanvas.radius - 44 - ChartCanvas.margin
    var slices: [Slice] = []
    var sum = 0.0
    for (index, length) in lengths.enumerated() where length > 0 {
      let label = "\(data.categories[index]) \(number(series.cells[index]))"
      slices.append(
        Slice(
          index: index, start: sum / whole, end: (sum + length) / whole, label: label,
          tooltip: "\(data.categories[index]): \(exactNumber(series.cells[index]))",
          lines: ChartCanvas.lines(label, width: room)))
      sum += length
    }
    return slices
  }

  private mutating func draw(_ slice: Slice, center: (x: Double, y: Double)) {
    let radius = fixed(ChartCanvas.radius)
    let color = sliceColor(slice.index)
    if slice.end - slice.start > 0.9999 {
      svg.dot(
        x: center.x, y: center.y, radius: ChartCanvas.radius, fill: color, tooltip: slice.tooltip)
      return
    }
    let from = point(slice.start, center: center, radius: ChartCanvas.radius)
    let to = point(slice.end, center: center, radius: ChartCanvas.radius)
    let isLarge = slice.end - slice.start > 0.5 ? 1 : 0
    svg.path(
      "M\(fixed(center.x)) \(fixed(center.y))L\(fixed(from.x)) \(fixed(from.y))"
        + "A\(radius) \(radius) 0 \(isLarge) 1 \(fixed(to.x)) \(fixed(to.y))Z",
      fill: color, stroke: paint.background, width: 1.5, tooltip: slice.tooltip)
  }

  private mutating func drawLabels(
    _ slices: [Slice], center: (x: Double, y: Double), limits: (top: Double, bottom: Double),
    isRight: Bool
  ) {
    let side = isRight ? 1.0 : -1
    let labels = slices.map { slice in
      let end = point(slice.middle, center: center, radius: ChartCanvas.radius + 14)
      return (wish: end.y, height: Double(slice.lines.count) * 14 + 3)
    }
    for (slice, y) in zip(slices, Spread.places(labels, from: limits.top, to: limits.bottom)) {
      let start = point(slice.middle, center: center, radius: ChartCanvas.radius - 2)
      let bend = point(slice.middle, center: center, radius: ChartCanvas.radius + 12)
      let x = center.x + side * (ChartCanvas.radius + 34)
      svg.path(
        "M\(fixed(start.x)) \(fixed(start.y))L\(fixed(bend.x)) \(fixed(bend.y))"
          + "L\(fixed(x)) \(fixed(y))",
        fill: "none", stroke: paint.muted, width: 1)
      for (index, line) in slice.lines.enumerated() {
        svg.text(
          line, x: x + side * 5,
          y: y + 4.5 + (Double(index) - Double(slice.lines.count - 1) / 2) * 14,
          anchor: isRight ? .start : .end, fill: paint.text)
      }
    }
  }

  private func point(_ turn: Double, center: (x: Double, y: Double), radius: Double) -> (
    x: Double, y: Double
  ) {
    let direction = unitVector(turn)
    return (center.x + radius * direction.x, center.y + radius * direction.y)
  }
}
