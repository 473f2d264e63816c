import Reports

/// A chart while it is drawn, from top to bottom.
struct ChartCanvas {
  /// The width of every chart, in pixels.
  static let width = 720.0

  /// The margin at the left and the right.
  static let margin = 16.0

  /// Fonts without serifs that readers have.
  static let fonts = "'Helvetica Neue', Arial, 'Liberation Sans', sans-serif"

  let data: ChartData
  let paint: ChartPaint
  let numbers: NumberFormat
  let exact: ExactText

  /// What is drawn.
  var svg = SVGText()

  /// How far down the drawing reaches.
  var bottom = 12.0

  init(data: ChartData, paint: ChartPaint, report: Report) {
    self.data = data
    self.paint = paint
    numbers = report.numbers
    exact = ExactText(report: report)
  }

  /// The number of a cell, as the report writes it.
  func number(_ cell: Cell) -> String {
    numbers.text(cell.value, style: cell.style)
  }

  /// What a mark stands for.
  func tooltip(_ cell: Cell, series: ChartData.Series, category: Int) -> String {
    let series = data.series.count > 1 ? ", \(series.name)" : ""
    return "\(data.categories[category])\(series): \(exactNumber(cell))"
  }

  /// The number of a cell with what lies behind it.
  func exactNumber(_ cell: Cell) -> String {
    let exact = exact.text(cell)
    return exact.isEmpty ? number(cell) : exact
  }

  /// Draws a bar; one of a year that cannot be compared with the last is open.
  mutating func drawBar(
    x: Double, y: Double, width: Double, height: Double, color: String, isOpen: Bool,
    tooltip: String? = nil
  ) {
    svg.rectangle(
      x: x, y: y, width: width, height: height, fill: isOpen ? paint.background : color,
      stroke: isOpen ? paint.muted : nil, isDashed: isOpen, tooltip: tooltip)
  }

  /// Draws a sentence below the title.
  mutating func drawRemark(_ remark: String) {
    let room = ChartCanvas.width - 2 * ChartCanvas.margin
    for line in ChartCanvas.lines(remark, width: room, size: 12) {
      bottom += 14
      svg.text(line, x: ChartCanvas.margin, y: bottom - 6, size: 12, fill: paint.muted)
    }
  }

  /// Draws the title at the top.
  mutating func drawTitle(_ title: String) {
    let room = ChartCanvas.width - 2 * ChartCanvas.margin
    for line in ChartCanvas.lines(title, width: room, size: 16, isBold: true) {
      bottom += 20
      svg.text(line, x: ChartCanvas.margin, y: bottom - 4, size: 16, fill: paint.text, isBold: true)
    }
    bottom += 8
  }

  /// Draws the names of the series with their colours, when there are several.
  mutating func drawLegend(_ color: (Int) -> String) {
    guard data.series.count > 1 else { return }
    var x = ChartCanvas.margin
    bottom += 16
    for (index, series) in data.series.enumerated() {
      let width = 20 + ChartCanvas.width(series.name)
      if x + width > ChartCanvas.width - ChartCanvas.margin, x > ChartCanvas.margin {
        x = ChartCanvas.margin
        bottom += 20
      }
      drawBar(
        x: x, y: bottom - 11, width: 12, height: 12, color: color(index),
        isOpen: data.hasSeriesOfYears && data.earlier.contains(index))
      svg.text(series.name, x: x + 18, y: bottom, fill: paint.text)
      x += width + 18
    }
    bottom += 12
  }

  /// Draws where the numbers come from, at the bottom.
  mutating func drawSource(_ source: String) {
    let room = ChartCanvas.width - 2 * ChartCanvas.margin
    bottom += 6
    for line in ChartCanvas.lines(source, width: room, size: 11) {
      bottom += 15
      svg.text(line, x: ChartCanvas.margin, y: bottom, size: 11, fill: paint.muted)
    }
    bottom += 12
  }

  /// The width of a text in the fonts of charts, which are wider than those of workbooks.
  static func width(_ text: String, size: Double = 13) -> Double {
    TextWidth.pixels(text, size: size) * 1.12
  }

  /// The text in lines that are no wider than `width`.
  static func lines(
    _ text: String, width: Double, size: Double = 13, isBold: Bool = false
  ) -> [String] {
    TextWidth.lines(text, width: width / 1.12, size: size, bold: isBold)
  }

  /// The width of the widest of some texts.
  static func widest(_ texts: [String], size: Double = 13) -> Double {
    texts.map { width($0, size: size) }.max() ?? 0
  }

  /// The colour of a slice; the last one stands beside the first and differs from it.
  func sliceColor(_ index: Int) -> String {
    let isLast = index > 0 && index == data.categories.count - 1
    return paint.series(isLast && index % ChartPaint.series.count == 0 ? index + 3 : index)
  }
}
