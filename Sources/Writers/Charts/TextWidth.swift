/// How wide text is: the widths of a common sans-serif font, since no writer can ask the reader's.
enum TextWidth {
  /// The width of the text in pixels, in a sans-serif font of a size in pixels.
  static func pixels(_ text: String, size: Double = 14.67, bold: Bool = false) -> Double {
    let total = text.unicodeScalars.reduce(0) { $0 + units(of: $1) }
    return Double(total) * size / 14.67 * (bold ? 1.07 : 1)
  }

  /// The text in lines that are no wider than `width`, broken at blanks where there are any.
  static func lines(
    _ text: String, width: Double, size: Double = 14.67, bold: Bool = false
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let longer = line.isEmpty ? String(word) : "\(line) \(word)"
      if line.isEmpty || pixels(longer, size: size, bold: bold) <= width {
        line = longer
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// The width of a character in pixels, in Calibri of 11 points (14.67 pixels).
  private static func units(of scalar: Unicode.Scalar) -> Int {
    guard scalar.value >= 32 else { return 0 }
    let index = Int(scalar.value) - 32
    if widths.indices.contains(index) { return Int(widths[index]) }
    // Accented letters are as wide as plain ones; ideographs and the like take a square.
    return scalar.value < 0x1100 ? 8 : 15
  }

  /// The widths of the characters from the blank to the tilde.
  private static let widths: [UInt8] = [
    3, 5, 6, 7, 7, 11, 10, 3, 5, 5, 7, 7, 4, 5, 4, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 4, 4, 7, 7, 7,
    7, 13, 9, 8, 8, 9, 7, 7, 9, 9, 4, 5, 8, 6, 12, 10, 10, 8, 10, 8, 7, 7, 9, 9, 13, 8, 7, 7, 5, 6,
    5, 7, 7, 4, 7, 8, 6, 8, 8, 5, 7, 8, 4, 4, 7, 4, 12, 8, 8, 8, 8, 5, 6, 5, 8, 7, 11, 7, 7, 6, 5,
    7, 5, 7,
  ]
}
