/// Some records of one file as integers, column by column: most often those of one stretch that is
/// scanned, so that what has to be done for each batch is done seldom.
///
/// It holds the records that can be counted; how fields become integers is told by
/// `ColumnDecoder`, an empty field is `ColumnType.emptyValue`.
package struct RecordBatch {
  /// The most records that a batch has.
  package static let capacity = 1536

  /// The number of records.
  package internal(set) var count = 0

  /// For each column of the schema the values; only the first `count` are those of records.
  package internal(set) var values: [[Int64]]

  /// The days of the events, since 1970; of an event column with years their first days.
  package private(set) var eventDays: [Int64]

  /// The months of the events, as `year * 12 + month - 1`.
  package private(set) var eventMonths: [Int64]

  /// Creates an empty batch of a number of columns.
  init(columnCount: Int) {
    let empty: [Int64] = Array(repeating: 0, count: FieldRows.capacity)
    values = Array(repeating: empty, count: columnCount)
    eventDays = empty
    eventMonths = empty
  }

  /// Decodes a column into the batch.
  mutating func fill(
    _ column: Int, at position: Int?, from rows: FieldRows, with decoder: inout ColumnDecoder
  ) {
    count = rows.count
    if let position {
      decoder.decode(rows, at: position, into: &values[column])
    } else {
      for row in 0..<rows.count { values[column][row] = decoder.emptyValue }
    }
  }

  /// Derives days and months from the column with the event date or year.
  mutating func fillEvents(from column: Int?, isYear: Bool) {
    guard let column else { return }
    if isYear { return fillEvents(years: column) }
    RecordBatch.fill(&eventDays, &eventMonths, from: values[column], count)
  }

  // Without checks of bounds: the batch has as many of each, and decoded days lie in the table.
  private static func fill(
    _ eventDays: inout [Int64], _ eventMonths: inout [Int64], from days: [Int64], _ count: Int
  ) {
    let table = CalendarTable.shared
    let first = Int(table.firstDays[0])
    let january = Int64(CalendarTable.years.lowerBound) * 12
    days.withUnsafeBufferPointer { days in
      table.months.withUnsafeBufferPointer { months in
        eventDays.withUnsafeMutableBufferPointer { eventDays in
          eventMonths.withUnsafeMutableBufferPointer { eventMonths in
            for row in 0..<count where days[row] != Int64.min {
              eventDays[row] = days[row]
              eventMonths[row] = january &+ Int64(months[Int(days[row]) &- first])
            }
          }
        }
      }
    }
  }

  private mutating func fillEvents(years column: Int) {
    let table = CalendarTable.shared
    for row in 0..<count where values[column][row] != Int64.min {
      let first = table.day(year: Int(values[column][row]), month: 1, day: 1) ?? 0
      eventDays[row] = first
      eventMonths[row] = Int64(table.month(of: first))
    }
  }

  /// Keeps the records for which `isKept` is true, in their order.
  mutating func keep(where isKept: [Bool]) {
    let kept = (0..<count).filter { isKept[$0] }
    for column in values.indices { RecordBatch.compact(&values[column], kept) }
    RecordBatch.compact(&eventDays, kept)
    RecordBatch.compact(&eventMonths, kept)
    count = kept.count
  }

  private static func compact(_ values: inout [Int64], _ kept: [Int]) {
    for (row, source) in kept.enumerated() { values[row] = values[source] }
  }
}
