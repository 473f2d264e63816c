/// Text from the data as Markdown that shows exactly that text.
enum MarkdownText {
  /// The text on one line, with everything escaped that Markdown or HTML would act upon.
  static func inline(_ text: String) -> String {
    var result = ""
    for scalar in text.singleLine.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case _ where active.contains(scalar):
        result += "\\"
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text as a paragraph of its own: also what makes a list or a rule at the start is escaped.
  static func paragraph(_ text: String) -> String {
    let escaped = inline(trimmed(text))
    guard let first = escaped.unicodeScalars.first else { return "" }
    if listMarks.contains(first) { return "\\" + escaped }
    let digits = escaped.prefix { ("0"..."9").contains($0) }
    let rest = escaped.dropFirst(digits.count)
    if !digits.isEmpty, let mark = rest.first, mark == "." || mark == ")" {
      return digits + "\\" + rest
    }
    return escaped
  }

  /// The text in bold; empty text stays empty.
  static func bold(_ text: String) -> String {
    let escaped = inline(trimmed(text))
    return escaped.isEmpty ? "" : "**\(escaped)**"
  }

  private static let active: Set<Unicode.Scalar> = [
    "\\", "`", "*", "_", "[", "]", "|", "~", "$", "#", "!",
  ]

  private static let listMarks: Set<Unicode.Scalar> = ["-", "+", "="]

  private static func trimmed(_ text: String) -> String {
    let line = Substring(text.singleLine)
    let start = line.drop { $0.isWhitespace }
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
