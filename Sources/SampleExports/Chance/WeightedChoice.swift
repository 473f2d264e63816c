/// Values with a weight each; a value comes as often as its weight says.
struct WeightedChoice<Value: Sendable>: Sendable {
  private let values: [Value]
  private let cumulative: [Int]

  /// Creates the choice; weights are at least 1.
  init(_ weighted: [(Value, Int)]) {
    values = weighted.map { $0.0 }
    var sum = 0
    cumulative = weighted.map { pair in
      sum += pair.1
      return sum
    }
  }

  /// One of the values.
  func value(using generator: inout SeededGenerator) -> Value {
    let point = generator.below(cumulative.last ?? 0)
    let index = cumulative.firstIndex { point < $0 } ?? 0
    return values[index]
  }
}
