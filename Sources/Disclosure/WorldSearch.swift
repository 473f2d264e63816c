/// The search for another world among some relations: everything beyond them stays as it is.
struct WorldSearch {
  private let worlds: Worlds
  private let quantity: Int
  private let sums: [Int]
  private let movable: [Int]
  private let sights: [Worlds.Sight]

  init(
    _ worlds: Worlds, around quantity: Int, _ relations: [Int], _ sights: [Worlds.Sight]
  ) {
    self.worlds = worlds
    self.quantity = quantity
    self.sights = sights
    let all = worlds.problem.relations
    sums = relations.filter { !all[$0].isBound }
    let inside = Set(relations)
    let near = Set(relations.flatMap { all[$0].terms.map(\.quantity) })
    movable = near.sorted().filter { other in
      // A printed zero stays: nobody would believe that it is left blank for what it tells.
      let isZero = sights[other] == .printed && worlds.problem.quantities[other].value == 0
      return other != quantity && !isZero && !worlds.known.contains(other)
        && worlds.relations(of: other).allSatisfy { inside.contains($0) || all[$0].isBound }
    }
  }

  /// The moves of the cheapest world in which the quantity moves by `step`; nil where there is none.
  ///
  /// Bounds are seldom in the way: they are looked at when a world breaks them.
  func moves(by step: Int) -> [Int: Int]? {
    var used = sums
    for _ in 0...worlds.problem.relations.count {
      guard let moves = moves(by: step, within: used) else { return nil }
      let broken = worlds.broken(by: moves).filter { !used.contains($0) }
      if broken.isEmpty { return moves }
      used += broken
    }
    return nil
  }

  private func moves(by step: Int, within relations: [Int]) -> [Int: Int]? {
    guard !relations.isEmpty else { return [quantity: step] }
    let all = worlds.problem.relations
    var table = Table()
    for other in movable {
      let price = price(of: other)
      table.add(other, factor: 1, price, limit: nil)
      let fall = fall(of: other)
      if fall != 0 { table.add(other, factor: -1, price, limit: fall) }
    }
    for (row, relation) in relations.enumerated() where all[relation].isBound {
      table.addSlack(row, factor: -1, limit: nil)
      let room = worlds.room(of: all[relation])
      if room > 0 { table.addSlack(row, factor: 1, limit: room) }
    }
    let rows = relations.enumerated().map { row, relation in
      table.coefficients(of: all[relation], row)
    }
    let totals = relations.map { relation in
      -step * (all[relation].terms.first { $0.quantity == quantity }?.factor ?? 0)
    }
    guard let found = try? IntegerSimplex.solve(table.variables, rows, totals) else { return nil }
    return table.moves(found).merging([quantity: step]) { _, own in own }
  }

  /// What it costs to move a quantity by one: nothing where it is not printed, else as much as is
  /// lost with it.
  private func price(of other: Int) -> Int {
    guard sights[other] == .printed else { return 0 }
    return 1 + min(worlds.problem.quantities[other].value ?? 0, 1_000_000)
  }

  /// How far a quantity can fall; one that is not known here is left where it is at least.
  private func fall(of other: Int) -> Int {
    guard let value = worlds.problem.quantities[other].value else { return 0 }
    return max(0, value - (sights[other] == .unseen ? 0 : worlds.rule.lowest))
  }

  /// The unknowns of the search and what each stands for.
  private struct Table {
    var variables: [IntegerSimplex.Variable] = []
    private var columns: [(quantity: Int?, row: Int, factor: Int)] = []
    private var columnsOf: [Int: [Int]] = [:]

    mutating func add(_ quantity: Int, factor: Int, _ price: Int, limit: Int?) {
      columnsOf[quantity, default: []].append(columns.count)
      columns.append((quantity, -1, factor))
      variables.append(IntegerSimplex.Variable(cost: price, limit: limit))
    }

    mutating func addSlack(_ row: Int, factor: Int, limit: Int?) {
      columns.append((nil, row, factor))
      variables.append(IntegerSimplex.Variable(cost: 0, limit: limit))
    }

    func coefficients(of relation: DisclosureProblem.Relation, _ row: Int) -> [Int] {
      var coefficients = Array(repeating: 0, count: columns.count)
      for term in relation.terms {
        for column in columnsOf[term.quantity] ?? [] {
          coefficients[column] = term.factor * columns[column].factor
        }
      }
      for (index, column) in columns.enumerated() where column.row == row {
        coefficients[index] = column.factor
      }
      return coefficients
    }

    func moves(_ values: [Int]) -> [Int: Int] {
      var moves: [Int: Int] = [:]
      for (column, value) in zip(columns, values) where value != 0 {
        if let quantity = column.quantity {
          moves[quantity, default: 0] += column.factor * value
        }
      }
      return moves.filter { $0.value != 0 }
    }
  }
}
