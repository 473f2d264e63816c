import Disclosure

/// Tables with totals at the end of each row and column, whose cells stand row by row.
enum SmallTables {
  /// The numbers of all cells, totals among them.
  static func cells(_ rows: [[Int]]) -> [Int] { withTotals(rows).flatMap { $0 } }

  /// The table as a problem: each cell tells the quantity with its own index.
  static func problem(_ rows: [[Int]]) -> DisclosureProblem {
    var problem = DisclosureProblem()
    let places = withTotals(rows).map { row in
      row.map { problem.add(DisclosureProblem.Quantity(value: $0, isProtected: true)) }
    }
    for place in places.joined() { _ = problem.addCell([place]) }
    let width = places[0].count
    for row in places { problem.add(sum(row.dropLast(), row[width - 1])) }
    for column in 0..<width {
      let line = places.map { $0[column] }
      problem.add(sum(line.dropLast(), line[line.count - 1]))
    }
    return problem
  }

  /// That parts add up to a total.
  static func sum(_ parts: some Sequence<Int>, _ total: Int) -> DisclosureProblem.Relation {
    DisclosureProblem.Relation(parts.map { ($0, 1) } + [(total, -1)])
  }

  private static func withTotals(_ rows: [[Int]]) -> [[Int]] {
    let lines = rows.map { $0 + [$0.reduce(0, +)] }
    return lines + [lines[0].indices.map { column in lines.reduce(0) { $0 + $1[column] } }]
  }
}
