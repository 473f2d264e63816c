/// Sorted findings of one place or kind, in memory or in the file of their store.
package struct FindingRun: Sendable {
  /// Where the findings are.
  enum Storage: Sendable {
    case memory([Finding])
    case spilled(SpilledFindings)
  }

  let storage: Storage
  let first: Finding
  let counts: [Severity: Int]

  /// What is put in the place of the findings' own file and line, if anything.
  private(set) var place: Place?

  struct Place: Sendable {
    let dataset: String
    let file: String
    let lines: Int

    func moved(_ finding: Finding) -> Finding {
      let location = finding.location
      return Finding(
        finding.severity, rule: finding.rule, dataset: dataset,
        at: SourceLocation(
          file: file, line: location.line == 0 ? 0 : location.line + lines,
          column: location.column),
        finding.message, fix: finding.fix, excerpt: finding.excerpt)
    }
  }

  init?(_ storage: Storage, first: Finding?, counts: [Severity: Int]) {
    guard let first else { return nil }
    self.storage = storage
    self.first = first
    self.counts = counts
  }

  /// The same findings in a file of a dataset, so many lines further down; a line of 0 stays 0.
  package func moved(to file: String, of dataset: String, byLines lines: Int) -> FindingRun {
    var run = self
    run.place = Place(dataset: dataset, file: file, lines: lines)
    return run
  }

  /// The findings in their order.
  func cursor() -> Cursor {
    Cursor(self)
  }

  /// A position in the run.
  struct Cursor {
    private let place: Place?
    private var loaded: Loaded
    private(set) var head: Finding?

    private enum Loaded {
      case memory(ArraySlice<Finding>)
      case unopened(SpilledFindings)
      case spilled(SpilledFindings.Reader)
    }

    init(_ run: FindingRun) {
      place = run.place
      head = run.place?.moved(run.first) ?? run.first
      switch run.storage {
      case .memory(let findings): loaded = .memory(findings.dropFirst())
      case .spilled(let findings): loaded = .unopened(findings)
      }
    }

    /// Goes to the next finding; a run in a file is opened when its second one is asked for.
    mutating func advance() {
      let next: Finding?
      switch loaded {
      case .memory(var rest):
        next = rest.popFirst()
        loaded = .memory(rest)
      case .unopened(let findings):
        var reader = findings.reader()
        _ = reader.next()
        next = reader.next()
        loaded = .spilled(reader)
      case .spilled(var reader):
        next = reader.next()
        loaded = .spilled(reader)
      }
      head = next.map { place?.moved($0) ?? $0 }
    }
  }
}
