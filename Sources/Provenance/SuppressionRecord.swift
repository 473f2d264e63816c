public import Reports

/// Which small counts a run left blank, and how many cells. Which cells is not said.
public struct SuppressionRecord: Sendable, Hashable, Codable {
  /// The profile that asks for it.
  public let profile: String

  /// Counts below it are small.
  public let below: Int

  /// The least width of what can be known of a small count.
  public let width: Int

  /// Whether zeros are small too.
  public let zero: Bool

  /// The units of what is protected; nil for all counts of persons and records.
  public let units: [String]?

  /// The cells that tell a small count.
  public let primary: Int

  /// The cells from which a small count would follow.
  public let complementary: Int

  /// Creates the record of a report's profile.
  public init(profile: String, _ summary: SuppressionSummary) {
    self.profile = profile
    below = summary.rule.below
    width = summary.rule.width
    zero = summary.rule.zeroIsSmall
    units = summary.rule.units
    primary = summary.primary
    complementary = summary.complementary
  }
}

extension SuppressionRecord {
  /// The rule in words.
  public var inWords: String {
    "below \(below), width \(width)" + (zero ? ", zero too" : "")
      + (units.map { ", of \($0.joined(separator: ", "))" } ?? "")
  }
}

extension Manifest {
  /// What was asked for, with the small counts that the profile leaves blank.
  var askedFor: [String: String] {
    parameters.merging(suppression.map { ["suppression": $0.inWords] } ?? [:]) { own, _ in own }
  }
}
