import Schemas

/// Writes the records of a chunk down as they were decoded, so that they need not be decoded again.
package struct RecordKeeper {
  private let columns: [Column]
  private let openLists: OpenLists
  private var batches = ByteWriter()
  /// Which values of open lists occur, by column and number.
  private var used: [[Bool]]

  /// Creates a keeper of records of a dataset.
  package init(_ context: DatasetContext) {
    columns = context.schema.columns
    openLists = context.openLists
    used = columns.map { _ in [] }
  }

  /// Adds the records of a batch.
  package mutating func add(_ batch: borrowing RecordBatch) {
    batches.add(batch.count)
    for column in columns.indices {
      PackedColumn(batch.values[column], batch.count).write(to: &batches)
      guard columns[column].type.openList != nil else { continue }
      for row in 0..<batch.count {
        let number = Int(batch.values[column][row])
        guard number > 0 else { continue }
        if number >= used[column].count {
          used[column] += repeatElement(false, count: number + 64 - used[column].count)
        }
        used[column][number] = true
      }
    }
  }

  /// What was kept: what was found in the chunk, the values of open lists with their spellings, and
  /// the records.
  package func bytes(_ report: ChunkReport, _ spellings: OpenSpellings) -> [UInt8] {
    var writer = ByteWriter()
    report.write(to: &writer)
    for column in columns.indices {
      guard let list = columns[column].type.openList else { continue }
      let keys = openLists.keys(of: list)
      let numbers = used[column].indices.filter { used[column][$0] && $0 <= keys.count }
      writer.add(each: numbers) { writer, number in
        writer.add(number)
        writer.add(keys[number - 1])
      }
    }
    spellings.write(to: &writer)
    writer.add(batches.bytes)
    return writer.bytes
  }
}

/// The values of a column of a batch, each in as few bytes as all of them need.
struct PackedColumn {
  private let values: ArraySlice<Int64>
  private let least: Int64
  let width: Int

  init(_ values: [Int64], _ count: Int) {
    self.values = values[..<count]
    // The smallest number stands for an empty field in some types: it is written as 0.
    var (least, most) = (Int64.max, Int64.min)
    for value in self.values where value != Int64.min {
      least = min(least, value)
      most = max(most, value)
    }
    self.least = least
    let range = most < least ? 0 : UInt64(bitPattern: most &- least) &+ 1
    let isEmpty = most < least
    width = isEmpty ? 0 : (range < 1 << 8 ? 1 : (range < 1 << 16 ? 2 : (range < 1 << 32 ? 4 : 8)))
  }

  func write(to writer: inout ByteWriter) {
    writer.add(width)
    writer.add(width == 0 ? 0 : Int(least))
    writer.add(
      packed: values.lazy.map { $0 == Int64.min ? 0 : UInt64(bitPattern: $0 &- least) &+ 1 },
      width: width)
  }
}

extension ColumnType {
  /// The open list of the column's values; nil when they are not numbered in order of arrival.
  package var openList: String? {
    if case .openCode(let list) = self { return list }
    return nil
  }
}
