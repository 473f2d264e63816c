/// The findings of a run, as its `findings.csv` has them.
public enum FindingRows {
  private static let columns = 7

  /// The fields of each finding: severity, code, dataset, file, line, column and message; nil when
  /// the bytes are no such table.
  public static func read(csv bytes: [UInt8]) -> [[String]]? {
    guard let records = DelimitedText.records(of: bytes), !records.isEmpty,
      records.allSatisfy({ $0.count == columns })
    else { return nil }
    return Array(records.dropFirst())
  }
}
