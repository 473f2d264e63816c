internal import Schemas

/// The order of labels: by code point after folding case and diacritics, ties by the label itself.
struct SortKey: Comparable {
  private let folded: String
  private let label: String

  init(_ label: String) {
    folded = SpellingFold.key(label)
    self.label = label
  }

  static func < (left: SortKey, right: SortKey) -> Bool {
    left.folded == right.folded
      ? left.label.unicodeScalars.lexicographicallyPrecedes(right.label.unicodeScalars)
      : left.folded.unicodeScalars.lexicographicallyPrecedes(right.folded.unicodeScalars)
  }
}
