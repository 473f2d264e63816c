internal import Schemas

/// The order of labels: by code point after folding case and diacritics, ties by the label itself.
struct SortKey: Comparable {
  /// What is compared, in turn. The order of bytes in UTF-8 is that of code points.
  private let texts: [[UInt8]]

  /// Creates the key of a label; equal labels go by the slug, where it is given.
  init(_ label: String, _ slug: String = "") {
    texts = [SortKey.folded(label), Array(label.utf8), Array(slug.utf8)]
  }

  /// The label without case, blanks and diacritics. Most are ASCII, where this is simple.
  private static func folded(_ label: String) -> [UInt8] {
    guard label.utf8.allSatisfy({ $0 < 0x80 }) else { return Array(SpellingFold.key(label).utf8) }
    return label.utf8.compactMap { byte in
      switch byte {
      case 9...13, 32: nil
      case 65...90: byte + 32
      default: byte
      }
    }
  }

  static func < (left: SortKey, right: SortKey) -> Bool {
    for (mine, other) in zip(left.texts, right.texts) where mine != other {
      return mine.lexicographicallyPrecedes(other)
    }
    return false
  }
}
