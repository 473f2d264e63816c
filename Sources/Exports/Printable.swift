/// Makes text from outside safe to show in one line of a message.
package enum Printable {
  /// A value, escaped, with at most 40 characters.
  package static func value(_ text: String) -> String {
    let escaped = name(text)
    return escaped.count <= 40 ? escaped : String(escaped.prefix(39)) + "…"
  }

  /// A name of a file or column, escaped, of any length.
  package static func name(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 >= 0x7F }),
      text.unicodeScalars.contains(where: isHidden)
    else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      shown += isHidden(scalar) ? codePoint(scalar) : String(Character(scalar))
    }
    return shown
  }

  /// A scalar as its code point is written, for example `U+200B`.
  package static func codePoint(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Whether a scalar cannot be seen, or changes how its neighbours are seen.
  package static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F { return scalar.value < 0x20 }
    return switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse,
      .unassigned:
      true
    default: false
    }
  }
}
