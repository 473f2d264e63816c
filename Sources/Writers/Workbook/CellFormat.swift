import Reports

/// Excel's number formats for the report's number styles.
///
/// They give what `NumberFormat` gives: the program that opens the file puts in the separators of
/// its language.
enum CellFormat {
  /// The format of a value in a style, with markers of notes behind the number.
  static func code(for value: CellValue, style: NumberStyle, markers: String = "") -> String {
    let digits =
      "#,##0" + (style.decimals > 0 ? "." + String(repeating: "0", count: style.decimals) : "")
      + (style.isPercent ? "%" : "") + literal(markers)
    // A number that rounds to zero has no sign.
    if roundsToZero(value, style: style) { return "\(digits);\(digits)" }
    return style.showsPlus ? "+\(digits);-\(digits);\(digits)" : digits
  }

  /// The format of a text with markers of notes behind it.
  static func textCode(markers: String) -> String {
    markers.isEmpty ? "" : "@" + literal(markers)
  }

  /// The number of a cell as Excel keeps it: percents as fractions of one.
  static func number(_ value: CellValue, style: NumberStyle) -> Double? {
    guard let (numerator, denominator) = value.fraction else { return nil }
    return Double(numerator) / (Double(denominator) * (style.isPercent ? 100 : 1))
  }

  private static func roundsToZero(_ value: CellValue, style: NumberStyle) -> Bool {
    guard let (numerator, denominator) = value.fraction, numerator < 0 || style.showsPlus else {
      return false
    }
    return Decimals.rounded(numerator, over: denominator, places: style.decimals) == 0
  }

  private static func literal(_ markers: String) -> String {
    markers.isEmpty ? "" : "\"\(markers)\""
  }
}
