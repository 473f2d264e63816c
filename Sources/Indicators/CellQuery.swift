/// One number that is asked for: an indicator, narrowed to members, in a period.
public struct CellQuery: Sendable, Hashable {
  /// The indicator's id.
  public let indicator: String

  /// The members (slugs) by dimension; dimensions that are not named are not narrowed.
  public let members: [String: [String]]

  /// The period.
  public let period: ReportingPeriod

  /// Creates a query.
  public init(indicator: String, members: [String: [String]] = [:], period: ReportingPeriod) {
    self.indicator = indicator
    self.members = members
    self.period = period
  }

  /// The same for another indicator.
  public func of(_ indicator: String) -> CellQuery {
    CellQuery(indicator: indicator, members: members, period: period)
  }

  /// The same without some dimensions.
  public func without(_ dimensions: [String]) -> CellQuery {
    CellQuery(
      indicator: indicator, members: members.filter { !dimensions.contains($0.key) },
      period: period)
  }
}

extension [String: [String]] {
  /// The members that satisfy both; a dimension that both name keeps what they share.
  public func narrowed(to other: [String: [String]]) -> [String: [String]] {
    if isEmpty { return other }
    return other.isEmpty ? self : merging(other) { mine, theirs in mine.filter(theirs.contains) }
  }
}
