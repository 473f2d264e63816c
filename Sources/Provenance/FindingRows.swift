public import Findings

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

  /// The findings as the run had them, those that `advice` is about with what to do; nil when the
  /// bytes are no such table.
  public static func findings(csv bytes: [UInt8], advice: [FindingAdvice]) -> [Finding]? {
    guard let rows = read(csv: bytes) else { return nil }
    var fixes: [Int: String] = [:]
    for advice in advice {
      for number in advice.findings { fixes[number] = advice.fix }
    }
    return rows.enumerated().compactMap { index, fields in
      finding(fields, fix: fixes[index + 1] ?? "")
    }
  }

  private static func finding(_ fields: [String], fix: String) -> Finding? {
    guard let severity = Severity.allCases.first(where: { $0.label == fields[0] }) else {
      return nil
    }
    return Finding(
      severity, rule: fields[1].withoutGuard, dataset: fields[2].withoutGuard,
      at: SourceLocation(
        file: fields[3].withoutGuard, line: Int(fields[4]) ?? 0, column: Int(fields[5]) ?? 0),
      fields[6].withoutGuard, fix: fix)
  }
}
