/// A reconciliation as a Markdown page.
public struct ReconciliationMarkdown: Sendable {
  private let reconciliation: Reconciliation
  private let title: String
  private let file: String

  /// Creates the page; `file` is the name of the file with the printed cells.
  public init(_ reconciliation: Reconciliation, title: String, file: String) {
    self.reconciliation = reconciliation
    self.title = title
    self.file = file
  }

  /// The page.
  public var text: String {
    var lines = ["# \(title)", "", "\(reconciliation.summary).", ""]
    lines += chapter(
      "Unexplained", "The print contradicts itself or the exports in no place.",
      reconciliation.unexplained)
    if !reconciliation.ranges.isEmpty {
      lines += ["## Shares of another whole", ""]
      lines += reconciliation.ranges.map { "- \($0.message)." } + [""]
    }
    lines += chapter("Explained", "There is nothing to explain.", reconciliation.explained)
    lines += uncheckedChapter
    return lines.joined(separator: "\n")
  }

  private func chapter(_ title: String, _ none: String, _ items: [Discrepancy]) -> [String] {
    var lines = ["## \(title)", ""]
    guard !items.isEmpty else { return lines + [none, ""] }
    for kind in Discrepancy.Kind.allCases {
      let ofKind = items.filter { $0.kind == kind }
      guard !ofKind.isEmpty else { continue }
      lines += ["### \(kind.heading)", ""]
      lines += [
        "| Where | Printed | Expected | Exports | What was found | Line |",
        "|:--|--:|--:|--:|:--|--:|",
      ]
      lines += ofKind.map(row) + [""]
    }
    return lines
  }

  private func row(_ item: Discrepancy) -> String {
    let cells = [
      item.whereabouts, item.printed, item.expected, item.computed,
      ReconciliationTable.sentence(item), String(item.line),
    ]
    return "| " + cells.map(escaped).joined(separator: " | ") + " |"
  }

  /// A text that keeps its table: bars and line ends are what Markdown would take for its own.
  private func escaped(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
      .split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }

  private var uncheckedChapter: [String] {
    guard !reconciliation.unchecked.isEmpty else { return [] }
    let rows = reconciliation.unchecked.sorted { $0.key < $1.key }
    return ["## Sentences that cannot be checked", ""]
      + rows.map { "- \($0.key): \(escaped($0.value))" } + [""]
  }
}

extension Discrepancy.Kind {
  /// The heading of its table.
  fileprivate var heading: String {
    switch self {
    case .total: "Totals that are not the sum of their parts"
    case .figures: "Figures that print different numbers"
    case .share: "Percentages that do not follow from the counts"
    case .growth: "Changes that do not follow from the years"
    case .sentence: "Sentences that do not follow from the cells"
    case .earlier: "Numbers that an earlier report printed otherwise"
    case .exports: "Numbers that the exports give otherwise"
    }
  }
}
