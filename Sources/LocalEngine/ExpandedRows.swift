/// Pairs of a record and one of the groups that it belongs to, where these are several.
struct ExpandedRows {
  private(set) var rows: [Int] = []
  var combinations: [Int] = []
  private var nextRows: [Int] = []
  private var nextCombinations: [Int] = []

  /// Begins with one group for each record.
  mutating func begin(_ selected: [Int], _ count: Int) {
    rows.removeAll(keepingCapacity: true)
    rows += selected[..<count]
    combinations.removeAll(keepingCapacity: true)
    combinations += repeatElement(0, count: count)
  }

  /// Adds an axis on which each record has one value.
  mutating func add(_ values: [Int64], minus axis: Axis, _ stride: Int) {
    let divisor = axis.source == .eventYear ? 12 : 1
    for index in rows.indices {
      combinations[index] += (Int(values[rows[index]]) / divisor - Int(axis.offset)) * stride
    }
  }

  /// Adds an axis on which each record has a value for each bit of its mask; 0 without a bit.
  mutating func multiply(by masks: [Int64], _ stride: Int) {
    nextRows.removeAll(keepingCapacity: true)
    nextCombinations.removeAll(keepingCapacity: true)
    for index in rows.indices {
      var mask = UInt64(bitPattern: masks[rows[index]])
      if mask == 0 { append(index, 0) }
      while mask != 0 {
        append(index, (mask.trailingZeroBitCount + 1) * stride)
        mask &= mask - 1
      }
    }
    swap(&rows, &nextRows)
    swap(&combinations, &nextCombinations)
  }

  private mutating func append(_ index: Int, _ amount: Int) {
    nextRows.append(rows[index])
    nextCombinations.append(combinations[index] + amount)
  }
}
