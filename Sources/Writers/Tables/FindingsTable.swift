public import Findings

/// The findings of a run as a table, `findings.csv`.
public enum FindingsTable {
  private static let pieceLength = 256 << 10

  /// The table as CSV, in the order of the findings: any number of them, a piece at a time.
  ///
  /// A line or column that is not known is empty.
  public static func write(
    _ findings: FindingList, _ body: (ArraySlice<UInt8>) throws -> Void
  ) rethrows {
    var bytes = Array(
      CSVText.line(["severity", "code", "dataset", "file", "line", "column", "message"]).utf8)
    for finding in findings {
      CSVText.add(row(of: finding), to: &bytes)
      guard bytes.count > pieceLength else { continue }
      try body(bytes[...])
      bytes.removeAll(keepingCapacity: true)
    }
    try body(bytes[...])
  }

  /// The row of a finding, as it is read back from the table.
  public static func row(of finding: Finding) -> [String] {
    [
      finding.severity.label,
      CSVText.text(finding.rule),
      CSVText.text(finding.dataset),
      CSVText.text(finding.location.file),
      position(finding.location.line),
      position(finding.location.column),
      CSVText.text(finding.message),
    ]
  }

  private static func position(_ number: Int) -> String {
    number == 0 ? "" : String(number)
  }
}
