internal import Reconciliation

/// A reconciliation for programs.
struct ReconciliationJSON {
  private let reconciliation: Reconciliation

  /// Creates the form of a reconciliation.
  init(_ reconciliation: Reconciliation) {
    self.reconciliation = reconciliation
  }

  /// Prints one object.
  func print() {
    let counts = reconciliation.counts
    Swift.print(
      """
      {
        "unexplained": \(reconciliation.unexplained.count),
        "explained": \(reconciliation.explained.count),
        "places": \(reconciliation.placeCount),
        "checked": {"numbers": \(counts.cells), "relations": \(counts.relations), \
      "sentences": \(counts.sentences), "sentencesOnExports": \(counts.computedSentences), \
      "numbersOnExports": \(counts.computed)},
        "discrepancies": \(array(reconciliation.discrepancies.map(object))),
        "ranges": \(array(reconciliation.ranges.map(object))),
        "unchecked": \(array(unchecked))
      }
      """)
  }

  private func object(_ item: Discrepancy) -> String {
    let place = item.place
    let repeated = item.repeatedAt.map { object($0) }
    return fields([
      ("verdict", text(item.explanation == nil ? "unexplained" : "explained")),
      ("kind", text(item.kind.rawValue)), ("figure", place.map { text($0.figure) } ?? "null"),
      ("row", place.map { text($0.row) } ?? "null"),
      ("column", place.map { text($0.column) } ?? "null"),
      ("sentence", item.sentence.isEmpty ? "null" : text(item.sentence)),
      ("printed", text(item.printed)), ("expected", text(item.expected)),
      ("exports", item.computed.isEmpty ? "null" : text(item.computed)),
      ("message", text(item.message)),
      ("explanation", item.explanation.map(text) ?? "null"),
      ("repeatedAt", "[\(repeated.joined(separator: ", "))]"), ("file", text(item.file)),
      ("line", String(item.line)),
    ])
  }

  private func object(_ place: CellPlace) -> String {
    fields([
      ("figure", text(place.figure)), ("row", text(place.row)), ("column", text(place.column)),
    ])
  }

  private func object(_ range: ShareRange) -> String {
    fields([
      ("figures", "[\(range.figures.map(text).joined(separator: ", "))]"),
      ("shares", String(range.shares)), ("off", String(range.off)),
      ("printed", text(range.printedWhole)),
      ("from", range.wholes.map { String($0.lowerBound) } ?? "null"),
      ("to", range.wholes.map { String($0.upperBound) } ?? "null"),
    ])
  }

  private var unchecked: [String] {
    reconciliation.unchecked.sorted { $0.key < $1.key }.map {
      fields([("sentence", text($0.key)), ("reason", text($0.value))])
    }
  }

  private func fields(_ pairs: [(String, String)]) -> String {
    "{" + pairs.map { "\(text($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
  }

  private func array(_ items: [String]) -> String {
    items.isEmpty ? "[]" : "[\n    \(items.joined(separator: ",\n    "))\n  ]"
  }

  private func text(_ text: String) -> String { JSONString(text).description }
}
