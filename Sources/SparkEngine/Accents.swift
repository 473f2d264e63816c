internal import Schemas

/// Letters with diacritics, for a cluster that knows no Unicode names.
package enum Accents {
  /// The Latin letters with a diacritic, and at the same places the letters without.
  package static let (letters, bases) = table()

  /// The characters of the bytes 80 to 9F in Windows-1252.
  static let upperCodePage =
    "\u{20AC}\u{81}\u{201A}\u{0192}\u{201E}\u{2026}\u{2020}\u{2021}\u{02C6}\u{2030}\u{0160}\u{2039}"
    + "\u{0152}\u{8D}\u{017D}\u{8F}\u{90}\u{2018}\u{2019}\u{201C}\u{201D}\u{2022}\u{2013}\u{2014}"
    + "\u{02DC}\u{2122}\u{0161}\u{203A}\u{0153}\u{9D}\u{017E}\u{0178}"

  /// A text with each letter and its marks as one character, as far as there is one.
  package static func composed(_ text: String) -> String {
    var result = ""
    for character in text {
      result.unicodeScalars +=
        composedByCharacter[character].map { [$0] }
        ?? Array(character.unicodeScalars)
    }
    return result
  }

  /// A text with each mark after its letter.
  package static func decomposed(_ text: String) -> String {
    var result = ""
    for character in text {
      let whole = composedByCharacter[character] ?? character.unicodeScalars.first
      let marks = character.unicodeScalars.count == 1 ? whole.flatMap { decompositions[$0] } : nil
      result.unicodeScalars += marks ?? Array(character.unicodeScalars)
    }
    return result
  }

  // Swift compares characters by canonical equivalence, so a letter with a mark finds the one
  // character that is the same.
  private static let marks: [Unicode.Scalar] = (0x300...0x338).compactMap { Unicode.Scalar($0) }

  private static let scalars: [Unicode.Scalar] =
    (0xC0...0x24F).compactMap { Unicode.Scalar($0) }
    + (0x1E00...0x1EFF).compactMap { Unicode.Scalar($0) }

  private static let composedByCharacter: [Character: Unicode.Scalar] = Dictionary(
    scalars.map { (Character($0), $0) }, uniquingKeysWith: { first, _ in first })

  private static let decompositions: [Unicode.Scalar: [Unicode.Scalar]] = {
    var found: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    let letters = (0x41...0x5A).map { UInt8($0) } + (0x61...0x7A).map { UInt8($0) }
    for letter in letters.map({ Unicode.Scalar($0) }) {
      for mark in marks {
        var text = String(letter)
        text.unicodeScalars.append(mark)
        guard text.count == 1, let character = text.first,
          let whole = composedByCharacter[character], found[whole] == nil
        else { continue }
        found[whole] = [letter, mark]
      }
    }
    return found
  }()

  private static func table() -> (String, String) {
    var letters = ""
    var bases = ""
    let ranges = [
      0x80...0x24F, 0x250...0x2AF, 0x1D00...0x1DBF, 0x1E00...0x1EFF, 0x2C60...0x2C7F,
      0xA720...0xA7FF,
    ]
    for value in ranges.joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let key = SpellingFold.key(String(scalar)).unicodeScalars
      guard key.count == 1, let base = key.first, base.isASCII else { continue }
      letters.unicodeScalars.append(scalar)
      bases.unicodeScalars.append(base)
    }
    return (letters, bases)
  }
}
