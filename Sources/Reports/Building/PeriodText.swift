internal import Indicators

/// Texts of a definition with their years filled in.
struct PeriodText {
  /// The period of the report.
  let period: ReportingPeriod

  /// The years that a figure's columns show, for `{years}`.
  var shownYears: ClosedRange<Int>?

  /// The text with `{year}`, `{year-1}` and `{years}` replaced.
  func filled(_ text: String) -> String {
    guard text.contains("{") else { return text }
    return text.replacing(/\{year(?:-(?<back>[0-9]+))?\}|\{years\}/) { match in
      if match.output.0 == "{years}" { return yearsText }
      let back = match.output.back.flatMap { Int($0) } ?? 0
      return String(period.year - back)
    }
  }

  private var yearsText: String {
    guard let shownYears, shownYears.count > 1 else { return String(period.year) }
    return "\(shownYears.lowerBound)-\(shownYears.upperBound)"
  }
}
