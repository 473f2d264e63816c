import Schemas

/// The records of a chunk that a `RecordKeeper` wrote down, with all that was found in it.
package struct KeptRecords {
  /// What was found.
  package let report: ChunkReport

  private let columns: [Column]
  private let eventColumn: Int?
  /// The keys of the values of open lists by their numbers then, by column.
  private let keys: [[Int: String]]
  private let spellings: OpenSpellings
  private let records: ByteReader

  /// Reads what was kept of a chunk; nil when the bytes are not of its dataset's form.
  package init?(_ bytes: [UInt8], for task: ChunkTask, _ context: DatasetContext) {
    columns = context.schema.columns
    eventColumn = context.eventColumn
    do {
      var reader = ByteReader(bytes)
      report = try ChunkReport(task, from: &reader)
      keys = try KeptRecords.keys(of: columns, from: &reader)
      spellings = try OpenSpellings(from: &reader)
      records = ByteReader(try reader.content())
      guard reader.isAtEnd else { return nil }
      try KeptRecords.check(records, columns.count)
    } catch {
      return nil
    }
  }

  /// Gives the records a batch at a time, with the numbers that `lists` has for values of open lists;
  /// the lists learn the values and how they were written.
  package func forEach(_ lists: OpenLists, _ body: (borrowing RecordBatch) -> Void) {
    spellings.share(with: lists)
    let numbers = zip(columns, keys).map { column, keys in
      column.type.openList.map { list in keys.mapValues { lists.number(of: $0, in: list) } } ?? [:]
    }
    var records = records
    var batch = RecordBatch(columnCount: columns.count)
    let isYear = eventColumn.map { columns[$0].type == .year } ?? false
    while !records.isAtEnd, (try? batch.fill(from: &records)) != nil {
      for column in columns.indices where !numbers[column].isEmpty {
        batch.renumber(column, numbers[column])
      }
      batch.fillEvents(from: eventColumn, isYear: isYear)
      body(batch)
    }
  }

  private static func keys(
    of columns: [Column], from reader: inout ByteReader
  ) throws(BrokenBytes) -> [[Int: String]] {
    var all: [[Int: String]] = []
    for column in columns {
      var keys: [Int: String] = [:]
      if column.type.openList != nil {
        for _ in 0..<(try reader.count()) { keys[try reader.int()] = try reader.text() }
      }
      all.append(keys)
    }
    return all
  }

  /// Walks through all batches, so that none is given when one is broken.
  private static func check(_ records: ByteReader, _ columnCount: Int) throws(BrokenBytes) {
    var records = records
    while !records.isAtEnd {
      let count = try records.int()
      guard (0...FieldRows.capacity).contains(count) else { throw BrokenBytes() }
      for _ in 0..<columnCount {
        let width = try records.int()
        _ = try records.int()
        guard [0, 1, 2, 4, 8].contains(width) else { throw BrokenBytes() }
        try records.skip(count * width)
      }
    }
  }
}

extension RecordBatch {
  /// Reads the values of a batch.
  fileprivate mutating func fill(from reader: inout ByteReader) throws(BrokenBytes) {
    count = try reader.int()
    for column in values.indices {
      let width = try reader.int()
      let least = Int64(try reader.int())
      values[column].withUnsafeMutableBufferPointer { values in
        reader.packed(count, width: width) { row, number in
          values[row] = number == 0 ? Int64.min : least &+ Int64(bitPattern: number &- 1)
        }
      }
    }
  }

  /// Gives the values of an open list other numbers.
  fileprivate mutating func renumber(_ column: Int, _ numbers: [Int: Int64]) {
    for row in 0..<count where values[column][row] > 0 {
      values[column][row] = numbers[Int(values[column][row])] ?? 0
    }
  }
}
