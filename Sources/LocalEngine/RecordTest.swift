import Indicators
import Schemas

/// A selection held against records as text.
struct RecordTest {
  private let tests: [(DatasetRecords.Row) -> Bool]

  init(_ selection: Selection, schema: DatasetSchema, dimensions: [Dimension]) {
    tests = selection.conditions.map { RecordTest.test($0, schema, dimensions) }
  }

  /// Whether a record satisfies all conditions.
  func isSatisfied(by row: DatasetRecords.Row) -> Bool {
    tests.allSatisfy { $0(row) }
  }

  /// The event date of a record; nil when it has none.
  static func event(_ fields: [String], _ schema: DatasetSchema) -> CalendarDate? {
    guard let index = schema.index(of: schema.eventColumn) else { return nil }
    return day(fields[index], schema.columns[index].type)
  }

  /// The day that a field holds; of a year its first day, nil for an empty field.
  static func day(_ text: String, _ type: ColumnType) -> CalendarDate? {
    let digits = text.utf8.split { !(48...57).contains($0) }.compactMap { Int(String($0) ?? "") }
    switch type {
    case .year where digits.count == 1:
      return CalendarDate(year: digits[0], month: 1, day: 1)
    case .date(.iso) where digits.count == 3:
      return CalendarDate(year: digits[0], month: digits[1], day: digits[2])
    case .date(.dayMonthYear) where digits.count == 3:
      return CalendarDate(year: digits[2], month: digits[1], day: digits[0])
    default: return nil
    }
  }

  private static func test(
    _ condition: Condition, _ schema: DatasetSchema, _ dimensions: [Dimension]
  ) -> (DatasetRecords.Row) -> Bool {
    switch condition {
    case .event(let from, let through):
      return { $0.event >= from && $0.event <= through }
    case .filled(let column):
      guard let index = schema.index(of: column) else { return { _ in false } }
      return { !$0.fields[index].isEmpty }
    case .running(let from, let until, let day):
      return running(from, until, on: day, schema)
    case .member(let name, let members):
      if let index = schema.index(of: name) { return member(index, members, schema) }
      guard let dimension = dimensions.first(where: { $0.name == name }) else {
        return { _ in false }
      }
      return band(of: dimension, members, schema)
    }
  }

  private static func member(
    _ index: Int, _ members: [String], _ schema: DatasetSchema
  ) -> (DatasetRecords.Row) -> Bool {
    guard case .codes = schema.columns[index].type else {
      return { members.contains($0.members[index]) }
    }
    return { row in
      let parts = row.members[index].split(separator: "|", omittingEmptySubsequences: false)
      return parts.contains { members.contains(String($0)) }
    }
  }

  private static func running(
    _ from: String, _ until: String, on day: CalendarDate, _ schema: DatasetSchema
  ) -> (DatasetRecords.Row) -> Bool {
    guard let first = schema.index(of: from), let last = schema.index(of: until) else {
      return { _ in false }
    }
    let (firstType, lastType) = (schema.columns[first].type, schema.columns[last].type)
    return { row in
      guard let start = RecordTest.day(row.fields[first], firstType), start <= day else {
        return false
      }
      return RecordTest.day(row.fields[last], lastType).map { $0 > day } ?? true
    }
  }

  private static func band(
    of dimension: Dimension, _ members: [String], _ schema: DatasetSchema
  ) -> (DatasetRecords.Row) -> Bool {
    guard let birth = schema.index(of: dimension.birthColumn),
      let reference = schema.index(of: dimension.referenceColumn)
    else { return { _ in false } }
    let (birthType, referenceType) = (schema.columns[birth].type, schema.columns[reference].type)
    return { row in
      guard let born = RecordTest.day(row.fields[birth], birthType)?.components,
        let day = RecordTest.day(row.fields[reference], referenceType)?.components
      else { return members.contains("") }
      let hadBirthday = (day.month, day.day) >= (born.month, born.day)
      let age = day.year - born.year - (hadBirthday ? 0 : 1)
      return members.contains(dimension.bands.first { $0.ages.contains(age) }?.slug ?? "")
    }
  }
}

/// What a record adds to a number.
struct RecordAmount {
  /// Whether different identifiers are counted.
  let countsIdentifiers: Bool

  /// Whether amounts are decimals, in millionths.
  let isInMillionths: Bool

  private let amount: (DatasetRecords.Row) -> Int
  private let identifier: Int?

  init(_ accumulator: Accumulator, schema: DatasetSchema) {
    switch accumulator {
    case .count: (amount, identifier) = ({ _ in 1 }, nil)
    case .sum(let column):
      let index = schema.index(of: column)
      (amount, identifier) = (
        { row in
          index.map { RecordAmount.number(row.fields[$0], schema.columns[$0].type) } ?? 0
        }, nil
      )
    case .distinct(let column), .distinctInSeveral(let column, _, _),
      .distinctAlso(let column, _, _, _), .daysToFirst(let column, _, _):
      (amount, identifier) = ({ _ in 1 }, schema.index(of: column))
    case .days(let from, let to):
      let (first, last) = (schema.index(of: from), schema.index(of: to))
      (amount, identifier) = (
        { row in
          guard let first, let last,
            let start = RecordTest.day(row.fields[first], schema.columns[first].type),
            let end = RecordTest.day(row.fields[last], schema.columns[last].type)
          else { return 0 }
          return Int(end.daysSince1970) - Int(start.daysSince1970)
        }, nil
      )
    }
    countsIdentifiers = identifier != nil
    isInMillionths =
      switch accumulator {
      case .sum(let column): schema.column(column)?.type.isDecimal ?? false
      case .count, .distinct, .distinctInSeveral, .distinctAlso, .days, .daysToFirst: false
      }
  }

  func amount(of row: DatasetRecords.Row) -> Int { amount(row) }

  func identifier(of row: DatasetRecords.Row) -> String? {
    guard let identifier, !row.fields[identifier].isEmpty else { return nil }
    return row.fields[identifier]
  }

  /// The number in a field, of decimals in millionths; zero for an empty one.
  private static func number(_ text: String, _ type: ColumnType) -> Int {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    var separator: UInt8?
    if case .decimal(let notation) = type { separator = notation.decimalSeparator }
    let parts = text.utf8.split(separator: separator ?? 0, omittingEmptySubsequences: false)
      .map { part in part.filter { (48...57).contains($0) } }
    var digits = parts.first ?? []
    if separator != nil {
      let decimals = (parts.dropFirst().first ?? []).prefix(6)
      digits += decimals + Array(repeating: UInt8(ascii: "0"), count: 6 - decimals.count)
    }
    let number = Int(String(decoding: digits, as: UTF8.self)) ?? 0
    return isNegative ? -number : number
  }
}

extension ColumnType {
  /// Whether the column holds decimal numbers.
  fileprivate var isDecimal: Bool {
    if case .decimal = self { return true }
    return false
  }
}

extension DatasetSchema {
  /// The index of a column.
  func index(of name: String) -> Int? {
    columns.firstIndex { $0.name == name }
  }
}
