public import Findings

/// One file as it was delivered and what became of its records.
///
/// The books balance: `recordsRead` = `recordsCounted` + the sum of `setApart` + `outsidePeriod`.
public struct DeliveryBooks: Sendable, Hashable {
  /// The dataset.
  public let dataset: String

  /// The file's path, relative to the folder of exports, with `/`.
  public let file: String

  /// The year of the folder.
  public let year: Int

  /// The slug of the member, or the month (`01` to `12`); empty for a file of a whole year.
  public let part: String

  /// The size in bytes.
  public let byteCount: Int

  /// The records in the file.
  public let recordsRead: Int

  /// The records that can be counted.
  public let recordsCounted: Int

  /// The records that were left out, by rule, in order of rule.
  public let setApart: [RuleCount]

  /// The records dated in a year that was not delivered.
  public let outsidePeriod: Int

  /// The declared columns that the file does not have.
  public let missingColumns: [String]

  /// Whether every record that was read is accounted for.
  public var areBalanced: Bool {
    recordsRead == recordsCounted + setApart.reduce(0) { $0 + $1.count } + outsidePeriod
  }

  /// Creates the books of a file.
  public init(
    dataset: String, file: String, year: Int, part: String, byteCount: Int, recordsRead: Int,
    recordsCounted: Int, setApart: [RuleCount], outsidePeriod: Int,
    missingColumns: [String] = []
  ) {
    self.missingColumns = missingColumns
    self.dataset = dataset
    self.file = file
    self.year = year
    self.part = part
    self.byteCount = byteCount
    self.recordsRead = recordsRead
    self.recordsCounted = recordsCounted
    self.setApart = setApart
    self.outsidePeriod = outsidePeriod
  }
}

/// How many records a rule set apart.
public struct RuleCount: Sendable, Hashable {
  /// The rule of the finding.
  public let rule: String

  /// The number of records.
  public let count: Int

  /// Creates a count.
  public init(rule: String, count: Int) {
    self.rule = rule
    self.count = count
  }
}

/// What came of running a plan: results, findings and books, the same from every engine.
public struct PlanOutcome: Sendable {
  /// The integers.
  public let results: PlanResults

  /// What is wrong with the exports, sorted.
  public let findings: FindingList

  /// The files, by dataset and path.
  public let books: [DeliveryBooks]

  /// Creates an outcome of a few findings.
  public init(results: PlanResults, findings: [Finding], books: [DeliveryBooks]) {
    self.init(results: results, findings: FindingList(findings), books: books)
  }

  /// Creates an outcome.
  public init(results: PlanResults, findings: FindingList, books: [DeliveryBooks]) {
    self.results = results
    self.findings = findings
    self.books = books.sorted { ($0.dataset, $0.file) < ($1.dataset, $1.file) }
  }
}
