/// Any number of findings in their order, of which only a part is in memory at a time.
public struct FindingList: Sequence, Sendable {
  private var runs: [FindingRun] = []
  private var change: (@Sendable (Finding) -> Finding)?

  /// Creates a list of findings, which need not be sorted.
  public init(_ findings: [Finding] = []) {
    append(findings)
  }

  /// Adds findings.
  public mutating func append(_ findings: [Finding]) {
    let sorted = findings.sorted()
    let counts: [Severity: Int] = sorted.reduce(into: [:]) { $0[$1.severity, default: 0] += 1 }
    append(FindingRun(.memory(sorted), first: sorted.first, counts: counts))
  }

  /// Adds the findings of a run, if there are any.
  package mutating func append(_ run: FindingRun?) {
    if let run { runs.append(run) }
  }

  /// Adds another list's findings; those that `changed` has made otherwise come as they were.
  public mutating func append(_ other: FindingList) {
    runs += other.runs
  }

  /// The list with each finding as a closure makes it, at the place where it is.
  public func changed(_ change: @escaping @Sendable (Finding) -> Finding) -> FindingList {
    var list = self
    list.change = change
    return list
  }

  /// The number of findings.
  public var count: Int {
    runs.reduce(0) { $0 + $1.counts.values.reduce(0, +) }
  }

  /// Whether there are none.
  public var isEmpty: Bool { runs.isEmpty }

  /// The number of findings of each severity that occurs.
  public var counts: [Severity: Int] {
    guard change == nil else { return reduce(into: [:]) { $0[$1.severity, default: 0] += 1 } }
    return runs.reduce(into: [:]) { $0.merge($1.counts, uniquingKeysWith: +) }
  }

  /// The gravest severity; nil when there are no findings.
  public var gravest: Severity? { counts.keys.max() }

  /// Goes through the findings, merging the runs.
  public func makeIterator() -> Iterator {
    Iterator(runs.map { $0.cursor() }, change)
  }

  /// The findings in their order.
  public struct Iterator: IteratorProtocol {
    /// The runs that are not at their end, the one with the first finding last.
    private var cursors: [FindingRun.Cursor]
    private let change: (@Sendable (Finding) -> Finding)?

    init(_ cursors: [FindingRun.Cursor], _ change: (@Sendable (Finding) -> Finding)?) {
      self.cursors = cursors.sorted { Iterator.isAfter($0, $1) }
      self.change = change
    }

    /// The next finding; nil at the end.
    public mutating func next() -> Finding? {
      guard var cursor = cursors.popLast(), let finding = cursor.head else { return nil }
      cursor.advance()
      if cursor.head != nil { insert(cursor) }
      return change?(finding) ?? finding
    }

    // Runs are stretches of files for the most part, so that the one at hand mostly stays last.
    private mutating func insert(_ cursor: FindingRun.Cursor) {
      var index = cursors.count
      while index > 0, Iterator.isAfter(cursor, cursors[index - 1]) { index -= 1 }
      cursors.insert(cursor, at: index)
    }

    private static func isAfter(_ left: FindingRun.Cursor, _ right: FindingRun.Cursor) -> Bool {
      guard let one = left.head, let other = right.head else { return left.head != nil }
      return other < one
    }
  }
}
