internal import Indicators
internal import Schemas

/// Texts of a definition with their periods filled in.
struct PeriodText {
  /// The period of the report.
  let period: ReportingPeriod

  /// How periods are named.
  var calendar = PeriodCalendar.years

  /// The years that a figure's columns show, for `{years}`.
  var shownYears: ClosedRange<Int>?

  /// The text with `{year}`, `{year-1}`, `{years}`, and the names of periods (`{period}`,
  /// `{period-1}`, `{before}`, `{month}`, `{day}`) replaced; other braces stand as they are.
  func filled(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return text }
    var filled = ""
    var rest = Substring(text)
    while let opening = rest.firstIndex(of: "{") {
      filled += rest[..<opening]
      rest = rest[opening...]
      guard let closing = rest.firstIndex(of: "}"),
        let name = name(for: rest[rest.index(after: opening)..<closing])
      else {
        filled += "{"
        rest = rest.dropFirst()
        continue
      }
      filled += name
      rest = rest[rest.index(after: closing)...]
    }
    return filled + rest
  }

  /// What stands for the name between two braces; nil when it is not about periods.
  private func name(for name: Substring) -> String? {
    switch name {
    case "year": String(period.year)
    case "years": yearsText
    case "period": calendar.name(of: period)
    case "before": period.earlier(by: 1).map { calendar.name(of: $0) }
    case "month": calendar.lastMonth(of: period)
    case "day": String(period.lastDay.components.day)
    default:
      if let years = back(name, "year-") {
        String(years.year)
      } else {
        back(name, "period-").map { calendar.name(of: $0) }
      }
    }
  }

  /// The same months so many years earlier as stand behind the prefix.
  private func back(_ name: Substring, _ prefix: String) -> ReportingPeriod? {
    guard name.hasPrefix(prefix) else { return nil }
    let digits = name.dropFirst(prefix.count)
    guard digits.utf8.allSatisfy({ (48...57).contains($0) }), let back = Int(digits),
      back < period.year
    else { return nil }
    return period.inYear(period.year - back)
  }

  private var yearsText: String {
    guard let shownYears, shownYears.count > 1 else { return String(period.year) }
    return "\(shownYears.lowerBound)-\(shownYears.upperBound)"
  }
}

extension ReportingPeriod {
  /// The label of the column of the reported period, where a reference does not name one.
  var columnTemplate: String { isWholeYear ? "{year}" : "{period}" }
}
