/// How many cells of a report are left blank to protect small counts. Which ones is said nowhere: a
/// blank cell has one marker, whatever the reason.
public struct SuppressionSummary: Sendable, Hashable {
  /// The rule.
  public let rule: SuppressionRule

  /// The cells that tell a small count.
  public let primary: Int

  /// The cells from which a small count would follow.
  public let complementary: Int

  /// The small counts of which too much can still be known, whatever is left blank.
  public let unsafe: Int

  /// The small counts that follow from this report and those that were published before.
  public let known: Int

  /// Creates a summary.
  public init(
    rule: SuppressionRule, primary: Int, complementary: Int, unsafe: Int = 0, known: Int = 0
  ) {
    self.rule = rule
    self.primary = primary
    self.complementary = complementary
    self.unsafe = unsafe
    self.known = known
  }
}
