/// Where in a plan's results the number of a cell stands: a table, and the rows to add up.
///
/// Dimensions are groups of the table where parts add up; where they do not (unique persons, or a
/// record with several values) several members become a condition, counted anew.
struct CellLookup {
  /// The table.
  let aggregate: Aggregate

  /// The keys of the rows to add up, one list of alternatives for each group.
  let keys: [[String]]

  /// Creates the lookup for an indicator with records of its own; nil when its dataset does not
  /// have one of the dimensions.
  init?(_ query: CellQuery, _ indicator: Indicator, in catalog: IndicatorCatalog) {
    guard let source = indicator.measure.source,
      query.members.keys.allSatisfy({ catalog.has($0, in: source.dataset) })
    else { return nil }
    var groups: [Group] = []
    var keys: [[String]] = []
    var conditions: [Condition] = []
    for (dimension, members) in query.members.sorted(by: { $0.key < $1.key }) {
      let addsUp =
        indicator.measure.isAdditive && !catalog.isMultiValued(dimension, in: source.dataset)
      if addsUp || members.count == 1 {
        groups.append(.dimension(dimension))
        keys.append(members)
      } else {
        conditions.append(.member(dimension: dimension, of: members.sorted()))
      }
    }
    let time = CellLookup.time(of: indicator.measure, in: query.period)
    if time.groupsByYear {
      groups.append(.eventYear)
      keys.append([String(query.period.year)])
    }
    self.keys = keys
    aggregate = Aggregate(
      RecordSource(
        dataset: source.dataset,
        selection: source.selection.and(Selection(conditions + time.conditions))),
      by: groups, indicator.measure.accumulator(within: time.conditions))
  }

  /// A stock is taken on the last day; a whole year is a group, so that all years come at once;
  /// some months are a condition.
  private static func time(
    of measure: Measure, in period: ReportingPeriod
  ) -> (conditions: [Condition], groupsByYear: Bool) {
    if case .stock(_, let from, let until, _) = measure {
      return ([.running(from: from, until: until, on: period.lastDay)], false)
    }
    if period.isWholeYear { return ([], true) }
    return ([.event(from: period.firstDay, through: period.lastDay)], false)
  }

  /// The sum over the rows; zero where there are none.
  func value(in results: PlanResults) -> AggregateValue? {
    guard let table = results.table(aggregate) else { return nil }
    var amount = 0
    var contributors = 0
    for key in combinations(keys) {
      guard let value = table.rows[key] else { continue }
      amount += value.amount
      contributors += value.contributors
    }
    return AggregateValue(amount: amount, contributors: contributors)
  }

  /// The keys that occur in one group of the table, where the other groups have the looked-up ones.
  func keysOccurring(for dimension: String, in results: PlanResults) -> Set<String> {
    guard let table = results.table(aggregate),
      let position = aggregate.groups.firstIndex(of: .dimension(dimension))
    else { return [] }
    var found: Set<String> = []
    for (row, value) in table.rows where value.amount != 0 {
      let fits = row.indices.allSatisfy { $0 == position || keys[$0].contains(row[$0]) }
      if fits { found.insert(row[position]) }
    }
    return found
  }
}

extension Measure {
  /// What an engine accumulates for a measure with records of its own.
  fileprivate func accumulator(within conditions: [Condition]) -> Accumulator {
    switch self {
    case .recordCount, .stock, .ratio, .share, .derived: .count
    case .uniqueCount(_, let column): .distinct(column: column)
    case .sum(_, let column): .sum(column: column)
    case .cohort(_, let column, let also, let alsoColumn):
      .distinctAlso(
        column: column, in: also.during(conditions), otherColumn: alsoColumn, sameYear: true)
    case .recordInterval(_, let from, let to): .days(from: from, to: to)
    case .personInterval(_, let column, let other, let otherColumn):
      .daysToFirst(column: column, in: other, otherColumn: otherColumn)
    }
  }
}

extension RecordSource {
  /// The source within the months of the conditions.
  fileprivate func during(_ conditions: [Condition]) -> RecordSource {
    let months = conditions.filter { if case .event = $0 { true } else { false } }
    return RecordSource(dataset: dataset, selection: selection.and(Selection(months)))
  }
}

/// All ways to choose one of each list.
private func combinations(_ lists: [[String]]) -> [[String]] {
  lists.reduce([[]]) { heads, list in
    heads.flatMap { head in list.map { head + [$0] } }
  }
}
