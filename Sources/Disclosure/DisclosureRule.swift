/// Which counts are small, and how little may be known of them.
public struct DisclosureRule: Sendable, Hashable {
  /// Counts below it are small.
  public let below: Int

  /// A small count is safe when it can still be any of two numbers that differ by so much.
  public let width: Int

  /// Whether a counted zero is small too.
  public let zeroIsSmall: Bool

  /// Creates a rule; `below` is at least 2 and `width` at least 1.
  public init(below: Int, width: Int? = nil, zeroIsSmall: Bool = false) {
    self.below = max(2, below)
    self.width = max(1, width ?? below - 1)
    self.zeroIsSmall = zeroIsSmall
  }

  /// The lowest number that a cell that is left blank can have: where zeros are printed, a reader
  /// knows that it is none.
  public var lowest: Int { zeroIsSmall ? 0 : 1 }

  /// Whether a quantity must be protected.
  func isSmall(_ quantity: DisclosureProblem.Quantity) -> Bool {
    guard quantity.isProtected, let value = quantity.value else { return false }
    return value >= lowest && value < below
  }
}
