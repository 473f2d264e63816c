internal import Disclosure

/// Which small counts a profile does not print, because they could tell about persons.
public struct SuppressionRule: Sendable, Hashable {
  /// Which counts are small, and how little may be known of them.
  let disclosure: DisclosureRule

  /// The units of the indicators that are protected; nil for all that count persons or records. Sums
  /// of a column are protected only where their unit is named.
  public let units: [String]?

  /// Creates a rule.
  ///
  /// - Parameters:
  ///   - below: Counts below it are small; at least 2.
  ///   - width: A small count is safe when it can still be any of two numbers that differ by so much;
  ///     nil for one less than `below`.
  ///   - zeroIsSmall: Whether a counted zero is small too.
  ///   - units: The units of what is protected; nil for all that count persons or records.
  public init(
    below: Int, width: Int? = nil, zeroIsSmall: Bool = false, units: [String]? = nil
  ) {
    disclosure = DisclosureRule(below: below, width: width, zeroIsSmall: zeroIsSmall)
    self.units = units
  }

  /// Counts below it are small.
  public var below: Int { disclosure.below }

  /// The least difference between two numbers that a small count can still be.
  public var width: Int { disclosure.width }

  /// Whether a counted zero is small too.
  public var zeroIsSmall: Bool { disclosure.zeroIsSmall }
}
