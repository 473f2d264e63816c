internal import Indicators

/// Texts of a definition with their years filled in.
struct PeriodText {
  /// The period of the report.
  let period: ReportingPeriod

  /// The years that a figure's columns show, for `{years}`.
  var shownYears: ClosedRange<Int>?

  /// The text with `{year}`, `{year-1}` and `{years}` replaced; other braces stand as they are.
  func filled(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var filled = ""
    var rest = Substring(text)
    while let opening = rest.firstIndex(of: "{") {
      filled += rest[..<opening]
      rest = rest[opening...]
      guard let closing = rest.firstIndex(of: "}"),
        let years = years(for: rest[rest.index(after: opening)..<closing])
      else {
        filled += "{"
        rest = rest.dropFirst()
        continue
      }
      filled += years
      rest = rest[rest.index(after: closing)...]
    }
    return filled + rest
  }

  /// What stands for the name between two braces; nil when it is not about years.
  private func years(for name: Substring) -> String? {
    if name == "years" { return yearsText }
    if name == "year" { return String(period.year) }
    guard name.hasPrefix("year-") else { return nil }
    let digits = name.dropFirst(5)
    guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let back = Int(digits),
      back < period.year
    else { return nil }
    return String(period.year - back)
  }

  private var yearsText: String {
    guard let shownYears, shownYears.count > 1 else { return String(period.year) }
    return "\(shownYears.lowerBound)-\(shownYears.upperBound)"
  }
}
