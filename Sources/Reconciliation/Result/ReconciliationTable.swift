/// A reconciliation as rows of text, for a terminal.
public struct ReconciliationTable: Sendable {
  /// The names of the columns.
  public static let header = [
    "verdict", "kind", "where", "printed", "expected", "exports", "what was found",
  ]

  /// The rows.
  public let rows: [[String]]

  /// Creates the rows of a reconciliation, the unexplained ones first.
  public init(_ reconciliation: Reconciliation) {
    rows = reconciliation.discrepancies.map { item in
      [
        item.explanation == nil ? "unexplained" : "explained", item.kind.rawValue,
        item.whereabouts, item.printed, item.expected, item.computed,
        ReconciliationTable.sentence(item),
      ]
    }
  }

  /// What was found, where the number stands once more, and what explains it.
  static func sentence(_ item: Discrepancy) -> String {
    var text = item.message
    if !item.repeatedAt.isEmpty {
      text += "; printed once more at " + item.repeatedAt.map(\.description).joined(separator: "; ")
    }
    if let explanation = item.explanation { text += "; explained: \(explanation)" }
    return text
  }
}

extension Reconciliation {
  /// The reconciliation in one line.
  public var summary: String {
    let places = "\(placeCount) printed \(placeCount == 1 ? "place" : "places")"
    return "\(unexplained.count) unexplained (\(places)), \(explained.count) explained; "
      + "\(counts.cells) numbers, \(counts.relations) relations, "
      + "\(counts.sentences + counts.computedSentences) sentences, "
      + "\(counts.computed) numbers held against the exports"
  }
}
