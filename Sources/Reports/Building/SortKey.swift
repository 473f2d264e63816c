internal import Schemas

/// The order of labels: by code point after folding case and diacritics, ties by the label itself.
struct SortKey: Comparable {
  private let texts: [String]

  /// Creates the key of a label; equal labels go by the slug, where it is given.
  init(_ label: String, _ slug: String = "") {
    texts = [SpellingFold.key(label), label, slug]
  }

  static func < (left: SortKey, right: SortKey) -> Bool {
    for (mine, other) in zip(left.texts, right.texts)
    where !mine.unicodeScalars.elementsEqual(other.unicodeScalars) {
      return mine.unicodeScalars.lexicographicallyPrecedes(other.unicodeScalars)
    }
    return false
  }
}
