import Disclosure
import Testing

/// Tables of which an earlier version was published.
@Suite struct EarlierVersionTests {
  private let rule = DisclosureRule(below: 5)

  /// A table as a problem beside an earlier version of it that leaves `blank` blank.
  private func table(
    _ numbers: [[Int]], after earlier: [[Int]], leaving blank: Set<Int>
  ) -> DisclosureProblem {
    var problem = SmallTables.problem(numbers)
    let (now, before) = (SmallTables.cells(numbers), SmallTables.cells(earlier))
    for cell in now.indices {
      if blank.contains(cell) {
        _ = problem.addCell([cell], .blank)
      } else if now[cell] == before[cell] {
        _ = problem.addCell([cell], .printed)
      }
    }
    return problem
  }

  @Test func `what was printed before hides nothing, and what was blank stays blank`() {
    let first = [[20, 3, 50], [30, 40, 60], [80, 70, 90]]
    let before = Protector.protection(of: SmallTables.problem(first), by: rule)
    #expect(before.suppressed == [0, 1, 4, 5])
    // With more in the first column, the third would be cheaper: it would give the first away.
    let second = [[90, 3, 50], [30, 40, 60], [80, 70, 90]]
    let alone = Protector.protection(of: SmallTables.problem(second), by: rule)
    #expect(alone.suppressed == [1, 2, 5, 6])
    let beside = Protector.protection(
      of: table(second, after: first, leaving: before.suppressed), by: rule)
    #expect(Set(beside.suppressed.filter { $0 < 16 }) == [0, 1, 4, 5])
    #expect(beside.known.isEmpty)
    #expect(beside.unsafe.isEmpty)
  }

  @Test func `the same table published again leaves the same cells blank`() {
    let numbers = [[20, 3, 50], [30, 40, 60], [80, 70, 90]]
    let before = Protector.protection(of: SmallTables.problem(numbers), by: rule)
    let again = Protector.protection(
      of: table(numbers, after: numbers, leaving: before.suppressed), by: rule)
    #expect(Set(again.suppressed.filter { $0 < 16 }) == before.suppressed)
    #expect(Set(again.primary.filter { $0 < 16 }) == before.primary)
  }

  @Test func `a small count that was printed before is named, and hidden from others`() {
    let numbers = [[20, 3, 50], [30, 40, 60]]
    let beside = Protector.protection(of: table(numbers, after: numbers, leaving: []), by: rule)
    #expect(beside.known == [1])
    #expect(beside.unsafe.isEmpty)
    let alone = Protector.protection(of: SmallTables.problem(numbers), by: rule)
    #expect(beside.suppressed == alone.suppressed)
  }

  @Test(arguments: 0..<80)
  func `an attacker with both versions finds no small count`(seed: Int) {
    var random = SmallRandom(seed: UInt64(1_000 + seed))
    let size = (rows: 2 + random.next(4), columns: 2 + random.next(4))
    let first = (0..<size.rows).map { _ in
      (0..<size.columns).map { _ in random.next(4) == 0 ? random.next(6) : random.next(60) }
    }
    // Late records come in for some cells.
    let second = first.map { row in
      row.map { random.next(5) == 0 ? $0 + 5 + random.next(40) : $0 }
    }
    let before = Protector.protection(of: SmallTables.problem(first), by: rule)
    let problem = table(second, after: first, leaving: before.suppressed)
    let now = Protector.protection(of: problem, by: rule)
    #expect(now.unsafe.isEmpty)
    let (old, new) = (SmallTables.cells(first), SmallTables.cells(second))
    var both = SmallTables.problem(first)
    both.append(SmallTables.problem(second))
    for cell in old.indices where old[cell] == new[cell] {
      both.add(DisclosureProblem.Relation([(cell, 1), (old.count + cell, -1)]))
    }
    let blank = now.suppressed.filter { $0 < new.count }.map { $0 + old.count }
    let attack = IntervalAttack(both, before.suppressed.union(blank), lowest: rule.lowest)
    for cell in before.primary {
      #expect(attack.width(of: cell) >= rule.width, "\(first) \(second), cell \(cell) before")
    }
    for cell in now.primary where cell < new.count && !now.known.contains(cell) {
      #expect(
        attack.width(of: old.count + cell) >= rule.width, "\(first) \(second), cell \(cell) now")
    }
  }
}

extension DisclosureProblem {
  /// Adds another problem whose quantities come after its own.
  fileprivate mutating func append(_ other: DisclosureProblem) {
    let first = quantities.count
    for quantity in other.quantities { _ = add(quantity) }
    for relation in other.relations {
      add(Relation(relation.terms.map { ($0.quantity + first, $0.factor) }))
    }
  }
}
