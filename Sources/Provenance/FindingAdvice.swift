/// What to do about some findings of a run: `findings.csv` has no column for it.
public struct FindingAdvice: Sendable, Hashable, Codable {
  /// What to do, in the imperative.
  public let fix: String

  /// The findings: the numbers of their records in `findings.csv`, the first after the header is 1.
  public let findings: [Int]

  /// Creates the advice about some findings.
  public init(fix: String, findings: [Int]) {
    self.fix = fix
    self.findings = findings
  }
}
