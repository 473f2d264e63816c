public import Findings

/// The findings of a run as a table, `findings.csv`.
public enum FindingsTable {
  /// The table as CSV, in the order of the findings given.
  ///
  /// A line or column that is not known is empty.
  public static func csv(_ findings: [Finding]) -> String {
    var text = CSVText.line(["severity", "code", "dataset", "file", "line", "column", "message"])
    for finding in findings {
      text += CSVText.line([
        finding.severity.label,
        CSVText.text(finding.rule),
        CSVText.text(finding.dataset),
        CSVText.text(finding.location.file),
        position(finding.location.line),
        position(finding.location.column),
        CSVText.text(finding.message),
      ])
    }
    return text
  }

  private static func position(_ number: Int) -> String {
    number == 0 ? "" : String(number)
  }
}
