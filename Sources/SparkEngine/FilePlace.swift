internal import Exports
internal import Schemas

/// What the place of a file says of its records.
struct FilePlace {
  /// The member that its name says, if any.
  let member: String?

  /// The first and last day of the year or month that it is about.
  let firstDay: String
  let lastDay: String

  /// The place of a delivery.
  init(_ delivery: Delivery, _ schema: DatasetSchema) {
    if case .perMember(let name, _) = schema.naming,
      case .code(let list)? = schema.column(name)?.type, list.code(slug: delivery.part) != nil
    {
      member = delivery.part
    } else {
      member = nil
    }
    let year = delivery.year
    guard case .perMonth = schema.naming, !schema.hasYearEvents, let month = Int(delivery.part),
      let first = CalendarDate(year: year, month: month, day: 1),
      let last = CalendarDate(
        year: year, month: month, day: CalendarDate.days(inMonth: month, of: year))
    else {
      let digits = String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
      firstDay = "\(digits)-01-01"
      lastDay = "\(digits)-12-31"
      return
    }
    firstDay = first.description
    lastDay = last.description
  }
}

extension DatasetSchema {
  /// Whether the event column holds years instead of dates.
  var hasYearEvents: Bool {
    if case .year = column(eventColumn)?.type { return true }
    return false
  }
}
