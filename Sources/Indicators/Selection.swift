public import Schemas

/// Which records an indicator or a cell is about: those that satisfy all conditions.
public struct Selection: Sendable, Hashable {
  /// The conditions, all of which must hold.
  public let conditions: [Condition]

  /// Creates a selection; without conditions it keeps every record.
  ///
  /// The order of the conditions does not matter: equal sets of conditions are equal selections.
  public init(_ conditions: [Condition] = []) {
    var kept: [Condition] = []
    for condition in conditions where !kept.contains(condition) { kept.append(condition) }
    self.conditions = kept.sorted { $0.sortKey < $1.sortKey }
  }

  /// The records that satisfy both selections.
  public func and(_ other: Selection) -> Selection {
    Selection(conditions + other.conditions)
  }
}

/// A condition that a record satisfies or not.
public enum Condition: Sendable, Hashable {
  /// The dimension's member is one of these; the empty string stands for an empty field. A record
  /// with several values satisfies it when one of them is a member.
  case member(dimension: String, of: [String])

  /// The column is filled.
  case filled(column: String)

  /// The record runs on a day: it began on or before it and has no end, or a later one.
  case running(from: String, until: String, on: CalendarDate)

  /// The event date lies in this range, both ends included.
  case event(from: CalendarDate, through: CalendarDate)

  /// A total order by content, so that equal sets of conditions sort alike.
  var sortKey: String {
    switch self {
    case .member(let dimension, let members): "m \(dimension) \(members.joined(separator: "|"))"
    case .filled(let column): "f \(column)"
    case .running(let from, let until, let day): "r \(from) \(until) \(day)"
    case .event(let from, let through): "e \(from) \(through)"
    }
  }
}
