public import Reports

/// Draws the charts of a report as SVG pictures.
public struct ChartWriter: Sendable {
  /// Creates a writer.
  public init() {}

  /// The chart as a picture that stands alone: on white, with its title, legend and source.
  public func svg(for chart: Chart, of figure: Figure, in report: Report) -> String {
    picture(of: chart, figure: figure, report: report, paint: .fixed, idPrefix: "") + "\n"
  }

  /// The name of the chart's file, of lower-case letters, digits and dashes: `figuur-2.svg`.
  public static func chartFileName(for figure: Figure) -> String {
    figure.slug + ".svg"
  }

  /// The chart as a part of a page, in the page's colours.
  func inlineSVG(for chart: Chart, of figure: Figure, in report: Report) -> String {
    picture(
      of: chart, figure: figure, report: report, paint: .themed, idPrefix: figure.slug + "-")
  }

  private func picture(
    of chart: Chart, figure: Figure, report: Report, paint: ChartPaint, idPrefix: String
  ) -> String {
    let canvas = drawn(chart, of: figure, in: report, paint: paint)
    let width = fixed(ChartCanvas.width)
    let height = fixed(canvas.bottom)
    let box = "width=\"\(width)\" height=\"\(height)\" viewBox=\"0 0 \(width) \(height)\""
    let labels = "aria-labelledby=\"\(idPrefix)title \(idPrefix)desc\""
    let lines =
      [
        "<svg xmlns=\"http://www.w3.org/2000/svg\" \(box) role=\"img\" \(labels)"
          + " font-family=\"\(ChartCanvas.fonts)\">",
        "<title id=\"\(idPrefix)title\">\(XMLText.escaped(chart.title.singleLine))</title>",
        "<desc id=\"\(idPrefix)desc\">\(XMLText.escaped(chart.alternativeText.singleLine))</desc>",
      ] + about(report, paint) + [
        "<rect width=\"\(width)\" height=\"\(height)\" fill=\"\(paint.background)\"/>"
      ] + canvas.svg.elements + ["</svg>"]
    return lines.joined(separator: "\n")
  }

  /// What a reader must know of a picture that stands alone; a page says it once for all.
  private func about(_ report: Report, _ paint: ChartPaint) -> [String] {
    let texts = [
      report.title, report.disclaimer,
      report.contact.isEmpty ? "" : "\(report.words(.contact)): \(report.contact)",
    ].filter { !$0.isEmpty }
    guard paint == .fixed else { return [] }
    return ["<metadata>\(XMLText.escaped(texts.joined(separator: " ").singleLine))</metadata>"]
  }

  private func drawn(
    _ chart: Chart, of figure: Figure, in report: Report, paint: ChartPaint
  ) -> ChartCanvas {
    let data = ChartData(chart, of: figure)
    var canvas = ChartCanvas(data: data, paint: paint, report: report)
    // On the page the figure's heading stands above it, and its source below.
    let isOnPage = paint == .themed
    if !isOnPage || chart.title != figure.title { canvas.drawTitle(chart.title.singleLine) }
    if chart.hasOpenBars(data), report.words.has(.openBars) {
      canvas.drawRemark(report.words(.openBars))
    }
    switch chart.kind {
    case .bars: canvas.drawBars()
    case .columns: canvas.drawColumns()
    case .stackedBars: canvas.drawStackedBars(isFull: false)
    case .fullBars: canvas.drawStackedBars(isFull: true)
    case .pie: canvas.drawPie()
    case .lines: canvas.drawLines()
    }
    if isOnPage {
      canvas.bottom += 8
    } else {
      canvas.drawSource("\(report.words(.source)): \(figure.source)".singleLine)
    }
    return canvas
  }
}

extension Chart {
  /// Whether it has bars of years that cannot be compared with the last one.
  func hasOpenBars(_ data: ChartData) -> Bool {
    guard !data.earlier.isEmpty else { return false }
    switch kind {
    case .bars, .columns: return true
    case .stackedBars, .fullBars, .pie, .lines: return false
    }
  }
}
