import CIdentifierGroups
import Synchronization

/// Sets of groups by number: each set that occurs is kept once, whoever's set it is.
///
/// Most identifiers are in the same few combinations of groups, so that a number for each identifier is
/// all that is needed to know every group it is in.
final class GroupSets: Sendable {
  /// One group: a combination of a member of the column, or a mark.
  enum Place: Sendable, Hashable {
    case combination(member: Int, Int)
    case mark(Int)
  }

  /// The groups and the sets that there are: for each set the numbers of its groups, in order.
  struct Content: Sendable {
    var places: [Place] = []
    var sets: [[UInt32]] = [[]]
  }

  private struct State {
    var content = Content()
    var numberOfPlace: [Place: UInt32] = [:]
    var numberOfSet: [[UInt32]: UInt32] = [[]: 0]
    var isFull = false
  }

  private let state = Mutex(State())

  /// What there is now.
  var content: Content { state.withLock { $0.content } }

  /// Whether there were more sets than can be numbered, so that counts are wrong.
  var isFull: Bool { state.withLock { $0.isFull } }

  /// The set of one group alone.
  func set(of place: Place) -> UInt32 {
    state.withLock { state in
      if let number = state.numberOfPlace[place] { return number }
      state.content.places.append(place)
      let number = GroupSets.number(of: [UInt32(state.content.places.count - 1)], &state)
      state.numberOfPlace[place] = number
      return number
    }
  }

  /// The union of two sets, and the marks that both of them have: bit `n` for mark `n`.
  func unite(_ set: UInt32, _ added: UInt32) -> (union: UInt32, marks: UInt32) {
    state.withLock { state in
      let (own, other) = (state.content.sets[Int(set)], state.content.sets[Int(added)])
      var union = own
      var marks: UInt32 = 0
      for group in other where !own.contains(group) { union.append(group) }
      for group in other where own.contains(group) {
        if case .mark(let mark) = state.content.places[Int(group)] { marks |= 1 << UInt32(mark) }
      }
      if union.count > own.count { union.sort() }
      return (GroupSets.number(of: union, &state), marks)
    }
  }

  private static func number(of set: [UInt32], _ state: inout State) -> UInt32 {
    if let number = state.numberOfSet[set] { return number }
    let number = UInt32(state.content.sets.count)
    guard number < identifier_groups_set_limit else {
      state.isFull = true
      return 1
    }
    state.content.sets.append(set)
    state.numberOfSet[set] = number
    return number
  }
}
