import Schemas

/// Days and months by table, for the years in which a date of an export may lie.
///
/// A month is numbered as `year * 12 + month - 1`.
package struct CalendarTable: Sendable {
  /// The years that are possible; a date outside them is an error.
  package static let years = 1901...2199

  /// The one table.
  package static let shared = CalendarTable()

  /// The first day of each month, as days since 1970, from January of the first year.
  let firstDays: [Int32]

  /// The month of each day, counted from January of the first year.
  let months: [UInt16]

  private init() {
    var firstDays: [Int32] = []
    var months: [UInt16] = []
    var day =
      CalendarDate(year: CalendarTable.years.lowerBound, month: 1, day: 1)?
      .daysSince1970 ?? 0
    for year in CalendarTable.years {
      for month in 1...12 {
        let length = CalendarDate.days(inMonth: month, of: year)
        months += Array(repeating: UInt16(firstDays.count), count: length)
        firstDays.append(day)
        day += Int32(length)
      }
    }
    firstDays.append(day)
    self.firstDays = firstDays
    self.months = months
  }

  /// The day of a date, or nil when there is no such day in the possible years.
  func day(year: Int, month: Int, day: Int) -> Int64? {
    firstDays.withUnsafeBufferPointer { CalendarTable.day(year: year, month: month, day: day, $0) }
  }

  /// As above, by the first days of a table; each index that is read lies in it.
  @inline(__always)
  static func day(
    year: Int, month: Int, day: Int, _ firstDays: UnsafeBufferPointer<Int32>
  ) -> Int64? {
    let first = years.lowerBound
    guard year >= first, year <= years.upperBound, month >= 1, month <= 12, day >= 1 else {
      return nil
    }
    let index = (year &- first) &* 12 &+ month &- 1
    let start = firstDays[index]
    guard day <= Int(firstDays[index &+ 1] &- start) else { return nil }
    return Int64(start) &+ Int64(day &- 1)
  }

  /// The month of a day; the day lies in the possible years.
  @inline(__always)
  package func month(of day: Int64) -> Int {
    Int(months[Int(day) - Int(firstDays[0])]) + CalendarTable.years.lowerBound * 12
  }

  /// The day of the month, from 0.
  @inline(__always)
  package func dayOfMonth(of day: Int64) -> Int {
    Int(day) - Int(firstDays[Int(months[Int(day) - Int(firstDays[0])])])
  }
}
