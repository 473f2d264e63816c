/// A printed report: its cells and the sentences that can be held against them.
public struct PrintedReport: Sendable {
  /// The name of the file with the cells.
  public let file: String

  /// The cells as printed.
  public let table: CellTable

  /// The name of the file with the sentences; empty when there is none.
  public let statementsFile: String

  /// The sentences.
  public let statements: [PrintedStatement]

  /// Creates a printed report.
  public init(
    file: String, table: CellTable, statementsFile: String = "",
    statements: [PrintedStatement] = []
  ) {
    self.file = file
    self.table = table
    self.statementsFile = statementsFile
    self.statements = statements
  }
}

/// A sentence of a printed report, and what it claims.
public struct PrintedStatement: Sendable, Hashable {
  /// Its id.
  public let id: String

  /// The sentence.
  public let sentence: String

  /// The figure that it is about.
  public let figure: String

  /// The kind of claim.
  public let kind: String

  /// The claim, as `key=value` pairs.
  public let claim: [String: String]

  /// The line of the file on which it stands.
  public let line: Int

  /// Creates a statement; `expected` holds pairs `key=value` between semicolons.
  public init(
    id: String, sentence: String, figure: String, kind: String, expected: String, line: Int
  ) {
    self.id = id
    self.sentence = sentence
    self.figure = figure
    self.kind = kind
    self.line = line
    var claim: [String: String] = [:]
    for pair in expected.split(separator: ";") {
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if halves.count == 2 { claim[String(halves[0])] = String(halves[1]) }
    }
    self.claim = claim
  }

  /// Whether the statement itself says that the print has no cells for it.
  var isUncheckable: Bool { claim["checkable"] == "no" }
}
