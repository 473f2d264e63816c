/// How many identifiers of a column are in each group, once all records are added.
struct IdentifierCounts: Sendable {
  /// The groups of the identifiers.
  let groups: IdentifierGroups

  /// The sets of groups, and the number of identifiers with each set.
  let content: GroupSets.Content
  let countsBySet: [UInt64]

  private let countsByPlace: [GroupSets.Place: Int]
  private let jobs: Int

  /// Counts, on a number of threads.
  init(_ groups: IdentifierGroups, jobs: Int) {
    self.groups = groups
    self.jobs = jobs
    content = groups.sets.content
    countsBySet = groups.countsBySet(jobs: jobs)
    var counts = [Int](repeating: 0, count: content.places.count)
    for (set, count) in zip(content.sets, countsBySet) where count > 0 {
      for group in set { counts[Int(group)] += Int(count) }
    }
    countsByPlace = Dictionary(
      zip(content.places, counts), uniquingKeysWith: { first, _ in first })
  }

  /// The number of the member of the column that counts for a grouping.
  func member(_ place: DatasetProgram.Place) -> Int? {
    place.accumulator.flatMap { accumulator in
      groups.column.members.firstIndex(
        of: CountedColumn.Member(grouping: place.grouping, accumulator: accumulator))
    }
  }

  /// The number of identifiers in the group of a combination.
  func count(member: Int, combination: Int) -> Int {
    countsByPlace[.combination(member: member, combination)] ?? 0
  }

  /// The combinations of a member in each set.
  func combinations(member: Int) -> [[Int]] {
    let combinations = content.places.map { place -> Int? in
      if case .combination(member, let combination) = place { return combination }
      return nil
    }
    return content.sets.map { set in set.compactMap { combinations[Int($0)] } }
  }

  /// Calls back for each set of combinations that identifiers have here, with each set of
  /// combinations that the same identifiers have in another column, and how many they are.
  func forEachPair(
    member: Int, with other: IdentifierCounts, member otherMember: Int,
    _ body: (_ own: [Int], _ other: [Int], _ count: Int) -> Void
  ) {
    var classOf: [[Int]: UInt32] = [:]
    var kinds: [[Int]] = []
    let classes = other.combinations(member: otherMember).map { combinations in
      let kind = combinations.sorted()
      if let known = classOf[kind] { return known }
      kinds.append(kind)
      classOf[kind] = UInt32(kinds.count - 1)
      return UInt32(kinds.count - 1)
    }
    let counts = groups.countsBySet(
      with: other.groups, classes: classes, classCount: kinds.count, jobs: jobs)
    for (set, own) in combinations(member: member).enumerated() where !own.isEmpty {
      for (kind, others) in kinds.enumerated() where counts[set * kinds.count + kind] > 0 {
        body(own, others, Int(counts[set * kinds.count + kind]))
      }
    }
  }
}
