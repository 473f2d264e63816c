/// Writes values as Spark SQL spells them.
package enum SQLText {
  /// A text literal in ASCII: whatever a shell, a line editor or the splitter of statements could
  /// take for something else is written as its code point.
  package static func literal(_ text: String) -> String {
    var written = ""
    for scalar in text.unicodeScalars { written += isPlain(scalar) ? String(scalar) : code(scalar) }
    return "'\(written)'"
  }

  /// A literal of an optional text, `NULL` for nil.
  package static func literal(_ text: String?) -> String {
    text.map { literal($0) } ?? "NULL"
  }

  /// Literals divided by commas.
  static func list(_ texts: some Sequence<String>) -> String {
    texts.map { literal($0) }.joined(separator: ", ")
  }

  /// A map literal; an empty one has the right type.
  static func map(_ pairs: [(String, String)]) -> String {
    pairs.isEmpty
      ? "map('', CAST(NULL AS STRING))"
      : "map(\(pairs.map { "\(literal($0)), \(literal($1))" }.joined(separator: ", ")))"
  }

  /// The conditions, all of which must hold.
  static func all(_ conditions: [String]) -> String {
    conditions.isEmpty ? "true" : conditions.map { "(\($0))" }.joined(separator: " AND ")
  }

  /// The text of a byte as a regular expression that matches it alone.
  package static func pattern(ofByte byte: UInt8) -> String {
    let scalar = Unicode.Scalar(byte)
    let isWord = scalar.properties.isAlphabetic || (48...57).contains(byte)
    return isWord || byte <= 0x20 ? String(scalar) : "\\" + String(scalar)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", " ", "_", ".", ",", "/", ":", "=", "(", ")", "[", "]",
      "+",
      "*", "?", "|", "<", ">", "^", "@":
      true
    default: false
    }
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let width = scalar.value > 0xFFFF ? 8 : 4
    return (width == 8 ? "\\U" : "\\u")
      + String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
