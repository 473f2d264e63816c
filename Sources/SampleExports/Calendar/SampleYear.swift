/// The years that are delivered.
enum SampleYear: Int, CaseIterable {
  case in2018 = 2018
  case in2019 = 2019

  /// The first day of the year.
  var firstDay: CalendarDay { CalendarDay(year: rawValue, month: 1, day: 1) }

  /// The last day of the year.
  var lastDay: CalendarDay { CalendarDay(year: rawValue, month: 12, day: 31) }

  /// The days on which something is registered.
  var calendar: WorkCalendar {
    switch self {
    case .in2018: WorkCalendar.of2018
    case .in2019: WorkCalendar.of2019
    }
  }
}

/// One value for each delivered year.
struct Yearly<Value> {
  let in2018: Value
  let in2019: Value

  /// The value of a year.
  subscript(year: SampleYear) -> Value {
    switch year {
    case .in2018: in2018
    case .in2019: in2019
    }
  }
}

extension Yearly: Sendable where Value: Sendable {}
