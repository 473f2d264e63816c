/// Holds the sentences of a print against its cells, and against the computed ones.
struct SentencesCheck {
  /// The print.
  let print: PrintedReport

  /// What the exports give; nil when they were not computed.
  let computed: CellTable?

  /// The labels of totals.
  let totals: [String]

  /// What was found.
  private(set) var discrepancies: [Discrepancy] = []

  /// The sentences that could not be checked, with why.
  private(set) var unchecked: [String: String] = [:]

  /// How many were checked against printed cells, and how many only against computed ones.
  private(set) var checked = 0
  private(set) var checkedOnComputed = 0

  init(print: PrintedReport, computed: CellTable?, totals: [String]) {
    self.print = print
    self.computed = computed
    self.totals = totals
  }

  /// Checks all sentences.
  mutating func run() {
    for statement in print.statements {
      let onPrint: Verdict =
        statement.isUncheckable
        ? .unknown(statement.claim["reason"] ?? "the print has no cells for it")
        : StatementCheck(statement, table: print.table, totals: totals).verdict
      let onExports = computed.map { computed in
        StatementCheck(statement, table: computed, totals: totals).verdict
      }
      judge(statement, onPrint, onExports)
    }
  }

  private mutating func judge(
    _ statement: PrintedStatement, _ onPrint: Verdict, _ onExports: Verdict?
  ) {
    switch onPrint {
    case .holds:
      checked += 1
      if case .fails(let claimed, let found) = onExports {
        add(statement, .exports, claimed, found, "the exports give \(found)")
      }
    case .holdsBut(let text):
      checked += 1
      add(statement, .sentence, statement.claim["regions"] ?? "", "", text)
      explainLast("the sentence holds apart from that")
    case .fails(let claimed, let found):
      checked += 1
      add(statement, .sentence, claimed, found, "claims \(claimed), but the cells give \(found)")
    case .unknown(let reason): judge(statement, unknown: reason, onExports)
    }
  }

  private mutating func judge(
    _ statement: PrintedStatement, unknown reason: String, _ onExports: Verdict?
  ) {
    switch onExports {
    case .holds, .holdsBut: checkedOnComputed += 1
    case .fails(let claimed, let found):
      checkedOnComputed += 1
      add(statement, .exports, claimed, found, "claims \(claimed), but the exports give \(found)")
    case .unknown, nil: unchecked[statement.id] = reason
    }
  }

  private mutating func add(
    _ statement: PrintedStatement, _ kind: Discrepancy.Kind, _ printed: String, _ found: String,
    _ message: String
  ) {
    discrepancies.append(
      Discrepancy(
        kind: kind, place: nil, sentence: statement.id, printed: printed, expected: found,
        message: message, file: print.statementsFile, line: statement.line))
  }

  private mutating func explainLast(_ text: String) {
    guard let last = discrepancies.indices.last else { return }
    discrepancies[last].explanation = text
  }
}
