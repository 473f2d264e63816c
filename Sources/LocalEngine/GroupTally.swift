import Exports

/// What a worker has accumulated for one grouping.
struct GroupTally: Sendable {
  /// The combination of each group, in order of the groups' numbers.
  private(set) var combinations: [Int] = []

  /// The number of records of each group.
  private(set) var counts: [Int] = []

  /// The accumulated values, one for each accumulation.
  private(set) var tallies: [AccumulationTally]

  private let isFlat: Bool
  private var groupByCombination: [Int: Int] = [:]

  /// Combinations that were looked up lately, each in the place that its last bits say.
  private var recent: [(combination: Int, group: Int)] = []
  private static let recentCount = 1 << 10

  /// Creates an empty tally.
  init(_ grouping: Grouping) {
    isFlat = grouping.flatSize != nil
    tallies = grouping.accumulations.map { AccumulationTally($0) }
    if let size = grouping.flatSize {
      combinations = Array(0..<size)
      counts = Array(repeating: 0, count: size)
      for index in tallies.indices { tallies[index].reserve(size) }
    } else {
      recent = Array(repeating: (combination: -1, group: -1), count: GroupTally.recentCount)
    }
  }

  /// Adds records, each given by its row and the combination that it belongs to.
  mutating func add(
    _ batch: borrowing RecordBatch, rows: [Int], combinations: inout [Int], count: Int
  ) {
    if isFlat {
      countFlat(combinations, count)
    } else {
      for index in 0..<count {
        let combination = combinations[index]
        let place = combination & (GroupTally.recentCount - 1)
        if recent[place].combination != combination {
          recent[place] = (combination, group(of: combination))
        }
        combinations[index] = recent[place].group
        counts[recent[place].group] += 1
      }
    }
    for index in tallies.indices {
      tallies[index].reserve(counts.count)
      tallies[index].add(batch, rows: rows, groups: combinations, count: count)
    }
  }

  // Without checks of bounds and overflow: a grouping numbers its combinations within its flat size.
  private mutating func countFlat(_ combinations: [Int], _ count: Int) {
    counts.withUnsafeMutableBufferPointer { counts in
      combinations.withUnsafeBufferPointer { combinations in
        for index in 0..<count { counts[combinations[index]] &+= 1 }
      }
    }
  }

  /// Adds what another worker has accumulated.
  mutating func merge(_ other: GroupTally) {
    var groups: [Int] = []
    for (index, combination) in other.combinations.enumerated() {
      let group = isFlat ? index : group(of: combination)
      groups.append(group)
      counts[group] += other.counts[index]
    }
    for index in tallies.indices {
      tallies[index].reserve(counts.count)
      tallies[index].merge(other.tallies[index], groups: groups)
    }
  }

  private mutating func group(of combination: Int) -> Int {
    if let group = groupByCombination[combination] { return group }
    combinations.append(combination)
    counts.append(0)
    groupByCombination[combination] = combinations.count - 1
    return combinations.count - 1
  }
}
