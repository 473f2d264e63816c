/// The days of a year on which records are made: no weekends, no holidays, quieter in the summer.
struct WorkCalendar: Sendable {
  /// How busy the months are, January to December.
  private static let monthWeights = [9, 9, 10, 9, 9, 9, 6, 7, 11, 11, 10, 6]

  /// 2018.
  static let of2018 = WorkCalendar(
    year: 2018,
    holidays: [(1, 1), (4, 2), (5, 1), (5, 10), (5, 21), (8, 15), (11, 1), (12, 25)])

  /// 2019.
  static let of2019 = WorkCalendar(
    year: 2019,
    holidays: [(1, 1), (4, 22), (5, 1), (5, 30), (6, 10), (8, 15), (11, 1), (12, 25)])

  /// Day numbers in order, each as often as its month is busy.
  private let slots: [Int32]
  /// For every day of the year, and one more, the first slot that is not earlier.
  private let firstSlot: [Int]
  private let firstDay: CalendarDay

  private init(year: Int, holidays: [(month: Int, day: Int)]) {
    let first = CalendarDay(year: year, month: 1, day: 1)
    let last = CalendarDay(year: year, month: 12, day: 31)
    let closed = holidays.map { CalendarDay(year: year, month: $0.month, day: $0.day) }
    var slots: [Int32] = []
    var firstSlot: [Int] = []
    for number in Int(first.number)...Int(last.number) {
      let day = CalendarDay(number: number)
      firstSlot.append(slots.count)
      if day.isWeekend || closed.contains(day) { continue }
      let weight = Self.monthWeights[day.month - 1]
      slots.append(contentsOf: repeatElement(day.number, count: weight))
    }
    firstSlot.append(slots.count)
    self.slots = slots
    self.firstSlot = firstSlot
    firstDay = first
  }

  /// A day of the year.
  func day(using generator: inout SeededGenerator) -> CalendarDay {
    CalendarDay(number: Int(slots[generator.below(slots.count)]))
  }

  /// A day in a part of the year.
  ///
  /// Without a working day in it: the next one of the year, or the last of the year.
  func day(
    from: CalendarDay, through: CalendarDay, using generator: inout SeededGenerator
  ) -> CalendarDay {
    let lower = firstSlot[dayOfYear(from)]
    let upper = firstSlot[dayOfYear(through.advanced(by: 1))]
    let index = lower < upper ? lower + generator.below(upper - lower) : lower
    return CalendarDay(number: Int(slots[min(index, slots.count - 1)]))
  }

  /// The position in `firstSlot`, for days outside the year the nearest one.
  private func dayOfYear(_ day: CalendarDay) -> Int {
    min(max(Int(day.number - firstDay.number), 0), firstSlot.count - 1)
  }
}
