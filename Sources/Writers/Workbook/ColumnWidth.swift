/// How wide columns are: the library cannot fit them, so their texts are measured.
enum ColumnWidth {
  /// The blank room in a cell, in pixels.
  private static let padding = 14.0

  /// The width of a column of labels, which wrap when they are very long.
  static func labels(_ texts: [String], header: String) -> Double {
    let widest = texts.map { TextWidth.pixels($0, bold: true) }.max() ?? 0
    return min(max(widest, TextWidth.pixels(header, bold: true), 80) + padding, 380)
  }

  /// The width of a column of numbers, whose header wraps to two lines where it can.
  static func numbers(_ texts: [String], header: String) -> Double {
    let widest = texts.map { TextWidth.pixels($0, bold: true) }.max() ?? 0
    let words = header.split(separator: " ").map { TextWidth.pixels(String($0), bold: true) }
    var width = max(widest, words.max() ?? 0, 50)
    while width < 180, TextWidth.lines(header, width: width, bold: true).count > 2 { width += 6 }
    return width + padding
  }
}
