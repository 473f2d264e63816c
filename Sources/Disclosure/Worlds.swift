/// Looks for another world: other numbers that agree with everything that a report prints.
///
/// A world moves some quantities away from their numbers. Quantities that are printed can be moved
/// too, at a price: they must then be left blank.
struct Worlds {
  /// The quantities and relations.
  let problem: DisclosureProblem

  /// Which counts are small.
  let rule: DisclosureRule

  /// The quantities that stay as they are in every world, because they were printed before.
  let known: Set<Int>

  private let relationsOf: [[Int]]

  init(_ problem: DisclosureProblem, _ rule: DisclosureRule, known: Set<Int> = []) {
    self.problem = problem
    self.rule = rule
    self.known = known
    var relationsOf: [[Int]] = problem.quantities.map { _ in [] }
    for (index, relation) in problem.relations.enumerated() {
      for term in relation.terms { relationsOf[term.quantity].append(index) }
    }
    self.relationsOf = relationsOf
  }

  /// What a reader is told of a quantity.
  enum Sight {
    /// Its number is printed.
    case printed

    /// It is left blank, and known not to be below `DisclosureRule.lowest`.
    case blank

    /// Nothing is printed about it.
    case unseen
  }

  /// The cheapest world in which a quantity is higher or lower by `step`, as the moves of all
  /// quantities that move; nil where there is none.
  ///
  /// Looks near the quantity first, and then further away.
  func moves(of quantity: Int, by step: Int, _ sights: [Sight]) -> [Int: Int]? {
    guard let value = problem.quantities[quantity].value, !known.contains(quantity),
      value + step >= (sights[quantity] == .unseen ? 0 : rule.lowest)
    else { return nil }
    var known = -1
    for reach in [3, 4, 6, Int.max] {
      let relations = near(quantity, reach)
      guard relations.count > known else { return nil }
      known = relations.count
      let search = WorldSearch(self, around: quantity, relations, sights)
      if let moves = search.moves(by: step) { return moves }
    }
    return nil
  }

  /// The relations that are so many steps away.
  private func near(_ quantity: Int, _ reach: Int) -> [Int] {
    var found: Set<Int> = []
    var seen: Set<Int> = [quantity]
    var edge = [quantity]
    var steps = 0
    while !edge.isEmpty, steps < reach {
      let new = Set(edge.flatMap { relationsOf[$0] }).subtracting(found)
      found.formUnion(new)
      let quantities = new.flatMap { problem.relations[$0].terms.map(\.quantity) }
      edge = Set(quantities).subtracting(seen).subtracting(known).sorted()
      seen.formUnion(edge)
      steps += 1
    }
    return found.sorted()
  }

  /// The bounds that a world breaks, by index.
  func broken(by moves: [Int: Int]) -> [Int] {
    Set(moves.keys.flatMap { relationsOf[$0] }).sorted().filter { index in
      let relation = problem.relations[index]
      let change = relation.terms.reduce(0) { $0 + $1.factor * (moves[$1.quantity] ?? 0) }
      return relation.isBound && change + room(of: relation) < 0
    }
  }

  /// How much a sum that is not below zero can fall; a reader who knows that it is more than zero
  /// knows that it is not zero.
  func room(of relation: DisclosureProblem.Relation) -> Int {
    guard let sum = problem.sum(of: relation) else { return 0 }
    return max(0, sum - 1)
  }

  /// All quantities that relations tie to one, itself among them.
  func tied(to quantity: Int) -> [Int] {
    let tied = near(quantity, Int.max).flatMap { problem.relations[$0].terms.map(\.quantity) }
    return Set(tied + [quantity]).sorted()
  }

  /// The relations of a quantity, by index.
  func relations(of quantity: Int) -> [Int] { relationsOf[quantity] }
}
