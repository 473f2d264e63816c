/// What a reader of a report knows before any cell is left blank: the quantities, the relations
/// between them, and what each cell tells.
public struct DisclosureProblem: Sendable {
  /// The quantities, by index.
  public private(set) var quantities: [Quantity] = []

  /// The relations.
  public private(set) var relations: [Relation] = []

  /// The quantities that each cell tells, by index. Whoever reads a cell is taken to know them all.
  public private(set) var cells: [[Int]] = []

  /// What is decided about each cell already.
  public private(set) var standings: [Standing] = []

  /// Whether it can still be chosen if a cell is left blank.
  public enum Standing: Sendable, Hashable {
    /// It can be.
    case open

    /// It was printed before: what it tells is known, whatever is left blank now.
    case printed

    /// It was left blank before, and must stay so.
    case blank
  }

  /// Creates a problem without quantities.
  public init() {}

  /// A whole number that is not negative: so many persons, records, contracts.
  public struct Quantity: Sendable, Hashable {
    /// The number; nil where it is not known here either.
    public var value: Int?

    /// Whether nobody may work it out where it is small.
    public var isProtected: Bool

    /// Creates a quantity.
    public init(value: Int?, isProtected: Bool) {
      self.value = value
      self.isProtected = isProtected
    }
  }

  /// A sum that any reader knows to be zero, or not below zero.
  public struct Relation: Sendable, Hashable {
    /// The terms: an index of a quantity and what it is multiplied by, each quantity once.
    public let terms: [Term]

    /// Whether the sum is only known not to be below zero.
    public let isBound: Bool

    /// A quantity and what it is multiplied by.
    public struct Term: Sendable, Hashable {
      /// The index of the quantity.
      public let quantity: Int

      /// The factor, not zero.
      public let factor: Int
    }

    /// Creates a relation; terms of the same quantity are taken together.
    public init(_ terms: [(quantity: Int, factor: Int)], isBound: Bool = false) {
      let factors = Dictionary(terms.map { ($0.quantity, $0.factor) }, uniquingKeysWith: +)
      self.terms = factors.filter { $0.value != 0 }.sorted { $0.key < $1.key }
        .map { Term(quantity: $0.key, factor: $0.value) }
      self.isBound = isBound
    }
  }

  /// Adds a quantity and returns its index.
  public mutating func add(_ quantity: Quantity) -> Int {
    quantities.append(quantity)
    return quantities.count - 1
  }

  /// Adds a relation, unless the numbers contradict it: then nobody can rely on it.
  public mutating func add(_ relation: Relation) {
    guard relation.terms.count > 1 else { return }
    if !isContradicted(relation) { relations.append(relation) }
  }

  /// Adds a cell by the quantities that it tells, and returns its index.
  public mutating func addCell(_ told: [Int], _ standing: Standing = .open) -> Int {
    cells.append(told)
    standings.append(standing)
    return cells.count - 1
  }

  /// Protects a quantity, also where it was added without.
  public mutating func protect(_ quantity: Int) {
    quantities[quantity].isProtected = true
  }

  /// Gives a quantity its number, where it had none.
  public mutating func learn(_ quantity: Int, _ value: Int) {
    quantities[quantity].value = quantities[quantity].value ?? value
  }

  /// Works out the numbers that follow from the others by a relation, and drops the relations that
  /// the numbers then contradict.
  public mutating func complete() {
    var isChanged = true
    while isChanged {
      isChanged = false
      for relation in relations where !relation.isBound {
        let open = relation.terms.filter { quantities[$0.quantity].value == nil }
        guard open.count == 1, let term = open.first else { continue }
        let rest = relation.terms.reduce(0) { sum, other in
          sum + other.factor * (quantities[other.quantity].value ?? 0)
        }
        guard rest.isMultiple(of: term.factor), -rest / term.factor >= 0 else { continue }
        quantities[term.quantity].value = -rest / term.factor
        isChanged = true
      }
    }
    relations = relations.filter { !isContradicted($0) }
  }

  /// Takes quantities out of all relations: any reader knows that they are zero.
  public mutating func leaveOut(_ quantities: Set<Int>) {
    relations = relations.map { relation in
      Relation(
        relation.terms.filter { !quantities.contains($0.quantity) }
          .map { ($0.quantity, $0.factor) }, isBound: relation.isBound)
    }
  }

  /// Whether the numbers contradict a relation.
  private func isContradicted(_ relation: Relation) -> Bool {
    guard let sum = sum(of: relation) else { return false }
    return relation.isBound ? sum < 0 : sum != 0
  }

  /// The sum of a relation's terms; nil where a number is not known.
  func sum(of relation: Relation) -> Int? {
    var sum = 0
    for term in relation.terms {
      guard let value = quantities[term.quantity].value else { return nil }
      sum += term.factor * value
    }
    return sum
  }
}
