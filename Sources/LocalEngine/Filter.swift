import Exports

/// A selection of records, with columns as indices.
struct Filter: Sendable, Hashable {
  /// One condition.
  enum Test: Sendable, Hashable {
    case member(Axis.Source, values: [Int64], isMask: Bool)
    case filled(column: Int, empty: Int64)
    case running(from: Int, until: Int, day: Int64)
    case event(from: Int64, through: Int64)
  }

  let tests: [Test]

  /// Whether every record passes.
  var keepsAll: Bool { tests.isEmpty }

  /// The rows of a batch that pass all tests, in order, as the first of `rows`; returns how many.
  func select(
    _ batch: borrowing RecordBatch, bands: [[Int64]], into rows: inout [Int]
  ) -> Int {
    var count = batch.count
    for row in 0..<count { rows[row] = row }
    for test in tests {
      switch test {
      case .member(let source, let values, let isMask):
        count = keep(&rows, count, values, isMask, column(source, batch, bands))
      case .filled(let column, let empty):
        let values = batch.values[column]
        count = keep(&rows, count) { values[$0] != empty }
      case .running(let from, let until, let day):
        let starts = batch.values[from]
        let ends = batch.values[until]
        count = keep(&rows, count) { row in
          starts[row] != Int64.min && starts[row] <= day
            && (ends[row] == Int64.min || ends[row] > day)
        }
      case .event(let from, let through):
        let days = batch.eventDays
        count = keep(&rows, count) { days[$0] >= from && days[$0] <= through }
      }
    }
    return count
  }

  private func column(
    _ source: Axis.Source, _ batch: borrowing RecordBatch, _ bands: [[Int64]]
  ) -> [Int64] {
    switch source {
    case .column(let index): batch.values[index]
    case .bands(let index): bands[index]
    case .eventYear, .eventMonth: batch.eventMonths
    }
  }

  private func keep(
    _ rows: inout [Int], _ count: Int, _ values: [Int64], _ isMask: Bool, _ column: [Int64]
  ) -> Int {
    if isMask {
      var mask: UInt64 = 0
      for value in values where value > 0 { mask |= 1 << UInt64(value - 1) }
      let keepsEmpty = values.contains(0)
      return keep(&rows, count) { row in
        UInt64(bitPattern: column[row]) & mask != 0 || (keepsEmpty && column[row] == 0)
      }
    }
    if values.count == 1 {
      let only = values[0]
      return keep(&rows, count) { column[$0] == only }
    }
    return keep(&rows, count) { values.contains(column[$0]) }
  }

  @inline(__always)
  private func keep(_ rows: inout [Int], _ count: Int, where isKept: (Int) -> Bool) -> Int {
    var kept = 0
    for index in 0..<count {
      let row = rows[index]
      rows[kept] = row
      kept += isKept(row) ? 1 : 0
    }
    return kept
  }
}
