/// Which spelling of each value of an open list is printed.
struct OpenSpellings {
  private var counts: [String: [String: [[UInt8]: Int]]] = [:]

  /// Adds up how often each spelling occurred, by list and key.
  init(_ parts: [[String: [String: [[UInt8]: Int]]]]) {
    for (list, keys) in parts.joined() {
      counts[list, default: [:]].merge(keys) { $0.merging($1, uniquingKeysWith: +) }
    }
  }

  /// The most frequent spelling of each key; ties go to the first by code points.
  var spellings: [String: [String: String]] {
    counts.mapValues { keys in
      keys.compactMapValues { counts in
        counts.min { left, right in
          left.value != right.value
            ? left.value > right.value : left.key.lexicographicallyPrecedes(right.key)
        }.map { String(decoding: $0.key, as: UTF8.self) }
      }
    }
  }
}
