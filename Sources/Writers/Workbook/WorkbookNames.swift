/// Names that Excel accepts, each given once.
struct WorkbookNames {
  private var sheets: Set<String> = ["history"]
  private var tables: Set<String> = []

  /// A free name for a sheet, made of `wish`: without `[]:*?/\`, apostrophes and control
  /// characters, at most 31 characters, different from others by more than case.
  mutating func sheet(_ wish: String) -> String {
    let forbidden: Set<Unicode.Scalar> = ["[", "]", ":", "*", "?", "/", "\\", "'"]
    var cleaned = String.UnicodeScalarView()
    let readable = CellText.withoutCodes(CellText.cleaned(wish.singleLine))
    for scalar in readable.unicodeScalars {
      cleaned.append(forbidden.contains(scalar) ? "-" : scalar)
    }
    let words = String(cleaned).split(separator: " ").joined(separator: " ")
    let base = words.isEmpty ? "-" : words
    return WorkbookNames.free(in: &sheets) { number in
      let suffix = number == 1 ? "" : " (\(number))"
      return WorkbookNames.cut(base, to: 31 - suffix.utf16.count) + suffix
    }
  }

  /// A free name for a table, made of `wish`: letters, digits and underscores, not like a cell.
  mutating func table(_ wish: String) -> String {
    let base = CellText.withoutCodes(wish).unicodeScalars
      .split { !$0.properties.isAlphabetic && !("0"..."9").contains($0) }
      .map { String($0) }.joined(separator: "_")
    let needsPrefix =
      !base.contains("_") || !(base.unicodeScalars.first?.properties.isAlphabetic ?? false)
    return WorkbookNames.free(in: &tables) { number in
      let suffix = number == 1 ? "" : "_\(number)"
      return WorkbookNames.cut((needsPrefix ? "table_" : "") + base, to: 120) + suffix
    }
  }

  private static func free(in names: inout Set<String>, _ name: (Int) -> String) -> String {
    var number = 1
    while true {
      let candidate = name(number)
      if names.insert(candidate.lowercased()).inserted { return candidate }
      number += 1
    }
  }

  private static func cut(_ text: String, to limit: Int) -> String {
    var result = ""
    var length = 0
    for character in text {
      length += String(character).utf16.count
      if length > limit { break }
      result.append(character)
    }
    return result.split(separator: " ").joined(separator: " ")
  }
}
