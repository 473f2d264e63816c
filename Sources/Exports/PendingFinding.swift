import Findings

/// A finding whose line is counted from the start of a chunk.
struct PendingFinding: Sendable, Hashable {
  let severity: Severity
  let rule: String
  /// The line, from 0 at the start of the chunk; nil when the finding is about the whole file.
  let line: Int?
  let column: Int
  let message: String
  let fix: String

  init(
    _ severity: Severity, rule: String, line: Int? = nil, column: Int = 0, _ message: String,
    fix: String
  ) {
    self.severity = severity
    self.rule = rule
    self.line = line
    self.column = column
    self.message = message
    self.fix = fix
  }

  /// The finding in its chunk, whose first line is 1 here; without a file.
  var inChunk: Finding {
    Finding(
      severity, rule: rule,
      at: SourceLocation(file: "", line: line.map { $0 + 1 } ?? 0, column: column), message,
      fix: fix)
  }

  /// The finding in its file, of which the chunk begins at a line.
  func finding(in delivery: Delivery, chunkLine: Int) -> Finding {
    let place = SourceLocation(
      file: Printable.name(delivery.file), line: line.map { $0 + chunkLine } ?? 0, column: column)
    return Finding(
      severity, rule: rule, dataset: delivery.dataset, at: place, message, fix: fix)
  }
}
