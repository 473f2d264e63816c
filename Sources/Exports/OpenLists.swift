import Schemas
import Synchronization

/// The values of all open lists as they are met, numbered from 1 in order of arrival.
///
/// Numbers are shared by all workers of a run and say nothing outside it: results name values by
/// `SpellingFold.key`.
package final class OpenLists: Sendable {
  private struct State {
    var keys: [String: [String]] = [:]
    var numbers: [String: [String: Int64]] = [:]
    var numberBySpelling: [String: [String: Int64]] = [:]
    var counts: [String: [Int64: [[UInt8]: Int]]] = [:]
  }

  private let state = Mutex(State())

  /// Creates lists without values.
  package init() {}

  /// The number of the value that a spelling stands for.
  package func number(of spelling: String, in list: String) -> Int64 {
    state.withLock { state in
      if let known = state.numberBySpelling[list]?[spelling] { return known }
      let key = SpellingFold.key(spelling)
      let number = state.numbers[list]?[key] ?? Int64((state.keys[list]?.count ?? 0) + 1)
      if state.numbers[list]?[key] == nil { state.keys[list, default: []].append(key) }
      state.numbers[list, default: [:]][key] = number
      state.numberBySpelling[list, default: [:]][spelling] = number
      return number
    }
  }

  /// The keys of a list; the value with number n is at index n - 1.
  package func keys(of list: String) -> [String] {
    state.withLock { $0.keys[list] ?? [] }
  }

  /// Adds how often spellings occurred; they are told apart by their bytes.
  package func add(_ counts: [Int64: [[UInt8]: Int]], to list: String) {
    state.withLock { state in
      state.counts[list, default: [:]].merge(counts) { $0.merging($1, uniquingKeysWith: +) }
    }
  }

  /// For each list the most frequent spelling of each key; ties go to the first by code points.
  package func spellings() -> [String: [String: String]] {
    state.withLock { state in
      var spellings: [String: [String: String]] = [:]
      for (list, counts) in state.counts {
        let keys = state.keys[list] ?? []
        for (number, counts) in counts {
          let best = counts.min { left, right in
            left.value != right.value
              ? left.value > right.value : left.key.lexicographicallyPrecedes(right.key)
          }
          guard let best, number > 0, number <= keys.count else { continue }
          spellings[list, default: [:]][keys[Int(number) - 1]] =
            String(decoding: best.key, as: UTF8.self)
        }
      }
      return spellings
    }
  }
}
