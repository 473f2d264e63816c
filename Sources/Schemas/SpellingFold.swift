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
    guard scalar.value > 0x7F, let name = scalar.properties.name, name.hasPrefix("LATIN "),
      let letter = name.wholeMatch(of: /LATIN (?<size>SMALL|CAPITAL) LETTER (?<letter>[A-Z]) WITH .*/)
    else { return scalar }
    let base = letter.size == "SMALL" ? letter.letter.lowercased() : String(letter.letter)
    return base.unicodeScalars.first ?? scalar
  }
}
