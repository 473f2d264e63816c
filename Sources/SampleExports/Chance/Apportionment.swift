/// Ways to cut whole numbers into parts without losing one.
enum Apportionment {
  /// Divides `total` in proportion to the weights, by largest remainder; ties to the first.
  static func parts(of total: Int, weights: [Int]) -> [Int] {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return weights.map { _ in 0 } }
    var parts = weights.map { total * $0 / sum }
    let remainders = weights.map { total * $0 % sum }
    let order = weights.indices.sorted { left, right in
      remainders[left] == remainders[right] ? left < right : remainders[left] > remainders[right]
    }
    for index in order.prefix(total - parts.reduce(0, +)) {
      parts[index] += 1
    }
    return parts
  }

  /// A table of whole numbers near to proportional, with exactly these row and column totals.
  static func table(rows: [Int], columns: [Int]) -> [[Int]] {
    let total = max(rows.reduce(0, +), 1)
    var table = rows.map { row in columns.map { row * $0 / total } }
    var missing = columns.indices.map { column in
      columns[column] - table.reduce(0) { $0 + $1[column] }
    }
    for row in rows.indices {
      var rest = rows[row] - table[row].reduce(0, +)
      for column in columns.indices where rest > 0 && missing[column] > 0 {
        let added = min(rest, missing[column])
        table[row][column] += added
        missing[column] -= added
        rest -= added
      }
    }
    return table
  }

  /// Divides `total` over `count` parts of about the same size, each at least `minimum`.
  static func uneven(
    _ total: Int, over count: Int, minimum: Int, using generator: inout SeededGenerator
  ) -> [Int] {
    guard count > 0 else { return [] }
    let base = min(minimum, total / count)
    let weights = (0..<count).map { _ in generator.number(in: 6...14) }
    return parts(of: total - base * count, weights: weights).map { $0 + base }
  }

  /// Every value as often as its count, in the order given.
  static func expanded<Value>(_ values: [Value], counts: [Int]) -> [Value] {
    zip(values, counts).flatMap { repeatElement($0, count: $1) }
  }
}
