/// Text that a cell can hold.
enum CellText {
  /// The most UTF-16 units that Excel keeps in a cell.
  static let limit = 32_767

  /// The text without what the format cannot hold: control characters but the line end, and
  /// U+FFFE and U+FFFF, become U+FFFD. libxlsxwriter would write them as invalid XML.
  static func cleaned(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      let isKept = scalar == "\n" || (XMLText.isAllowed(scalar) && scalar.value >= 0x20)
      result.unicodeScalars.append(isKept ? scalar : "\u{FFFD}")
    }
    return result
  }

  /// The text with `_x0041_` and the like written so that Excel does not read it as the character
  /// of that code.
  ///
  /// The library does this for cells, but not for the headers of tables.
  static func withEscapedCodes(_ text: String) -> String {
    mayHaveCode(text) ? text.replacing(codes) { "_x005F" + $0.output } : text
  }

  /// The text with `_x0041_` and the like broken, for names that cannot hold an escape.
  static func withoutCodes(_ text: String) -> String {
    mayHaveCode(text) ? text.replacing(codes) { "-" + $0.output.dropFirst() } : text
  }

  // A pattern is compiled each time that it is named.
  private static func mayHaveCode(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "_")) && text.utf8.contains(UInt8(ascii: "x"))
  }

  private static var codes: Regex<Substring> { /_x[0-9A-Fa-f]{4}(?=_)/ }
}
