import Reports

/// The axis of a chart: from zero, with round steps.
struct ChartAxis {
  /// The smallest value, zero or less.
  let minimum: Double

  /// The largest value.
  let maximum: Double

  /// The values that have a line and a number.
  let ticks: [Double]

  private let step: Double

  /// Creates the axis for lengths, with about `count` steps.
  init(_ lengths: [Double], steps count: Int = 5) {
    let top = max(lengths.max() ?? 0, 0)
    let bottom = min(lengths.min() ?? 0, 0)
    step = ChartAxis.roundStep((top - bottom) / Double(count))
    // Shares that add up to a hair over the whole do not get another step.
    let first = (bottom / step + 0.000_001).rounded(.down)
    let last = max((top / step - 0.000_001).rounded(.up), first + 1)
    minimum = first * step
    maximum = last * step
    ticks = (Int(first)...Int(last)).map { [step] in Double($0) * step }
  }

  /// The axis of parts of a whole.
  static let full = ChartAxis([100], steps: 4)

  /// The place of a value, 0 at the minimum and 1 at the maximum.
  func place(_ value: Double) -> Double {
    (value - minimum) / (maximum - minimum)
  }

  /// The number at a tick, as the report writes it.
  func label(_ tick: Double, style: NumberStyle, numbers: NumberFormat) -> String {
    // Whole ticks as counts: in millionths a very large one would not fit.
    let value =
      decimals == 0
      ? CellValue.count(Int(tick.rounded()))
      : CellValue.millionths(Int((tick * 1_000_000).rounded()))
    return numbers.text(
      value, style: NumberStyle(decimals: decimals, isPercent: style.isPercent))
  }

  private var decimals: Int {
    var places = 0
    var scaled = step
    while places < 6, abs(scaled - scaled.rounded()) > 0.000_001 {
      scaled *= 10
      places += 1
    }
    return places
  }

  /// The smallest of 1, 2, 2.5 and 5 times a power of ten that is not smaller than `size`.
  private static func roundStep(_ size: Double) -> Double {
    guard size > 0, size.isFinite else { return 1 }
    var power = 1.0
    while power * 10 <= size { power *= 10 }
    while power > size { power /= 10 }
    for factor in [1.0, 2, 2.5, 5] where power * factor >= size { return power * factor }
    return power * 10
  }
}
