internal import Exports
internal import Findings

/// Prints findings for people: sorted, the first of each rule and file in full, the rest counted,
/// and at the end what to do first.
struct FindingsPrinter {
  /// How many things to do first are named.
  static let shownAdvice = 5

  /// Whether severities are coloured.
  let showsColours: Bool

  /// Prints findings on standard error.
  func print(_ findings: [Finding]) {
    print(FindingList(findings))
  }

  /// Prints the findings of a list that a condition holds for, or all, on standard error.
  ///
  /// Returns which were told.
  @discardableResult
  func print(
    _ findings: FindingList, where isShown: (Finding) -> Bool = { _ in true }
  ) -> ToldFindings {
    var told = ToldFindings()
    for (index, finding) in findings.enumerated() where isShown(finding) {
      if told.take(finding, number: index + 1) { tell(finding) }
    }
    let groups = told.groups
    for (group, _, count) in groups where count > ToldFindings.shownPerRuleAndFile {
      let more = count - ToldFindings.shownPerRuleAndFile
      tellRest("\(group.file): and \(more) more findings [\(group.rule)]")
    }
    printAdvice(groups.map { ($0.first, $0.count) })
    return told
  }

  /// Tells a finding, to people with its severity where compilers have it.
  private func tell(_ finding: Finding) {
    guard ProgramLog.tells(finding.severity.level) else { return }
    guard ProgramLog.form == .json else { return StandardError.write(text(of: finding)) }
    ProgramLog.say(
      finding.severity.level, finding.message,
      [
        "rule": finding.rule, "dataset": finding.dataset, "file": finding.location.file,
        "line": "\(finding.location.line)",
        "column": "\(finding.location.column)", "fix": finding.fix,
      ])
  }

  private func tellRest(_ text: String) {
    if ProgramLog.form == .json { return ProgramLog.notice(text) }
    if ProgramLog.tells(.notice) { StandardError.write(text) }
  }

  /// Says what to do first: errors about whole files, then the groups with most errors.
  private func printAdvice(_ groups: [(first: Finding, count: Int)]) {
    let errors = groups.filter { $0.first.severity == .error }
    guard groups.reduce(0, { $0 + $1.count }) > 5, !errors.isEmpty, ProgramLog.form == .text else {
      return
    }
    let ordered = errors.enumerated().sorted { left, right in
      let (leftRank, rightRank) = (rank(left.element.first), rank(right.element.first))
      if leftRank != rightRank { return leftRank < rightRank }
      if left.element.count != right.element.count {
        return left.element.count > right.element.count
      }
      return left.offset < right.offset
    }.map(\.element)
    StandardError.write("what to do first:")
    for (number, group) in ordered.prefix(FindingsPrinter.shownAdvice).enumerated() {
      let count = group.count == 1 ? "1 error" : "\(group.count) findings"
      StandardError.write(
        "  \(number + 1). \(group.first.location.file), \(count) [\(group.first.rule)]"
          + (group.first.fix.isEmpty ? "" : ": " + group.first.fix))
    }
    if ordered.count > FindingsPrinter.shownAdvice {
      StandardError.write(
        "  and \(ordered.count - FindingsPrinter.shownAdvice) more kinds of errors")
    }
  }

  private func rank(_ finding: Finding) -> Int { finding.location.line == 0 ? 0 : 1 }

  /// The counts by severity, for example `2 errors, 14 warnings, 3 notes`.
  static func summary(of findings: FindingList) -> String {
    let counts = findings.counts
    return Severity.allCases.reversed().map { severity in
      let count = counts[severity] ?? 0
      return "\(count) \(severity.label)\(count == 1 ? "" : "s")"
    }.joined(separator: ", ")
  }

  /// The finding with an excerpt that cannot do anything to a terminal.
  private func withEscapedExcerpt(_ finding: Finding) -> Finding {
    guard !finding.excerpt.isEmpty else { return finding }
    let lines = finding.excerpt.split(separator: "\n", omittingEmptySubsequences: false)
    return Finding(
      finding.severity, rule: finding.rule, dataset: finding.dataset, at: finding.location,
      finding.message, fix: finding.fix,
      excerpt: lines.map { Printable.name(String($0)) }.joined(separator: "\n"))
  }

  private func text(of finding: Finding) -> String {
    let finding = withEscapedExcerpt(finding)
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

extension Severity {
  /// The level at which the log tells it.
  fileprivate var level: LogLevel {
    switch self {
    case .note: .notice
    case .warning: .warning
    case .error: .error
    }
  }
}
