package import Findings
package import Schemas

/// What the readers of one dataset have in common: its schema with columns as indices, the years
/// that were delivered, and what a second reading looks for.
package struct DatasetContext: Sendable {
  /// A rule about two dates, by column.
  struct Order: Sendable {
    let earlier: Int
    let later: Int
  }

  /// A rule about a column that may only be filled beside some codes.
  struct OnlyWith: Sendable {
    let column: Int
    let other: Int
    let isPermitted: [Bool]
    let labels: [String]
    let empty: Int64

    func isBroken(_ values: (Int) -> Int64) -> Bool {
      let other = values(other)
      return values(column) != empty
        && !(other >= 0 && other < isPermitted.count && isPermitted[Int(other)])
    }
  }

  /// The schema.
  package let schema: DatasetSchema

  /// The years of which there is a delivery.
  package let deliveredYears: Set<Int>

  /// The values of open lists.
  package let openLists: OpenLists

  /// The column with the event date or year; nil when nothing but the form is declared.
  package let eventColumn: Int?

  /// Where findings are kept; nil for a reading of which they are known already.
  package var store: FindingStore? = FindingStore()

  /// Values of identifier columns whose records are to be reported as sightings, by column.
  package var watched: [Int: Set<Int64>] = [:]

  /// Values of identifier columns whose records are to be set apart, by column.
  package var exclusions: [Int: [Int64: Exclusion]] = [:]

  /// Whether dates and members are held against the file's place.
  var checksPlace = true

  /// What the first record of a file is.
  var header = HeaderMode.declared

  let orders: [Order]
  let onlyWith: [OnlyWith]
  let emptyRecordColumns: [Int]

  /// The columns of which codes may be used on some days only, with the days by code.
  let datedColumns: [(column: Int, days: [ClosedRange<Int64>?])]

  /// Creates the context.
  package init(schema: DatasetSchema, deliveredYears: Set<Int>, openLists: OpenLists) {
    self.schema = schema
    self.deliveredYears = deliveredYears
    self.openLists = openLists
    let index: (String) -> Int? = { name in schema.columns.firstIndex { $0.name == name } }
    eventColumn = index(schema.eventColumn)
    orders = schema.rules.orders.compactMap { order in
      guard let earlier = index(order.earlier), let later = index(order.later) else { return nil }
      return Order(earlier: earlier, later: later)
    }
    onlyWith = schema.rules.onlyWith.compactMap { rule in
      guard let column = index(rule.column), let other = index(rule.other),
        case .code(let list) = schema.columns[other].type
      else { return nil }
      return OnlyWith(
        column: column, other: other,
        isPermitted: [false] + list.codes.map { rule.codes.contains($0.slug) },
        labels: list.codes.filter { rule.codes.contains($0.slug) }.map(\.label),
        empty: schema.columns[column].type.emptyValue)
    }
    datedColumns = schema.columns.enumerated().compactMap { index, column in
      guard case .code(let list) = column.type else { return nil }
      let days = list.codes.map(\.validDays)
      return days.contains { $0 != nil } ? (index, days) : nil
    }
    emptyRecordColumns = schema.rules.emptyRecordColumns.compactMap(index)
  }

  /// The column and value that all records of a file should have by its name.
  func member(of delivery: Delivery) -> (column: Int, value: Int64, label: String)? {
    guard checksPlace, case .perMember(let name, _) = schema.naming,
      let column = schema.columns.firstIndex(where: { $0.name == name }),
      case .code(let list) = schema.columns[column].type,
      let index = list.codes.firstIndex(where: { $0.slug == delivery.part })
    else { return nil }
    return (column, Int64(index + 1), list.codes[index].label)
  }

  /// The year, and the month where there is one, of a value of the event column.
  func event(of value: Int64) -> (year: Int, month: Int?) {
    guard let eventColumn, case .date = schema.columns[eventColumn].type else {
      return (Int(value), nil)
    }
    let month = CalendarTable.shared.month(of: value)
    return (month / 12, month % 12 + 1)
  }

  /// Whether an event lies in the year, or month, that a file is about.
  func isInPeriod(_ event: (year: Int, month: Int?), of delivery: Delivery) -> Bool {
    guard event.year == delivery.year else { return false }
    guard case .perMonth = schema.naming, let month = event.month else { return true }
    return Int(delivery.part) == month
  }

  /// The year or month that a file is about, as it is written.
  func period(of delivery: Delivery) -> String {
    guard case .perMonth = schema.naming else { return "\(delivery.year)" }
    return "\(delivery.year)-\(delivery.part)"
  }
}

/// Why records with a value are set apart in a second reading.
package struct Exclusion: Sendable, Hashable {
  /// The rule of the finding.
  package let rule: String

  /// The place of the one record with the value that is counted nevertheless, if any.
  package let kept: RecordPlace?

  /// Creates an exclusion.
  package init(rule: String, kept: RecordPlace?) {
    self.rule = rule
    self.kept = kept
  }
}

/// The place of a record: its file and the line on which it begins.
package struct RecordPlace: Sendable, Hashable {
  /// The file.
  package let file: String

  /// The line, from 1.
  package let line: Int

  /// Creates a place.
  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}
