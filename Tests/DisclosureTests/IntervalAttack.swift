import Disclosure

/// An attacker who knows every cell that is printed and every relation, and narrows what each blank
/// can be until nothing narrows any more. He knows nothing of how blanks are chosen.
struct IntervalAttack {
  private var low: [Int]
  private var high: [Int]

  init(_ problem: DisclosureProblem, _ blank: Set<Int>, lowest: Int) {
    let values = problem.quantities.map { $0.value ?? 0 }
    // The quantity of each cell has the cell's index.
    low = values.indices.map { blank.contains($0) ? lowest : values[$0] }
    high = values.indices.map { blank.contains($0) ? 1_000_000 : values[$0] }
    var isChanged = true
    while isChanged {
      isChanged = false
      for relation in problem.relations where !relation.isBound {
        for term in relation.terms { isChanged = narrow(term, in: relation) || isChanged }
      }
    }
  }

  /// How much a cell can still differ.
  func width(of cell: Int) -> Int { high[cell] - low[cell] }

  private mutating func narrow(
    _ term: DisclosureProblem.Relation.Term, in relation: DisclosureProblem.Relation
  ) -> Bool {
    var (least, most) = (0, 0)
    for other in relation.terms where other.quantity != term.quantity {
      let factor = -other.factor * term.factor
      let ends = [factor * low[other.quantity], factor * high[other.quantity]].sorted()
      least += ends[0]
      most += ends[1]
    }
    let (before, after) = (low[term.quantity], high[term.quantity])
    low[term.quantity] = max(before, least)
    high[term.quantity] = min(after, most)
    return low[term.quantity] != before || high[term.quantity] != after
  }
}

/// Numbers that are the same for the same seed.
struct SmallRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407 }

  /// A number from zero to one less than `limit`.
  mutating func next(_ limit: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(limit))
  }
}
