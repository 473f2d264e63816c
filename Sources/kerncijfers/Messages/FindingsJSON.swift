internal import Findings

/// Findings as a JSON array, for programs.
struct FindingsJSON {
  private let findings: FindingList

  /// Creates the array of findings, in their order.
  init(_ findings: FindingList) {
    self.findings = findings
  }

  /// Prints the array on standard output.
  func print() {
    guard !findings.isEmpty else { return Swift.print("[]") }
    var start = "[\n"
    for finding in findings {
      Swift.print("\(start)  \(object(finding))", terminator: "")
      start = ",\n"
    }
    Swift.print("\n]")
  }

  private func object(_ finding: Finding) -> String {
    "{\"severity\": \(JSONString(finding.severity.label)), \"code\": \(JSONString(finding.rule)), "
      + "\"dataset\": \(JSONString(finding.dataset)), "
      + "\"file\": \(JSONString(finding.location.file)), \"line\": \(finding.location.line), "
      + "\"column\": \(finding.location.column), \"message\": \(JSONString(finding.message)), "
      + "\"fix\": \(JSONString(finding.fix))}"
  }
}
