import Reports

extension Report {
  /// Whether deliveries are missing, in a sentence.
  var completeness: String {
    guard quality.isIncomplete else { return words(.complete) }
    let missing = quality.deliveries.reduce(0) { $0 + $1.missing.count }
    return words(.incomplete, ["count": numbers.text(.count(missing), style: .count)])
  }

  /// Which deliveries are missing, for under the title; empty where none is.
  var incompleteWarning: String {
    guard quality.isIncomplete else { return "" }
    let lines = quality.deliveries.filter { !$0.missing.isEmpty }
    let datasets = ShortList(lines.map(named), atMost: 5)
    let named = (datasets.shown + (datasets.more == 0 ? [] : [rest(datasets.more)]))
      .joined(separator: "; ")
    return "\(completeness) \(named)" + (named.hasSuffix("…") ? "" : ".")
  }

  /// Names for one cell of a table: the first ones, and how many more there are.
  func listed(_ names: [String], atMost limit: Int = ShortList.namesInCell) -> String {
    ShortList(names, atMost: limit).text(rest: rest)
  }

  private func named(_ line: DeliveryLine) -> String {
    let parts = line.missing.filter { !$0.isEmpty }
    return "\(line.dataset) \(line.year)" + (parts.isEmpty ? "" : ": " + listed(parts, atMost: 6))
  }

  /// How many more there are, where the language of the report has a word for it.
  private func rest(_ count: Int) -> String {
    words.has(.andMore)
      ? words(.andMore, ["count": numbers.text(.count(count), style: .count)]) : "…"
  }
}
