/// A day of the Gregorian calendar, without a time or a time zone.
struct CalendarDay: Comparable, Hashable {
  /// Days since 1 January 1970.
  let number: Int32

  /// Creates a day from its number.
  init(number: Int) {
    self.number = Int32(number)
  }

  /// Creates a day from year, month and day of the month.
  init(year: Int, month: Int, day: Int) {
    // Years that start in March, so that 29 February is the last day of one.
    let marchYear = month > 2 ? year : year - 1
    let era = marchYear / 400
    let yearOfEra = marchYear - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Year, month and day of the month.
  var parts: (year: Int, month: Int, day: Int) {
    let shifted = Int(number) + 719_468
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  /// The year.
  var year: Int { parts.year }

  /// The month, 1 to 12.
  var month: Int { parts.month }

  /// True on Saturday and Sunday.
  var isWeekend: Bool {
    let weekday = (Int(number) + 3) % 7  // 1 January 1970 was a Thursday; 0 is Monday
    return weekday >= 5
  }

  /// The day `days` later, or earlier when negative.
  func advanced(by days: Int) -> CalendarDay {
    CalendarDay(number: Int(number) + days)
  }

  /// The same day of the month `years` earlier; 28 February for a 29 February that does not exist.
  func yearsEarlier(_ years: Int) -> CalendarDay {
    let (year, month, day) = parts
    let earlier = CalendarDay(year: year - years, month: month, day: day)
    return earlier.month == month ? earlier : earlier.advanced(by: -1)
  }

  static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    left.number < right.number
  }
}
