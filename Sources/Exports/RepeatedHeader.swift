import Findings

/// Looks for records that are the header again, as where files were put together. Of a file of which
/// nothing is declared nobody knows that they are none.
struct RepeatedHeader {
  private let isLookedFor: Bool
  private var header: [String]?
  private var first = 0
  private var count = 0

  init(isLookedFor: Bool) {
    self.isLookedFor = isLookedFor
  }

  /// Takes the next record of the file; the first one is the header.
  mutating func take(_ record: RecordReader.Record) {
    guard isLookedFor else { return }
    guard let header else { return header = record.fields }
    // The one name of a column can be a value of it, and records without any text repeat no names.
    guard record.fields == header, header.count > 1, header.contains(where: { !$0.isEmpty }) else {
      return
    }
    if count == 0 { first = record.line }
    count += 1
  }

  /// A warning at the first such record; none where there is none.
  func findings(in path: String) -> [Finding] {
    guard count > 0 else { return [] }
    return [
      Finding(
        .warning, rule: "repeated-header", at: SourceLocation(file: path, line: first, column: 1),
        "\(counted(count, "record")) \(count == 1 ? "is" : "are") the same as the header, expected data",
        fix: "look whether the file was put together from several")
    ]
  }
}
