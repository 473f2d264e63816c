/// Leaves cells blank until no small count can be worked out.
///
/// For each small count two worlds are shown to agree with everything that is printed, in which it
/// differs by the width of the rule: nobody who reads the report can tell them apart. Where there
/// are no two yet, the cheapest cells are left blank that make one.
public struct Protector {
  private let problem: DisclosureProblem
  private let rule: DisclosureRule
  private let worlds: Worlds
  private let cellsOf: [[Int]]
  private var protection = Protection()
  private var sights: [Worlds.Sight]
  private var lowest: [Int]
  private var highest: [Int]

  /// The protection of all small counts of a problem.
  public static func protection(
    of problem: DisclosureProblem, by rule: DisclosureRule
  ) -> Protection {
    var protector = Protector(problem, rule)
    protector.protect()
    return protector.protection
  }

  private init(_ problem: DisclosureProblem, _ rule: DisclosureRule) {
    self.problem = problem
    self.rule = rule
    worlds = Worlds(problem, rule)
    var cellsOf: [[Int]] = problem.quantities.map { _ in [] }
    for (cell, told) in problem.cells.enumerated() {
      for quantity in told { cellsOf[quantity].append(cell) }
    }
    self.cellsOf = cellsOf
    sights = cellsOf.map { $0.isEmpty ? .unseen : .printed }
    lowest = problem.quantities.map { $0.value ?? 0 }
    highest = lowest
  }

  private mutating func protect() {
    let small = problem.quantities.indices.filter { rule.isSmall(problem.quantities[$0]) }
    hide(small.filter { sights[$0] == .printed })
    protection.primary = protection.complementary
    protection.complementary = []
    for quantity in small where !isSafe(quantity) { protect(quantity) }
    protection.unseen = Set(sights.indices.filter { sights[$0] != .printed })
  }

  private func isSafe(_ quantity: Int) -> Bool {
    highest[quantity] - lowest[quantity] >= rule.width
  }

  /// Makes room for a small count; where nothing else helps, all that is tied to it is left blank.
  private mutating func protect(_ quantity: Int) {
    if makeRoom(for: quantity) { return }
    hideAll(around: quantity)
    if !makeRoom(for: quantity) { protection.unsafe.append(quantity) }
  }

  /// Makes room on both sides, down to the lowest that it can be, or else above it.
  private mutating func makeRoom(for quantity: Int) -> Bool {
    let value = problem.quantities[quantity].value ?? 0
    let low = max(rule.lowest, value - rule.width)
    for target in [low, low + rule.width, value + rule.width] where !isSafe(quantity) {
      let isKnown = (lowest[quantity]...highest[quantity]).contains(target)
      if !isKnown { open(quantity, by: target - value) }
    }
    return isSafe(quantity)
  }

  /// Leaves blank what must be for another world, and remembers how far that one goes.
  private mutating func open(_ quantity: Int, by step: Int) {
    guard let moves = worlds.moves(of: quantity, by: step, sights) else { return }
    for (moved, step) in moves {
      let value = (problem.quantities[moved].value ?? 0) + step
      lowest[moved] = min(lowest[moved], value)
      highest[moved] = max(highest[moved], value)
    }
    hide(moves.keys.filter { sights[$0] == .printed })
  }

  private mutating func hideAll(around quantity: Int) {
    let tied = worlds.tied(to: quantity).filter {
      sights[$0] == .printed && (problem.quantities[$0].value ?? 0) > 0
    }
    hide(tied)
  }

  /// Leaves blank every cell that tells one of these quantities, and what else is then told nowhere.
  private mutating func hide(_ quantities: [Int]) {
    for quantity in quantities {
      protection.hidden.insert(quantity)
      for cell in cellsOf[quantity] where !protection.primary.contains(cell) {
        protection.complementary.insert(cell)
      }
    }
    let told = quantities.flatMap { cellsOf[$0] }.flatMap { problem.cells[$0] }
    for quantity in Set(told) where sights[quantity] == .printed {
      guard cellsOf[quantity].allSatisfy(protection.suppressed.contains) else { continue }
      // Where no zero is left blank, a blank is known not to be one.
      let isZero = problem.quantities[quantity].value == 0
      sights[quantity] = isZero && !rule.zeroIsSmall ? .unseen : .blank
    }
  }
}
