/// The colours of a chart: quiet, told apart by colour-blind readers, and of different lightness so
/// that they stay apart in black and white.
enum ChartPaint: Sendable {
  /// Colours in the picture itself, on white.
  case fixed

  /// Colours by the style sheet of the page that holds the picture, light or dark.
  case themed

  /// The colours of series on white.
  static let series = [
    "#1f4e79", "#e3a13b", "#7fb0d3", "#8a4b2d", "#aab3bd", "#2f7f6f", "#c58ab0", "#4a4f57",
  ]

  /// The colours of series on black.
  static let darkSeries = [
    "#6fa8dc", "#e8b55c", "#41739c", "#c98663", "#8d96a0", "#5fb8a5", "#d9a3c7", "#c9ced6",
  ]

  /// The colours of text on those of `series`.
  static let onSeries = [
    "#ffffff", "#1c2733", "#1c2733", "#ffffff", "#1c2733", "#ffffff", "#1c2733", "#ffffff",
  ]

  /// The colours of text on those of `darkSeries`.
  static let onDarkSeries = [
    "#10161c", "#10161c", "#ffffff", "#10161c", "#10161c", "#10161c", "#10161c", "#10161c",
  ]

  /// The colour for what is compared with: the earlier one of two series.
  static let pale = "#a9c6de"

  /// The same on black.
  static let darkPale = "#3f5f7d"

  /// The colour of a series; colours come back after the eighth.
  func series(_ index: Int) -> String {
    let number = index % ChartPaint.series.count
    return switch self {
    case .fixed: ChartPaint.series[number]
    case .themed: "var(--series-\(number))"
    }
  }

  /// The colour of text on that of a series.
  func onSeries(_ index: Int) -> String {
    let number = index % ChartPaint.series.count
    return switch self {
    case .fixed: ChartPaint.onSeries[number]
    case .themed: "var(--on-series-\(number))"
    }
  }

  /// The colour of a series that stands beside others: of two, the earlier one is pale.
  func beside(_ index: Int, of count: Int) -> String {
    guard count == 2 else { return series(index) }
    return index == 0 ? pale : series(0)
  }

  private var pale: String { pick(ChartPaint.pale, "pale") }

  /// The colour of text.
  var text: String { pick("#1c2733", "text") }

  /// The colour of text that matters less.
  var muted: String { pick("#5b6670", "muted") }

  /// The colour of grid lines.
  var grid: String { pick("#dfe3e8", "grid") }

  /// The colour behind everything.
  var background: String { pick("#ffffff", "surface") }

  private func pick(_ color: String, _ name: String) -> String {
    switch self {
    case .fixed: color
    case .themed: "var(--\(name))"
    }
  }
}

extension ChartPaint {
  /// The colour of text as a number, as workbooks want it.
  static let ink: UInt32 = 0x1C2733

  /// The colour of a series as a number.
  static func color(_ index: Int) -> UInt32 { number(fixed.series(index)) }

  /// The colour of text on that of a series, as a number.
  static func colorOn(_ index: Int) -> UInt32 { number(fixed.onSeries(index)) }

  /// The colour of a series that stands beside others, as a number.
  static func besideColor(_ index: Int, of count: Int) -> UInt32 {
    number(fixed.beside(index, of: count))
  }

  private static func number(_ color: String) -> UInt32 {
    UInt32(color.dropFirst(), radix: 16) ?? 0
  }
}
