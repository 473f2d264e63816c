import Exports
import Indicators
import Schemas

/// A plan with everything that each dataset has to give for it.
struct EngineProgram: Sendable {
  /// How the table of an aggregate is made of what its dataset, and another, have accumulated.
  struct Recipe: Sendable {
    let aggregate: Aggregate
    let dataset: String
    let place: DatasetProgram.Place
    /// Whether the grouping has one axis more than the table, the last one: the year, over which sets are joined.
    let foldsYear: Bool
    let other: (dataset: String, place: DatasetProgram.Place)?
  }

  private(set) var datasets: [String: DatasetProgram]
  private(set) var recipes: [Recipe] = []

  /// Aggregates over datasets without deliveries, which have no rows.
  private(set) var empty: [Aggregate] = []

  /// Creates the program of a plan over datasets that have deliveries.
  init(_ plan: Plan, datasets: [String: DatasetProgram], declared: Set<String>)
    throws(EngineError)
  {
    self.datasets = datasets
    for aggregate in plan.aggregates {
      for name in [aggregate.source.dataset, aggregate.accumulator.otherSource?.dataset] {
        if let name, !declared.contains(name) { throw .unknownDataset(name) }
      }
      if datasets[aggregate.source.dataset] == nil {
        empty.append(aggregate)
      } else {
        try add(aggregate)
      }
    }
  }

  private mutating func add(_ aggregate: Aggregate) throws(EngineError) {
    var groups = aggregate.groups
    var foldsYear = false
    if case .distinctAlso(_, _, _, true) = aggregate.accumulator, !groups.contains(.eventYear) {
      groups.append(.eventYear)
      foldsYear = true
    }
    if case .distinctInSeveral(_, let dimension, _) = aggregate.accumulator {
      groups.insert(.dimension(dimension), at: 0)
    }
    let other = try addOther(of: aggregate)
    let source = aggregate.source
    let accumulation = try accumulation(of: aggregate)
    let place = try add(source, by: groups, accumulation)
    recipes.append(
      Recipe(
        aggregate: aggregate, dataset: source.dataset, place: place, foldsYear: foldsYear,
        other: other))
  }

  private mutating func add(
    _ source: RecordSource, by groups: [Group], _ accumulation: Accumulation?
  ) throws(EngineError) -> DatasetProgram.Place {
    guard var program = datasets[source.dataset] else { throw .unknownDataset(source.dataset) }
    let place = try program.add(source.selection, by: groups, accumulation)
    datasets[source.dataset] = program
    return place
  }

  private func accumulation(of aggregate: Aggregate) throws(EngineError) -> Accumulation? {
    guard let program = datasets[aggregate.source.dataset] else { return nil }
    switch aggregate.accumulator {
    case .count: return nil
    case .sum(let column): return .sum(column: try program.column(column, where: \.isNumber))
    case .distinct(let column), .distinctInSeveral(let column, _, _),
      .distinctAlso(let column, _, _, _):
      return .distinct(column: try program.column(column, where: \.isCountable))
    case .days(let from, let to):
      return .days(
        from: try program.column(from, where: \.isDate), to: try program.column(to, where: \.isDate)
      )
    case .daysToFirst(let column, _, _):
      return .first(
        column: try program.column(column, where: \.isCountable), key: program.keyColumn)
    }
  }

  private mutating func addOther(
    of aggregate: Aggregate
  ) throws(EngineError) -> (dataset: String, place: DatasetProgram.Place)? {
    let column: String
    let groups: [Group]
    let makesSet: Bool
    switch aggregate.accumulator {
    case .count, .sum, .distinct, .distinctInSeveral, .days: return nil
    case .distinctAlso(let own, let source, let name, let sameYear):
      try compare(aggregate.source.dataset, own, source.dataset, name)
      (column, groups, makesSet) = (name, sameYear ? [.eventYear] : [], true)
    case .daysToFirst(let own, let source, let name):
      try compare(aggregate.source.dataset, own, source.dataset, name)
      (column, groups, makesSet) = (name, [], false)
    }
    guard let source = aggregate.accumulator.otherSource, let program = datasets[source.dataset]
    else { return nil }
    let index = try program.column(column, where: \.isCountable)
    let place = try add(
      source, by: groups, makesSet ? .distinct(column: index) : .occurrences(column: index))
    return (source.dataset, place)
  }

  /// Identifiers of two columns can be compared when they have the same number of digits.
  private func compare(
    _ dataset: String, _ column: String, _ other: String, _ otherColumn: String
  ) throws(EngineError) {
    guard let own = datasets[dataset]?.schema.column(column)?.type,
      let others = datasets[other]?.schema.column(otherColumn)?.type
    else { return }
    if case .identifier(let pattern) = own, case .identifier(let second) = others,
      pattern.digitCount == second.digitCount,
      (IdentifierRange(own) == nil) == (IdentifierRange(others) == nil)
    {
      return
    }
    throw .incomparable(
      dataset: dataset, column: column, other: other, otherColumn: otherColumn)
  }
}
