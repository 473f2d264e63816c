/// What spellings of one value of an open list have in common.
public enum SpellingFold {
  /// The spelling without case, blanks and diacritics, for example `syrie` for `Syrië `.
  ///
  /// Does not depend on the locale. Letters with a diacritic are recognised by their Unicode name
  /// (`LATIN SMALL LETTER E WITH DIAERESIS`), combining marks by their category.
  public static func key(_ spelling: String) -> String {
    var key = ""
    for scalar in spelling.unicodeScalars where !isIgnored(scalar) {
      key += base(of: scalar).properties.lowercaseMapping
    }
    return key
  }

  private static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.generalCategory == .nonspacingMark
  }

  private static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar.value > 0x7F, let name = scalar.properties.name else { return scalar }
    let words = name.split(separator: " ", maxSplits: 4)
    guard words.count == 5, words[0] == "LATIN", words[2] == "LETTER", words[4].hasPrefix("WITH "),
      words[1] == "SMALL" || words[1] == "CAPITAL",
      let letter = words[3].unicodeScalars.first, words[3].utf8.count == 1,
      ("A"..."Z").contains(letter)
    else { return scalar }
    guard words[1] == "SMALL" else { return letter }
    return letter.properties.lowercaseMapping.unicodeScalars.first ?? scalar
  }
}
