internal import Findings

/// Findings as a JSON array, for programs.
struct FindingsJSON {
  private let findings: [Finding]

  /// Creates the array of findings, in their order.
  init(_ findings: [Finding]) {
    self.findings = findings.sorted()
  }

  /// Prints the array on standard output.
  func print() {
    let objects = findings.map { finding in
      "{\"severity\": \(JSONString(finding.severity.label)), \"code\": \(JSONString(finding.rule)), "
        + "\"dataset\": \(JSONString(finding.dataset)), "
        + "\"file\": \(JSONString(finding.location.file)), \"line\": \(finding.location.line), "
        + "\"column\": \(finding.location.column), \"message\": \(JSONString(finding.message)), "
        + "\"fix\": \(JSONString(finding.fix))}"
    }
    Swift.print(objects.isEmpty ? "[]" : "[\n  \(objects.joined(separator: ",\n  "))\n]")
  }
}
