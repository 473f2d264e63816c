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
    let named = Report.listed(lines.map(named), atMost: 5, separator: "; ")
    return "\(completeness) \(named)" + (named.hasSuffix("…") ? "" : ".")
  }

  private func named(_ line: DeliveryLine) -> String {
    let parts = line.missing.filter { !$0.isEmpty }
    let names = parts.isEmpty ? "" : ": " + Report.listed(parts, atMost: 6, separator: ", ")
    return "\(line.dataset) \(line.year)\(names)"
  }

  private static func listed(_ names: [String], atMost limit: Int, separator: String) -> String {
    (names.prefix(limit) + (names.count > limit ? ["…"] : [])).joined(separator: separator)
  }
}
