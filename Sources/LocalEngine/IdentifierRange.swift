import CIdentifierGroups
import Exports
import Schemas

/// The integers that the identifiers of a column may be, and the keys that stand for them in tables.
struct IdentifierRange: Sendable, Hashable {
  /// The integer whose key is 0.
  let first: Int64

  /// How many bits a key has.
  let keyBits: UInt32

  /// The range of a column's values; nil when they are too many to be keys.
  init?(_ type: ColumnType) {
    switch type {
    case .identifier(let pattern):
      guard let values = IdentifierForm(pattern)?.values else { return nil }
      first = values.lowerBound
      keyBits = UInt32(64 - (values.upperBound - values.lowerBound).leadingZeroBitCount)
    default:
      (first, keyBits) = (1, 32)
    }
    guard (1...UInt32(identifier_groups_key_bits_limit)).contains(keyBits) else { return nil }
  }

  /// A range for numbers that are given in order of arrival.
  static let arrival = IdentifierRange(first: 1, keyBits: 32)

  private init(first: Int64, keyBits: UInt32) {
    self.first = first
    self.keyBits = keyBits
  }
}
