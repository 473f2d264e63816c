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
    if bytes.contains(where: { (65...90).contains($0 & 0xDF) }) { return ", a month in letters" }
    if notation == .iso, separators == Array("//".utf8) { return ", day and month first" }
    if notation == .dayMonthYear, separators == Array("--".utf8) { return ", the year first" }
    return bytes.count == 10 ? ", a day that does not exist" : ""
  }

  private static func excelDate(_ serial: Int32) -> String? {
    // Excel's day 25569 is 1 January 1970.
    let date = CalendarDate(daysSince1970: serial - 25_569)
    return CalendarTable.years.contains(date.year) ? date.description : nil
  }
}
