internal import Findings
internal import Reports

/// Finds a cell of a report by the labels that a user gives.
struct CellChoice {
  private let report: Report

  init(_ report: Report) {
    self.report = report
  }

  /// The cell, with labels as the report writes them.
  ///
  /// - Throws: `CommandFailure` with exit code 2 for a name that the report does not have.
  func cell(_ figure: String?, row: String?, column: String?) throws -> CellReference {
    guard let found = report.figures.first(where: { $0.id == figure }) else {
      throw unknown("figure", figure, among: report.figures.map(\.id))
    }
    guard let line = found.rows.first(where: { $0.label == row }) else {
      throw unknown("row", row, among: found.rows.map(\.label))
    }
    guard let place = found.columns.first(where: { $0.label == column }) else {
      throw unknown("column", column, among: found.columns.map(\.label))
    }
    return CellReference(figure: found.id, row: line.label, column: place.label)
  }

  private func unknown(_ kind: String, _ name: String?, among known: [String]) -> CommandFailure {
    let hint = known.nearest(to: name ?? "").map { " (nearest: '\($0)')" } ?? ""
    return CommandFailure(
      .badUse,
      "there is no \(kind) '\(name ?? "")'\(hint)\n  fix: name one of "
        + known.map { "'\($0)'" }.joined(separator: ", "))
  }
}

/// Finds sentences of a report by their id or some of their words.
struct SentenceChoice {
  private let sentences: [PrintedSentence]

  init(_ sentences: [PrintedSentence]) {
    self.sentences = sentences
  }

  /// The sentence with this id, or those with these words.
  ///
  /// - Throws: `CommandFailure` with exit code 2 when there is none.
  func named(_ words: String) throws -> [PrintedSentence] {
    let byId = sentences.filter { $0.id == words }
    let found = byId.isEmpty ? sentences.filter { $0.text.contains(words) } : byId
    guard found.isEmpty else { return found }
    throw CommandFailure(
      .badUse,
      "no sentence of the report has this id or these words\n"
        + "  fix: copy some words from the report, or name one of "
        + sentences.map(\.id).joined(separator: ", "))
  }
}
