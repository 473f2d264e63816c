import Schemas

/// What the text in a date column probably is.
enum DateHint {
  /// The hint, with a comma before it; empty when there is none.
  static func text(for text: String, notation: DateNotation) -> String {
    let bytes = Array(text.utf8)
    let isNumber = bytes.allSatisfy { (48...57).contains($0) }
    if isNumber, bytes.count == 5, let serial = Int32(text), let date = excelDate(serial) {
      return ", which is \(date) as Excel counts days"
    }
    let separators = bytes.filter { !(48...57).contains($0) }
    if text.contains(":") { return ", a date with a time" }
    let letters = bytes.filter { (65...90).contains($0 & 0xDF) }.count
    if letters > 2, letters < bytes.count - 2 { return ", a month in letters" }
    if notation == .iso, separators == Array("//".utf8) { return ", day and month first" }
    if notation == .dayMonthYear, separators == Array("--".utf8) { return ", the year first" }
    guard bytes.count == 10, letters == 0 else { return "" }
    return isOutsideYears(text, notation) ? "" : ", a day that does not exist"
  }

  /// Whether the day may exist in a year that is not read.
  private static func isOutsideYears(_ text: String, _ notation: DateNotation) -> Bool {
    let year = notation == .iso ? text.prefix(4) : text.suffix(4)
    return !CalendarTable.years.contains(Int(year) ?? 0)
  }

  private static func excelDate(_ serial: Int32) -> String? {
    // Excel's day 25569 is 1 January 1970.
    let date = CalendarDate(daysSince1970: serial - 25_569)
    return CalendarTable.years.contains(date.year) ? date.description : nil
  }
}
