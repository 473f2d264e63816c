import Exports
import Indicators

/// Makes the table of an aggregate from what was accumulated.
struct ResultTable {
  let recipe: EngineProgram.Recipe
  let program: DatasetProgram
  let tally: DatasetTally
  let identifierCounts: [String: [IdentifierCounts]]
  let others: [String: DatasetTally]
  let otherPrograms: [String: DatasetProgram]

  private var grouping: Grouping { program.groupings[recipe.place.grouping] }
  private var group: GroupTally { tally.groups[recipe.place.grouping] }
  private var axisCount: Int { recipe.aggregate.groups.count }

  /// The table.
  func table() throws(EngineError) -> AggregateTable {
    var values: [Int: AggregateValue]
    switch recipe.aggregate.accumulator {
    case .count: values = counts()
    case .sum(let column): values = try sums(column)
    case .days(let from, _): values = try sums(from)
    case .distinct: values = distincts()
    case .distinctInSeveral(_, _, let members): return inSeveral(of: members)
    case .distinctAlso(_, _, _, let sameYear): values = common(sameYear: sameYear)
    case .daysToFirst: values = intervals()
    }
    let keys = grouping.axes.prefix(axisCount).map { $0.keys(program.context.openLists) }
    var rows: [[String]: AggregateValue] = [:]
    rows.reserveCapacity(values.count)
    for (combination, value) in values { rows[names(of: combination, keys)] = value }
    return AggregateTable(rows: rows)
  }

  private func names(of combination: Int, _ keys: [[String]]) -> [String] {
    keys.indices.map { axis in
      let value = combination / grouping.strides[axis] % grouping.axes[axis].size
      return value < keys[axis].count ? keys[axis][value] : ""
    }
  }

  private var accumulated: AccumulationTally? {
    recipe.place.accumulator.map { group.tallies[$0] }
  }

  private func counts() -> [Int: AggregateValue] {
    var values: [Int: AggregateValue] = [:]
    for (index, count) in group.counts.enumerated() where count > 0 {
      values[group.combinations[index]] = AggregateValue(amount: count, contributors: count)
    }
    return values
  }

  private func sums(_ column: String) throws(EngineError) -> [Int: AggregateValue] {
    guard let tally = accumulated else { return [:] }
    if tally.hasOverflow { throw .sumTooLarge(dataset: recipe.dataset, column: column) }
    var values: [Int: AggregateValue] = [:]
    for (index, count) in group.counts.enumerated() where count > 0 {
      values[group.combinations[index]] = AggregateValue(
        amount: tally.sums[index], contributors: tally.contributors[index])
    }
    return values
  }

  /// The counts of the identifiers of a place, and the member that it is of their column.
  private func identifiers(
    _ dataset: String, _ place: DatasetProgram.Place
  ) -> (counts: IdentifierCounts, member: Int)? {
    for counts in identifierCounts[dataset] ?? [] {
      if let member = counts.member(place) { return (counts, member) }
    }
    return nil
  }

  private func distincts() -> [Int: AggregateValue] {
    guard let (counts, member) = identifiers(recipe.dataset, recipe.place) else { return [:] }
    var values: [Int: AggregateValue] = [:]
    for (index, count) in group.counts.enumerated() where count > 0 {
      let combination = group.combinations[index]
      let number = counts.count(member: member, combination: combination)
      values[combination] = AggregateValue(amount: number, contributors: number)
    }
    return values
  }

  /// The table of values that occur under more than one member of the first axis, which it folds.
  private func inSeveral(of members: [String]) -> AggregateTable {
    guard let (counts, member) = identifiers(recipe.dataset, recipe.place),
      let folded = grouping.axes.first
    else { return AggregateTable(rows: [:]) }
    let keys = grouping.axes.map { $0.keys(program.context.openLists) }
    let wanted = Set(keys[0].indices.filter { members.contains(keys[0][$0]) })
    var repeated: [Int: Int] = [:]
    for (index, count) in group.counts.enumerated()
    where count > 0 && wanted.contains(group.combinations[index] % folded.size) {
      repeated[group.combinations[index] / folded.size] = 0
    }
    for (set, combinations) in counts.combinations(member: member).enumerated() {
      let rest = combinations.filter { wanted.contains($0 % folded.size) }.map { $0 / folded.size }
      for (row, times) in Dictionary(rest.map { ($0, 1) }, uniquingKeysWith: +) where times > 1 {
        repeated[row, default: 0] += Int(counts.countsBySet[set])
      }
    }
    var rows: [[String]: AggregateValue] = [:]
    for (row, number) in repeated {
      rows[Array(names(of: row * folded.size, keys).dropFirst())] = AggregateValue(
        amount: number, contributors: number)
    }
    return AggregateTable(rows: rows)
  }

  private func common(sameYear: Bool) -> [Int: AggregateValue] {
    guard let (counts, member) = identifiers(recipe.dataset, recipe.place) else { return [:] }
    var numbers: [Int: Int] = [:]
    for (index, count) in group.counts.enumerated() where count > 0 {
      numbers[target(of: group.combinations[index])] = 0
    }
    if let other = recipe.other, let (others, otherMember) = identifiers(other.dataset, other.place)
    {
      counts.forEachPair(member: member, with: others, member: otherMember) { own, others, count in
        let common = own.filter { others.contains(otherCombination(of: $0, sameYear: sameYear)) }
        for target in Set(common.map(target)) { numbers[target, default: 0] += count }
      }
    }
    return numbers.mapValues { AggregateValue(amount: $0, contributors: $0) }
  }

  /// The combination without the year over which identifiers are joined, if that is the last axis.
  private func target(of combination: Int) -> Int {
    recipe.foldsYear ? combination % grouping.strides[grouping.strides.count - 1] : combination
  }

  /// The combination of the other source in which the same identifier has to be.
  private func otherCombination(of combination: Int, sameYear: Bool) -> Int {
    guard sameYear, let axis = grouping.axes.firstIndex(where: { $0.source == .eventYear }),
      let other = recipe.other, let otherProgram = otherPrograms[other.dataset]
    else { return 0 }
    let year = combination / grouping.strides[axis] % grouping.axes[axis].size
    return year + program.years.lowerBound - otherProgram.years.lowerBound
  }

  private func intervals() -> [Int: AggregateValue] {
    guard let tally = accumulated else { return [:] }
    let later = occurrenceDays()
    var values: [Int: AggregateValue] = [:]
    for (person, first) in tally.firsts {
      let day = later[person]?.first { $0 >= first.day }
      for index in Set(first.groups) {
        let combination = group.combinations[index]
        let known = values[combination] ?? AggregateValue(amount: 0, contributors: 0)
        values[combination] = AggregateValue(
          amount: known.amount + (day.map { Int($0 - first.day) } ?? 0),
          contributors: known.contributors + (day == nil ? 0 : 1))
      }
    }
    return values
  }

  private func occurrenceDays() -> [Int64: [Int64]] {
    guard let other = recipe.other, let tally = others[other.dataset],
      let accumulator = other.place.accumulator
    else { return [:] }
    let occurrences = tally.groups[other.place.grouping].tallies[accumulator].occurrences
    var days: [Int64: [Int64]] = [:]
    for occurrence in occurrences { days[occurrence.person, default: []].append(occurrence.day) }
    return days.mapValues { $0.sorted() }
  }
}
