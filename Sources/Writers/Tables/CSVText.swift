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
    guard let first = text.unicodeScalars.first(where: { $0 != "'" }),
      formulaStarts.contains(first)
    else { return text }
    return "'" + text
  }

  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\t", "\r", "\n",
  ]

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
