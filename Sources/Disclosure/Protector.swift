/// Leaves cells blank until no small count can be worked out.
///
/// For each small count two worlds are shown to agree with everything that is printed, in which it
/// differs by the width of the rule: nobody who reads the report can tell them apart. Where there
/// are no two yet, the cheapest cells are left blank that make one.
public struct Protector {
  private let problem: DisclosureProblem
  private let rule: DisclosureRule
  private let worlds: Worlds
  private let anyWorlds: Worlds
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
    let printed = zip(problem.cells, problem.standings).filter { $0.1 == .printed }.flatMap(\.0)
    worlds = Worlds(problem, rule, known: Set(printed))
    anyWorlds = printed.isEmpty ? worlds : Worlds(problem, rule)
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
    keepBlank()
    for quantity in small where !isSafe(quantity) { protect(quantity) }
    protection.unseen = Set(sights.indices.filter { sights[$0] != .printed })
  }

  /// Leaves blank again what was left blank before, wherever it is told.
  private mutating func keepBlank() {
    let blank = problem.cells.indices.filter { problem.standings[$0] == .blank }
    hide(blank.map { problem.cells[$0] }.filter { $0.count == 1 }.map { $0[0] })
    let told = Set(blank.map { problem.cells[$0] })
    hide(cells: problem.cells.indices.filter { told.contains(problem.cells[$0]) })
  }

  private func isSafe(_ quantity: Int) -> Bool {
    highest[quantity] - lowest[quantity] >= rule.width
  }

  /// Makes room for a small count; where nothing else helps, all that is tied to it is left blank.
  ///
  /// What follows from what was printed before is protected from those who do not have that.
  private mutating func protect(_ quantity: Int) {
    if makeRoom(for: quantity, in: worlds) { return }
    if !worlds.known.isEmpty, makeRoom(for: quantity, in: anyWorlds) {
      protection.known.append(quantity)
      return
    }
    hideAll(around: quantity)
    if !makeRoom(for: quantity, in: worlds) { protection.unsafe.append(quantity) }
  }

  /// Makes room on both sides, down to the lowest that it can be, or else above it.
  private mutating func makeRoom(for quantity: Int, in worlds: Worlds) -> Bool {
    let value = problem.quantities[quantity].value ?? 0
    let low = max(rule.lowest, value - rule.width)
    for target in [low, low + rule.width, value + rule.width] where !isSafe(quantity) {
      let isKnown = (lowest[quantity]...highest[quantity]).contains(target)
      if !isKnown { open(quantity, by: target - value, in: worlds) }
    }
    return isSafe(quantity)
  }

  /// Leaves blank what must be for another world, and remembers how far that one goes.
  private mutating func open(_ quantity: Int, by step: Int, in worlds: Worlds) {
    guard let moves = worlds.moves(of: quantity, by: step, sights) else { return }
    // A world that some readers know to be another makes room for nothing else.
    let isSound = moves.keys.allSatisfy { !self.worlds.known.contains($0) }
    for (moved, step) in moves where isSound || moved == quantity {
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
    protection.hidden.formUnion(quantities)
    hide(cells: quantities.flatMap { cellsOf[$0] })
  }

  private mutating func hide(cells: [Int]) {
    let hidden = cells.filter { problem.standings[$0] != .printed }
    protection.complementary.formUnion(Set(hidden).subtracting(protection.primary))
    let told = hidden.flatMap { problem.cells[$0] }
    for quantity in Set(told) where sights[quantity] == .printed {
      guard cellsOf[quantity].allSatisfy(protection.suppressed.contains) else { continue }
      // Where no zero is left blank, a blank is known not to be one.
      let isZero = problem.quantities[quantity].value == 0
      sights[quantity] = isZero && !rule.zeroIsSmall ? .unseen : .blank
    }
  }
}
