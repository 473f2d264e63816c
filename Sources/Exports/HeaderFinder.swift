import Schemas

/// Looks for the header of a file that does not begin with it.
struct HeaderFinder {
  let bytes: UnsafePointer<UInt8>
  let count: Int
  let schema: DatasetSchema

  /// The delimiter with which the first line has the declared names.
  func betterDelimiter(than declared: UInt8) -> (delimiter: UInt8, columns: Int)? {
    let others = [",", ";", "\t", "|", ":"].map { UInt8(ascii: $0) }.filter { $0 != declared }
    let counts = others.map { (delimiter: $0, found: names(from: start, $0)) }
    let best = counts.max { declaredCount($0.found) < declaredCount($1.found) }
    guard let best, declaredCount(best.found) * 2 >= min(schema.columns.count, 4) else {
      return nil
    }
    return (best.delimiter, best.found.count)
  }

  /// The line, within the first twenty, that has at least half of the declared names.
  func lineOfHeader() -> Int? {
    var position = start
    for line in 1...20 where position < count {
      let record = ParsedRecord(
        bytes, from: position, to: count, delimiter: schema.dialect.delimiter)
      if declaredCount(names(from: position, schema.dialect.delimiter)) * 2
        >= schema.columns.count
      {
        return line
      }
      position = max(record.next, position + 1)
    }
    return nil
  }

  private var start: Int {
    count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF ? 3 : 0
  }

  private func names(from start: Int, _ delimiter: UInt8) -> [String] {
    let text = FieldText(encoding: schema.dialect.encoding)
    return ParsedRecord(bytes, from: start, to: count, delimiter: delimiter).fields
      .map { text.text(of: $0, in: bytes) }
  }

  private func declaredCount(_ names: [String]) -> Int {
    schema.columns.filter { names.contains($0.name) }.count
  }
}

/// Delimiters as people name them.
enum DelimiterName {
  /// The delimiter in single quotes, or its name where it cannot be seen.
  static func text(_ delimiter: UInt8) -> String {
    delimiter == UInt8(ascii: "\t") ? "tabs" : "'\(String(UnicodeScalar(delimiter)))'"
  }
}
