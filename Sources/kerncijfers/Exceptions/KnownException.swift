internal import Exports
internal import Findings
internal import Schemas

/// A finding that an analyst has looked at and accepts, within limits.
struct KnownException {
  /// The rule of the findings.
  let rule: String

  /// The file that they are in, or the folder of files; empty for all.
  let scope: String

  /// Why they are accepted, and by whom.
  let reason: String
  let author: String

  /// The last day on which they are.
  let expires: CalendarDate

  /// How many there were when they were accepted; more are not.
  let count: Int

  /// Where it is written down.
  let location: SourceLocation

  /// Whether it is about a finding.
  func covers(_ finding: Finding) -> Bool {
    KnownException.covers(finding, rule: rule, scope: scope)
  }

  /// Whether a finding is of a rule and lies in a scope.
  static func covers(_ finding: Finding, rule: String, scope: String) -> Bool {
    guard finding.rule == rule, finding.severity > .note else { return false }
    return scope.isEmpty || finding.location.file == scope
      || finding.location.file.hasPrefix(scope + "/")
  }
}
