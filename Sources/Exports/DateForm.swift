import Schemas

/// How dates of a column are written, in the form that fields are compared with.
struct DateForm {
  let notation: DateNotation

  /// The number of bytes of a date.
  static let length = 10

  /// The day since 1970 of a field of that length, or nil when it is not exactly of the form or there
  /// is no such day; `firstDays` are those of the calendar's table.
  @inline(__always)
  func day(
    _ bytes: UnsafePointer<UInt8>, _ firstDays: UnsafeBufferPointer<Int32>
  ) -> Int64? {
    switch notation {
    case .iso: return isoDay(bytes, firstDays)
    case .dayMonthYear: return dayMonthYear(bytes, firstDays)
    }
  }

  /// The day since 1970 of a field of any length.
  func day(_ bytes: UnsafePointer<UInt8>, _ length: Int, _ table: CalendarTable) -> Int64? {
    guard length == DateForm.length else { return nil }
    return table.firstDays.withUnsafeBufferPointer { day(bytes, $0) }
  }

  // The bytes are compared with the form all at once: a digit becomes its value, a divider 0, and
  // adding 76 (for digits) or 7F (for dividers) sets the highest bit of every byte that is neither.
  @inline(__always)
  private func isoDay(
    _ bytes: UnsafePointer<UInt8>, _ firstDays: UnsafeBufferPointer<Int32>
  ) -> Int64? {
    let head = word(bytes) ^ 0x2D30_302D_3030_3030
    let tens = bytes[8] &- 48
    let ones = bytes[9] &- 48
    guard (head | (head &+ 0x7F76_767F_7676_7676)) & 0x8080_8080_8080_8080 == 0,
      tens <= 9, ones <= 9
    else { return nil }
    let year =
      digit(head, 0) &* 1000 &+ digit(head, 1) &* 100 &+ digit(head, 2) &* 10 &+ digit(head, 3)
    let month = digit(head, 5) &* 10 &+ digit(head, 6)
    return CalendarTable.day(
      year: year, month: month, day: Int(tens) &* 10 &+ Int(ones), firstDays)
  }

  @inline(__always)
  private func dayMonthYear(
    _ bytes: UnsafePointer<UInt8>, _ firstDays: UnsafeBufferPointer<Int32>
  ) -> Int64? {
    let head = word(bytes) ^ 0x3030_2F30_302F_3030
    let tens = bytes[8] &- 48
    let ones = bytes[9] &- 48
    guard (head | (head &+ 0x7676_7F76_767F_7676)) & 0x8080_8080_8080_8080 == 0,
      tens <= 9, ones <= 9
    else { return nil }
    let year =
      digit(head, 6) &* 1000 &+ digit(head, 7) &* 100 &+ Int(tens) &* 10 &+ Int(ones)
    let month = digit(head, 3) &* 10 &+ digit(head, 4)
    return CalendarTable.day(
      year: year, month: month, day: digit(head, 0) &* 10 &+ digit(head, 1), firstDays)
  }

  @inline(__always)
  private func digit(_ word: UInt64, _ index: UInt64) -> Int {
    Int((word >> (index * 8)) & 0xFF)
  }
}
