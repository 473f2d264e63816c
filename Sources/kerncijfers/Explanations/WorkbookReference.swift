/// A cell of a workbook as spreadsheets write it: `Sheet!D7`, `'A sheet'!$D$7`.
struct WorkbookReference {
  /// The name of the sheet.
  let sheet: String

  /// The row, from 0.
  let row: Int

  /// The column, from 0.
  let column: Int

  /// Reads a reference; nil when the text is none. Quotes around the sheet's name may be left out,
  /// also where a spreadsheet needs them, since a shell takes them away.
  init?(_ text: String) {
    guard let mark = text.lastIndex(of: "!") else { return nil }
    let cell = text[text.index(after: mark)...].uppercased().unicodeScalars.filter { $0 != "$" }
    let letters = cell.prefix { ("A"..."Z").contains($0) }
    let digits = cell.dropFirst(letters.count)
    guard (1...3).contains(letters.count), (1...7).contains(digits.count),
      digits.allSatisfy({ ("0"..."9").contains($0) }),
      let line = Int(String(String.UnicodeScalarView(digits))), line > 0
    else { return nil }
    sheet = WorkbookReference.unquoted(text[..<mark])
    row = line - 1
    column = letters.reduce(0) { $0 * 26 + Int($1.value) - 64 } - 1
  }

  private static func unquoted(_ name: Substring) -> String {
    guard name.count >= 2, name.hasPrefix("'"), name.hasSuffix("'") else { return String(name) }
    var result = ""
    var isSecond = false
    for character in name.dropFirst().dropLast() {
      isSecond = character == "'" && !isSecond
      if !isSecond { result.append(character) }
    }
    return result
  }
}
