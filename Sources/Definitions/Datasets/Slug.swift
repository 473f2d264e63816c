internal import Schemas

/// The slug of a label that declares none.
enum Slug {
  /// Lower case, letters without diacritics, runs of other characters as one hyphen; empty when
  /// nothing is left.
  static func made(from label: String) -> String {
    let letters = label.map { character -> String in
      let folded = SpellingFold.key(String(character))
      return !folded.isEmpty && NameForm.slug.fits(folded) && folded != "-" ? folded : " "
    }
    return letters.joined().split(separator: " ").joined(separator: "-")
  }
}
