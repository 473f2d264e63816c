/// The text of CSV files: RFC 4180 with LF, UTF-8 without byte-order mark.
enum CSVText {
  /// A line of fields with its line end.
  static func line(_ fields: [String]) -> String {
    fields.map(quoted).joined(separator: ",") + "\n"
  }

  /// Text from the data, kept from being taken for a formula by a spreadsheet.
  ///
  /// A text that begins, after any apostrophes, with `=`, `+`, `-`, `@` (or the full-width form of
  /// one of them), a tab or a line end gets one more leading apostrophe. Whoever takes one
  /// apostrophe off such a field has the original back.
  static func text(_ text: String) -> String {
    if let byte = text.utf8.first, byte &- 0x61 <= 25 { return text }
    guard let first = text.unicodeScalars.first(where: { $0 != "'" }),
      formulaStarts.contains(first)
    else { return text }
    return "'" + text
  }

  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\t", "\r", "\n",
  ]

  /// Adds a line of fields to bytes; for tables of any length.
  static func add(_ fields: [String], to bytes: inout [UInt8]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      add(field, to: &bytes)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private static func add(_ field: String, to bytes: inout [UInt8]) {
    let quote = UInt8(ascii: "\"")
    let isPlain = !field.utf8.contains { $0 == 0x2C || $0 == quote || $0 == 10 || $0 == 13 }
    if isPlain { return bytes += field.utf8 }
    bytes.append(quote)
    for byte in field.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  private static func quoted(_ field: String) -> String {
    let needsQuotes = field.unicodeScalars.contains {
      $0 == "," || $0 == "\"" || $0 == "\n" || $0 == "\r"
    }
    guard needsQuotes else { return field }
    let doubled = field.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    return "\"\(doubled)\""
  }
}
