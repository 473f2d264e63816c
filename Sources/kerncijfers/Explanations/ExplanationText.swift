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
    if !explanation.question.isEmpty {
      let arguments = explanation.question.map(ExplanationText.quoted).joined(separator: " ")
      lines.append("asked: kerncijfers query \(arguments)")
    }
    lines += explanation.numbers.flatMap(ExplanationText.lines)
    lines += explanation.publications.map {
      "printed: \($0.value.isEmpty ? "without a number" : $0.value) in \($0.report)"
        + "\($0.isSame ? "" : ", restated since") (\($0.place))"
    }
    lines += explanation.notes.map { "note: \($0)" }
    self.lines = lines
  }

  /// An argument as a shell takes it.
  private static func quoted(_ argument: String) -> String {
    let isPlain = argument.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII
        && (scalar.properties.isAlphabetic || "0123456789-_=./".unicodeScalars.contains(scalar))
    }
    guard !isPlain else { return argument }
    let parts = argument.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + parts.joined(separator: "'\\''") + "'"
  }

  private static func lines(_ number: ExplainedNumber) -> [String] {
    let role = number.role.isEmpty ? "number" : number.role
    guard !number.indicator.isEmpty else {
      return [
        "\(role): \(number.value), \(number.title), \(number.selection) (\(number.definedAt))"
      ]
    }
    let missing = number.isNotTold ? "not told" : "not available"
    var lines = [
      "\(role): \(number.value.isEmpty ? missing : number.value)",
      "  indicator: \(number.indicator), \(number.title) (\(number.definedAt))",
      "  definition: \(number.definition)", "  selection: \(number.selection)",
    ]
    if !number.validated.isEmpty { lines.append("  validated: \(number.validated)") }
    for delivery in number.deliveries {
      let leftOut = delivery.leftOut.sorted { $0.key < $1.key }
        .map { "; left out: \($0.value) by \($0.key)" }.joined()
      lines.append("  \(delivery.file): \(delivery.records) records\(leftOut)")
    }
    if !number.remark.isEmpty { lines.append("  mind: \(number.remark)") }
    return lines
  }
}
