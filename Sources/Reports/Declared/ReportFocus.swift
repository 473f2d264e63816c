public import Indicators

/// A member beside whose numbers those of the whole are shown: one area of all, for example.
public struct ReportFocus: Sendable, Hashable {
  /// The dimension.
  public let dimension: String

  /// The member of it.
  public let member: Member

  /// Creates a focus.
  public init(dimension: String, member: Member) {
    self.dimension = dimension
    self.member = member
  }
}
