internal import Disclosure
internal import Indicators

/// The quantities of a report, each once: the same number in two tables is one.
struct QuantityTable {
  /// The problem that they make.
  private(set) var problem = DisclosureProblem()

  /// The boxes, in order of appearance.
  private(set) var boxes: [CountedBox] = []

  private var indexByBox: [CountedBox: Int] = [:]
  private var boxIndexes: Set<Int> = []
  private var indexByName: [String: Int] = [:]
  private var protectedFamilies: Set<CountedFamily> = []
  private var rests: Set<Int> = []
  private var relations: Set<DisclosureProblem.Relation> = []

  /// The index of a box whose number is not known yet.
  mutating func index(of box: CountedBox) -> Int {
    if let known = indexByBox[box] { return known }
    let index = problem.add(
      DisclosureProblem.Quantity(
        value: nil, isProtected: protectedFamilies.contains(box.family)))
    indexByBox[box] = index
    boxIndexes.insert(index)
    boxes.append(box)
    return index
  }

  /// The index of a box with its number.
  mutating func index(of box: CountedBox, value: Int, isProtected: Bool) -> Int {
    if isProtected { protectedFamilies.insert(box.family) }
    let index = index(of: box)
    problem.learn(index, value)
    if isProtected { problem.protect(index) }
    return index
  }

  /// The index of a quantity that is no box, by a name that is the same for the same quantity.
  mutating func index(of name: String, value: Int, isProtected: Bool) -> Int {
    if let known = indexByName[name] { return known }
    let index = problem.add(DisclosureProblem.Quantity(value: value, isProtected: isProtected))
    indexByName[name] = index
    return index
  }

  /// Whether a quantity is a box, whose sums are found by its sets.
  func isBox(_ index: Int) -> Bool { boxIndexes.contains(index) }

  /// Adds a relation, once.
  mutating func add(_ relation: DisclosureProblem.Relation) {
    if relations.insert(relation).inserted { problem.add(relation) }
  }

  /// Adds a cell by what it tells.
  mutating func addCell(_ told: [Int], _ standing: DisclosureProblem.Standing) -> Int {
    problem.addCell(told, standing)
  }

  /// Says that a quantity is what no member has: readers take it for nothing where it is.
  mutating func markAsRest(_ index: Int) { rests.insert(index) }

  /// Works out what follows from the relations.
  mutating func complete() {
    problem.complete()
    let nothing = rests.filter { problem.quantities[$0].value == 0 }
    problem.leaveOut(nothing)
  }
}
