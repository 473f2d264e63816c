/// Finds the cheapest solution of equations over numbers between zero and a limit, in exact whole
/// numbers: the tableau is kept times its determinant, so that no division leaves a rest.
struct IntegerSimplex {
  /// A number that is looked for.
  struct Variable {
    /// What one of it costs, not negative.
    let cost: Int

    /// The most that it can be; nil for any.
    let limit: Int?
  }

  /// Why there is no solution.
  enum Failure: Error {
    /// The equations contradict each other.
    case infeasible

    /// A number became too large, or no whole solution was found.
    case tooHard
  }

  private var rows: [[Int]]
  /// What a step along each column changes in the sum that is lowered.
  private var objective: [Int]
  private var basis: [Int]
  private var isMirrored: [Bool]
  private let variables: [Variable]
  private var scale = 1
  private var isFeasible = false

  /// Solves `coefficients` times the variables = `totals`.
  ///
  /// - Returns: A value for each variable; whole numbers only.
  static func solve(
    _ variables: [Variable], _ coefficients: [[Int]], _ totals: [Int]
  ) throws(Failure) -> [Int] {
    var simplex = IntegerSimplex(variables, coefficients, totals)
    try simplex.minimise()
    guard simplex.distance == 0 else { throw .infeasible }
    simplex.isFeasible = true
    simplex.objective = variables.indices.map { simplex.reducedCost($0) }
    try simplex.minimise()
    return try simplex.solution()
  }

  private init(_ variables: [Variable], _ coefficients: [[Int]], _ totals: [Int]) {
    self.variables = variables
    rows = zip(coefficients, totals).map { row, total in
      total < 0 ? row.map { -$0 } + [-total] : row + [total]
    }
    // A number of its own for each equation: what is still missing of its total.
    basis = rows.indices.map { variables.count + $0 }
    isMirrored = Array(repeating: false, count: variables.count)
    // First, what is missing of the totals is lowered to nothing.
    objective = variables.indices.map { [rows] column in rows.reduce(0) { $0 - $1[column] } }
  }

  /// What is missing in all equations together.
  private var distance: Int {
    zip(basis, rows).reduce(0) { $0 + ($1.0 >= variables.count ? $1.1[variables.count] : 0) }
  }

  private func limit(of variable: Int) -> Int? {
    variable < variables.count ? variables[variable].limit : (isFeasible ? 0 : nil)
  }

  private func cost(of variable: Int) -> Int {
    guard variable < variables.count else { return 0 }
    return isMirrored[variable] ? -variables[variable].cost : variables[variable].cost
  }

  private func reducedCost(_ column: Int) -> Int {
    zip(basis, rows).reduce(cost(of: column) * scale) { sum, pair in
      pair.1[column] == 0 ? sum : sum - cost(of: pair.0) * pair.1[column]
    }
  }
}

extension IntegerSimplex {
  /// How many steps are taken at most, far more than tables need.
  private static let stepLimit = 20_000

  /// The column that lowers the sum fastest enters, as long as there is one; after steps that lower
  /// nothing the first one, which cannot go round in circles (Bland's rule).
  private mutating func minimise() throws(Failure) {
    var idle = 0
    for _ in 0..<IntegerSimplex.stepLimit {
      guard let column = idle < 40 ? steepest : objective.firstIndex(where: { $0 < 0 }) else {
        return
      }
      idle = try enter(column) ? 0 : idle + 1
    }
    throw .tooHard
  }

  private var steepest: Int? {
    var best: Int?
    for (column, step) in objective.enumerated() where step < 0 {
      if best.map({ step < objective[$0] }) ?? true { best = column }
    }
    return best
  }

  /// Raises a variable as far as it goes, and says whether that is any way.
  private mutating func enter(_ column: Int) throws(Failure) -> Bool {
    var best: (row: Int, room: Int, factor: Int, atLimit: Bool)?
    for row in rows.indices where rows[row][column] != 0 {
      let factor = rows[row][column]
      var room = rows[row][variables.count]
      if factor < 0 {
        guard let limit = limit(of: basis[row]) else { continue }
        room = try product(limit, scale) - room
      }
      let size = abs(factor)
      if let found = best {
        let (mine, other) = (Int128(room) * Int128(found.factor), Int128(found.room) * Int128(size))
        guard mine < other || (mine == other && basis[row] < basis[found.row]) else { continue }
      }
      best = (row, room, size, factor < 0)
    }
    let own = variables[column].limit
    guard let best else {
      // Costs are not negative, so that nothing falls without end but what has a limit.
      guard let own else { throw .tooHard }
      try mirror(column, own)
      return true
    }
    if let own, Int128(own) * Int128(best.factor) <= Int128(best.room) {
      try mirror(column, own)
      return true
    }
    if best.atLimit { try mirrorBasic(best.row) }
    try pivot(best.row, column)
    return best.room > 0
  }

  /// Counts a variable down from its limit instead of up from zero.
  private mutating func mirror(_ column: Int, _ limit: Int) throws(Failure) {
    for row in rows.indices where rows[row][column] != 0 {
      rows[row][variables.count] -= try product(rows[row][column], limit)
      rows[row][column] = -rows[row][column]
    }
    objective[column] = -objective[column]
    isMirrored[column].toggle()
  }

  private mutating func mirrorBasic(_ row: Int) throws(Failure) {
    let variable = basis[row]
    let total = try product(limit(of: variable) ?? 0, scale) - rows[row][variables.count]
    for column in variables.indices { rows[row][column] = -rows[row][column] }
    rows[row][variables.count] = total
    if variable < variables.count {
      rows[row][variable] = scale
      isMirrored[variable].toggle()
    }
  }

  private mutating func pivot(_ row: Int, _ column: Int) throws(Failure) {
    let factor = rows[row][column]
    let mine = rows[row]
    let filled = mine.indices.filter { mine[$0] != 0 }
    for other in rows.indices where other != row {
      let part = rows[other][column]
      guard part != 0 || factor != scale else { continue }
      var line: [Int] = []
      swap(&line, &rows[other])
      try change(&line, factor, part, mine, filled)
      swap(&line, &rows[other])
    }
    try change(&objective, factor, objective[column], mine, filled)
    basis[row] = column
    scale = factor
  }

  /// Takes so many times the row of a step from another row.
  private func change(
    _ line: inout [Int], _ factor: Int, _ part: Int, _ mine: [Int], _ filled: [Int]
  ) throws(Failure) {
    guard factor != scale else {
      // Nearly always: only what the row of the step has changes.
      if part == 0 { return }
      for index in filled where index < line.count {
        let step = try product(part, mine[index])
        line[index] -= scale == 1 ? step : step / scale
        if abs(line[index]) >= 1 << 60 { throw .tooHard }
      }
      return
    }
    for index in line.indices {
      let wide =
        (Int128(line[index]) * Int128(factor) - Int128(part) * Int128(mine[index])) / Int128(scale)
      guard let value = Int(exactly: wide), abs(value) < 1 << 60 else { throw .tooHard }
      line[index] = value
    }
  }

  private func product(_ left: Int, _ right: Int) throws(Failure) -> Int {
    let (result, isTooLarge) = left.multipliedReportingOverflow(by: right)
    guard !isTooLarge, abs(result) < 1 << 60 else { throw .tooHard }
    return result
  }

  private func solution() throws(Failure) -> [Int] {
    var values = variables.indices.map { _ in 0 }
    for (row, variable) in basis.enumerated() where variable < variables.count {
      let total = rows[row][variables.count]
      guard total.isMultiple(of: scale) else { throw .tooHard }
      values[variable] = total / scale
    }
    for index in variables.indices where isMirrored[index] {
      values[index] = (variables[index].limit ?? 0) - values[index]
    }
    return values
  }
}
