import Exports
import Indicators

/// Makes the table of an aggregate from what was accumulated.
struct ResultTable {
  let recipe: EngineProgram.Recipe
  let program: DatasetProgram
  let tally: DatasetTally
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

  private func distincts() -> [Int: AggregateValue] {
    guard let tally = accumulated else { return [:] }
    var values: [Int: AggregateValue] = [:]
    for (index, count) in group.counts.enumerated() where count > 0 {
      let number = tally.sets[index].count
      values[group.combinations[index]] = AggregateValue(amount: number, contributors: number)
    }
    return values
  }

  /// The table of values that occur under more than one member of the first axis, which it folds.
  private func inSeveral(of members: [String]) -> AggregateTable {
    guard let tally = accumulated, let folded = grouping.axes.first else {
      return AggregateTable(rows: [:])
    }
    let keys = grouping.axes.map { $0.keys(program.context.openLists) }
    let wanted = Set(keys[0].indices.filter { members.contains(keys[0][$0]) })
    var seen: [[String]: IdentifierSet] = [:]
    var repeated: [[String]: IdentifierSet] = [:]
    for (index, count) in group.counts.enumerated() where count > 0 {
      let combination = group.combinations[index]
      guard wanted.contains(combination % folded.size) else { continue }
      let row = Array(names(of: combination, keys).dropFirst())
      var again = repeated[row] ?? IdentifierSet()
      seen[row, default: IdentifierSet()].formUnion(tally.sets[index]) { _ = again.insert($0) }
      repeated[row] = again
    }
    return AggregateTable(
      rows: repeated.mapValues { AggregateValue(amount: $0.count, contributors: $0.count) })
  }

  private func common(sameYear: Bool) -> [Int: AggregateValue] {
    guard let tally = accumulated else { return [:] }
    let yearAxis = sameYear ? grouping.axes.firstIndex { $0.source == .eventYear } : nil
    var sets: [Int: IdentifierSet] = [:]
    var counts: [Int: Int] = [:]
    for (index, count) in group.counts.enumerated() where count > 0 {
      let combination = group.combinations[index]
      let year = yearAxis.map { axis in
        combination / grouping.strides[axis] % grouping.axes[axis].size + program.years.lowerBound
      }
      let other = otherSet(year: year)
      guard recipe.foldsYear else {
        counts[combination] = tally.sets[index].intersectionCount(other)
        continue
      }
      let target = combination % grouping.strides[grouping.strides.count - 1]
      sets[target, default: IdentifierSet()].reserve(tally.sets[index].count)
      tally.sets[index].forEach {
        if other.contains($0) { _ = sets[target, default: IdentifierSet()].insert($0) }
      }
      counts[target] = sets[target]?.count ?? 0
    }
    return counts.mapValues { AggregateValue(amount: $0, contributors: $0) }
  }

  private func otherSet(year: Int?) -> IdentifierSet {
    guard let other = recipe.other, let tally = others[other.dataset],
      let program = otherPrograms[other.dataset], let accumulator = other.place.accumulator
    else { return IdentifierSet() }
    let group = tally.groups[other.place.grouping]
    let combination = year.map { $0 - program.years.lowerBound } ?? 0
    guard let index = group.combinations.firstIndex(of: combination) else { return IdentifierSet() }
    return group.tallies[accumulator].sets[index]
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
