import Disclosure
import Testing

/// Small tables, and what is left blank in them.
@Suite struct ProtectorTests {
  @Test func `a small count takes the smallest other cells with it that hide it`() {
    let protection = Protector.protection(
      of: SmallTables.problem([[20, 3, 50], [11, 40, 60], [80, 70, 90]]),
      by: DisclosureRule(below: 5))
    #expect(protection.primary == [1])
    // 3 in the first row; 20 and the cells below both hide it in row and column: 20, 11 and 40.
    #expect(protection.complementary == [0, 4, 5])
    #expect(protection.unsafe.isEmpty)
  }

  @Test func `a table without small counts is printed whole, and zeros are not small`() {
    let protection = Protector.protection(
      of: SmallTables.problem([[20, 0], [0, 40]]), by: DisclosureRule(below: 5))
    #expect(protection.suppressed.isEmpty)
    let strict = Protector.protection(
      of: SmallTables.problem([[20, 0], [0, 40]]), by: DisclosureRule(below: 5, zeroIsSmall: true))
    #expect(strict.primary == [1, 3])
  }

  @Test func `two ones in a row are known, so that a third cell is left blank`() {
    var problem = DisclosureProblem()
    let counts = [1, 1, 30, 40, 72].map {
      problem.add(DisclosureProblem.Quantity(value: $0, isProtected: true))
    }
    for count in counts { _ = problem.addCell([count]) }
    problem.add(SmallTables.sum(counts.dropLast(), counts[4]))
    // Where no zero is left blank, two blanks that make 2 are both 1.
    let protection = Protector.protection(of: problem, by: DisclosureRule(below: 5))
    #expect(protection.primary == [0, 1])
    #expect(protection.complementary == [2])
  }

  @Test func `what is not printed is protected where it follows from what is`() {
    var problem = DisclosureProblem()
    let counts = [10, 20, 2, 32].map {
      problem.add(DisclosureProblem.Quantity(value: $0, isProtected: true))
    }
    for count in [0, 1, 3] { _ = problem.addCell([counts[count]]) }
    problem.add(SmallTables.sum(counts.dropLast(), counts[3]))
    let protection = Protector.protection(of: problem, by: DisclosureRule(below: 5))
    #expect(protection.primary.isEmpty)
    #expect(protection.complementary == [0])
  }

  @Test func `a number that only bounds a small count is left blank too`() {
    var problem = DisclosureProblem()
    // 10 and 3 persons in two parts, 13 in all: nobody is in both, and the 3 follows.
    let counts = [10, 3, 13].map {
      problem.add(DisclosureProblem.Quantity(value: $0, isProtected: true))
    }
    for count in counts { _ = problem.addCell([count]) }
    problem.add(
      DisclosureProblem.Relation(
        [(counts[0], 1), (counts[1], 1), (counts[2], -1)], isBound: true))
    for part in counts.dropLast() {
      problem.add(DisclosureProblem.Relation([(counts[2], 1), (part, -1)], isBound: true))
    }
    let protection = Protector.protection(of: problem, by: DisclosureRule(below: 5))
    #expect(protection.primary == [1])
    #expect(protection.complementary.count == 1)
    #expect(protection.unsafe.isEmpty)
  }

  @Test(arguments: 0..<60)
  func `an attacker with intervals finds no small count in a random table`(seed: Int) {
    var random = SmallRandom(seed: UInt64(seed))
    let size = (rows: 2 + random.next(5), columns: 2 + random.next(5))
    let numbers = (0..<size.rows).map { _ in
      (0..<size.columns).map { _ in random.next(3) == 0 ? random.next(6) : random.next(60) }
    }
    for rule in [DisclosureRule(below: 5), DisclosureRule(below: 4, width: 2, zeroIsSmall: true)] {
      let problem = SmallTables.problem(numbers)
      let protection = Protector.protection(of: problem, by: rule)
      #expect(protection.unsafe.isEmpty)
      let attack = IntervalAttack(problem, protection.suppressed, lowest: rule.lowest)
      for cell in protection.primary {
        #expect(attack.width(of: cell) >= rule.width, "\(numbers), cell \(cell)")
      }
    }
  }
}
