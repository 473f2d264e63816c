internal import Findings

/// Prints findings for people: sorted, the first of each rule and file in full, the rest counted.
struct FindingsPrinter {
  /// How many findings of one rule in one file are printed in full.
  static let shownPerRuleAndFile = 20

  /// Whether severities are coloured.
  let showsColours: Bool

  /// Prints findings on standard error.
  func print(_ findings: [Finding]) {
    var counts: [String: Int] = [:]
    for finding in findings.sorted() {
      let group = "\(finding.rule) \(finding.location.file)"
      counts[group, default: 0] += 1
      guard counts[group, default: 0] <= FindingsPrinter.shownPerRuleAndFile else { continue }
      StandardError.write(text(of: finding))
    }
    for (group, count) in counts.sorted(by: { $0.key < $1.key })
    where count > FindingsPrinter.shownPerRuleAndFile {
      let parts = group.split(separator: " ", maxSplits: 1)
      let more = count - FindingsPrinter.shownPerRuleAndFile
      StandardError.write("\(parts[1]): and \(more) more findings [\(parts[0])]")
    }
  }

  /// The counts by severity, for example `2 errors, 14 warnings, 3 notes`.
  static func summary(of findings: [Finding]) -> String {
    Severity.allCases.reversed().map { severity in
      let count = findings.count { $0.severity == severity }
      return "\(count) \(severity.label)\(count == 1 ? "" : "s")"
    }.joined(separator: ", ")
  }

  private func text(of finding: Finding) -> String {
    guard showsColours else { return finding.description }
    let colour =
      switch finding.severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    let place = finding.location.description
    let rest = finding.description.dropFirst(place.count + 2 + finding.severity.label.count)
    return "\u{1B}[1m\(place)\u{1B}[0m: \u{1B}[\(colour)m\(finding.severity.label)\u{1B}[0m\(rest)"
  }
}
