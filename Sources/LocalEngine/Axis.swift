import Exports
import Indicators
import Schemas

/// One thing that a table is broken down by: where a record's values come from, and their keys.
struct Axis: Sendable, Hashable {
  /// Where the value of a record comes from.
  enum Source: Sendable, Hashable {
    case column(Int)
    case eventYear
    case eventMonth
    case bands(Int)
  }

  private enum Names: Hashable {
    case years(first: Int)
    case months(first: Int)
    case keys([String])
    case openList(String)
  }

  /// The most values that an open list may have.
  static let openListLimit = 1 << 20

  let source: Source

  /// The number that is taken from a value, so that values begin at 0.
  let offset: Int64

  /// How many values there can be; of a mask the number of its bits, plus 1 for an empty field.
  let size: Int

  /// Whether values are masks, of which each bit is a member.
  let isMask: Bool

  private let names: Names

  /// An axis of years.
  init(years: ClosedRange<Int>) {
    source = .eventYear
    offset = Int64(years.lowerBound)
    size = years.count
    isMask = false
    names = .years(first: years.lowerBound)
  }

  /// An axis of the months of years.
  init(monthsOf years: ClosedRange<Int>) {
    source = .eventMonth
    offset = Int64(years.lowerBound * 12)
    size = years.count * 12
    isMask = false
    names = .months(first: years.lowerBound * 12)
  }

  /// An axis of age bands; value 0 is no band.
  init(bands: Int, slugs: [String]) {
    source = .bands(bands)
    offset = 0
    size = slugs.count + 1
    isMask = false
    names = .keys([""] + slugs)
  }

  /// An axis of a column of codes; nil for other columns.
  init?(column: Int, type: ColumnType) {
    source = .column(column)
    offset = 0
    switch type {
    case .code(let list):
      names = .keys([""] + list.codes.map(\.slug))
      size = list.codes.count + 1
      isMask = false
    case .codes(let list, _):
      names = .keys([""] + list.codes.map(\.slug))
      size = list.codes.count + 1
      isMask = true
    case .openCode(let list):
      names = .openList(list)
      size = Axis.openListLimit
      isMask = false
    case .text, .identifier, .date, .year, .integer, .decimal: return nil
    }
  }

  /// Whether the number of values is known beforehand.
  var isClosed: Bool {
    if case .openList = names { return false }
    return true
  }

  /// The value of a key; for a mask the number of its bit plus 1. Nil when there is none.
  func value(ofKey key: String, _ openLists: OpenLists) -> Int64? {
    switch names {
    case .keys(let keys): return keys.firstIndex(of: key).map(Int64.init)
    case .openList(let list): return key.isEmpty ? 0 : openLists.number(of: key, in: list)
    case .years, .months: return nil
    }
  }

  /// The keys of all values, in their order.
  func keys(_ openLists: OpenLists) -> [String] {
    switch names {
    case .years(let first): return (0..<size).map { String(first + $0) }
    case .months(let first):
      return (0..<size).map { index in
        let month = (first + index) % 12 + 1
        return "\((first + index) / 12)-\(month < 10 ? "0" : "")\(month)"
      }
    case .keys(let keys): return keys
    case .openList(let list): return [""] + openLists.keys(of: list)
    }
  }
}
