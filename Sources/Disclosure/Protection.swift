/// Which cells are left blank, and why.
public struct Protection: Sendable, Hashable {
  /// The cells that tell a small count, by index.
  public var primary: Set<Int> = []

  /// The cells that are left blank because a small count follows from them.
  public var complementary: Set<Int> = []

  /// The quantities whose cells are left blank so that no reader knows them.
  public var hidden: Set<Int> = []

  /// The quantities that no cell tells, those of `hidden` among them.
  public var unseen: Set<Int> = []

  /// The small counts of which too much can still be known, whatever is left blank; none in tables
  /// whose totals can be left blank too.
  public var unsafe: [Int] = []

  /// The small counts that follow from what was printed before, whatever is left blank now; they are
  /// protected as if nobody had kept it.
  public var known: [Int] = []

  /// All cells that are left blank.
  public var suppressed: Set<Int> { primary.union(complementary) }
}
