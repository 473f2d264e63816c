internal import Provenance

/// An explanation for people.
struct ExplanationText {
  /// The lines.
  let lines: [String]

  init(_ explanation: Explanation) {
    let place = explanation.place
    var lines = [
      "figure \(place.figure), \(place.row), \(place.column): \(explanation.printed)"
        + (explanation.value.isEmpty ? "" : " (\(explanation.value) \(explanation.unit))")
        + ", \(explanation.status)",
      "formula: \(explanation.formula)",
    ]
    lines += explanation.numbers.flatMap(ExplanationText.lines)
    lines += explanation.publications.map {
      "printed: \($0.value.isEmpty ? "without a number" : $0.value) in \($0.report)"
        + "\($0.isSame ? "" : ", restated since") (\($0.place))"
    }
    lines += explanation.notes.map { "note: \($0)" }
    self.lines = lines
  }

  private static func lines(_ number: ExplainedNumber) -> [String] {
    let role = number.role.isEmpty ? "number" : number.role
    guard !number.indicator.isEmpty else {
      return [
        "\(role): \(number.value), \(number.title), \(number.selection) (\(number.definedAt))"
      ]
    }
    var lines = [
      "\(role): \(number.value.isEmpty ? "not available" : number.value)",
      "  indicator: \(number.indicator), \(number.title) (\(number.definedAt))",
      "  definition: \(number.definition)", "  selection: \(number.selection)",
    ]
    for delivery in number.deliveries {
      let leftOut = delivery.leftOut.sorted { $0.key < $1.key }
        .map { "; left out: \($0.value) by \($0.key)" }.joined()
      lines.append("  \(delivery.file): \(delivery.records) records\(leftOut)")
    }
    if !number.remark.isEmpty { lines.append("  mind: \(number.remark)") }
    return lines
  }
}
