import Exports

/// Something that is accumulated for each group, with columns as indices.
enum Accumulation: Sendable, Hashable {
  /// The sum of a column, and the number of records in which it is filled.
  case sum(column: Int)
  /// The different values of a column.
  case distinct(column: Int)
  /// The days between two dates of a record, and the number of records that have both.
  case days(from: Int, to: Int)
  /// The first record of each value of a column; the key column decides between equal days.
  case first(column: Int, key: Int?)
  /// The days of all records of each value of a column.
  case occurrences(column: Int)
}

/// Records that are selected and grouped alike, and what is accumulated over them.
struct Grouping: Sendable {
  /// Tables with at most so many combinations are arrays; larger ones are looked up.
  private static let flatLimit = 1 << 14

  let filter: Int
  let axes: [Axis]
  private(set) var accumulations: [Accumulation] = []

  /// What a value on each axis is multiplied with to number a combination.
  let strides: [Int]

  /// The number of combinations, when groups are numbered by them; nil when they are looked up.
  let flatSize: Int?

  /// Creates a grouping, or returns nil when its combinations cannot be numbered.
  init?(filter: Int, axes: [Axis]) {
    self.filter = filter
    self.axes = axes
    var strides: [Int] = []
    var size = 1
    for axis in axes {
      strides.append(size)
      let (product, overflow) = size.multipliedReportingOverflow(by: axis.size)
      if overflow { return nil }
      size = product
    }
    self.strides = strides
    flatSize = size <= Grouping.flatLimit && axes.allSatisfy(\.isClosed) ? size : nil
  }

  /// Adds an accumulation, unless it is there already, and returns its index.
  mutating func add(_ accumulation: Accumulation) -> Int {
    if let index = accumulations.firstIndex(of: accumulation) { return index }
    accumulations.append(accumulation)
    return accumulations.count - 1
  }
}
