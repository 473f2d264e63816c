/// Other spellings of a value of an open list: they differ in case, blanks or diacritics only.
enum OpenListSpelling {
  private static let plainLetters: [(Character, Character)] = [
    ("ë", "e"), ("ï", "i"), ("é", "e"), ("è", "e"), ("ê", "e"), ("ö", "o"), ("ü", "u"),
  ]

  /// A variant that is read as the same value.
  static func variant(of value: String, using generator: inout SeededGenerator) -> String {
    switch generator.below(4) {
    case 0: value.lowercased()
    case 1: value.uppercased()
    case 2: value + " "
    default: withoutDiacritics(value)
    }
  }

  private static func withoutDiacritics(_ value: String) -> String {
    String(
      value.map { character in
        plainLetters.first { $0.0 == character }?.1 ?? character
      })
  }
}
