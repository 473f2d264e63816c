internal import Schemas

/// Where in a plan's results the number of a cell stands: a table, and the rows to add up.
///
/// Dimensions are groups of the table where its rows add up; where they do not (unique persons, or a
/// record with several values) several members become a condition, counted anew.
struct CellLookup {
  /// The table.
  let aggregate: Aggregate

  /// The keys of the rows to add up, one list of alternatives for each group.
  private let keys: [[String]]

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
      // A member that is named twice is one member: its row must not be added twice.
      let distinct = members.count == 1 ? members : Set(members).sorted()
      let addsUp =
        indicator.measure.rowsAddUp && !catalog.isMultiValued(dimension, in: source.dataset)
      if addsUp || distinct.count == 1 {
        groups.append(.dimension(dimension))
        keys.append(distinct)
      } else {
        conditions.append(.member(dimension: dimension, of: distinct))
      }
    }
    let time = Time(of: indicator.measure, in: query.period)
    if let group = time.group {
      groups.append(group)
      keys.append(time.keys)
    }
    self.keys = keys
    aggregate = Aggregate(
      source.narrowed(to: conditions + time.conditions), by: groups,
      indicator.measure.accumulator(within: time.conditions))
  }

  /// The sum over the rows, zero where there are none; nil when the plan did not ask for the table
  /// or the sum is too large for an integer.
  func value(in results: PlanResults) -> AggregateValue? {
    guard let table = results.table(aggregate) else { return nil }
    var amount: Int128 = 0
    var contributors: Int128 = 0
    for key in combinations(keys) {
      guard let value = table.rows[key] else { continue }
      amount += Int128(value.amount)
      contributors += Int128(value.contributors)
    }
    guard let amount = Int(exactly: amount), let contributors = Int(exactly: contributors) else {
      return nil
    }
    return AggregateValue(amount: amount, contributors: contributors)
  }

  /// The lookup for the persons of a cell who occur under more than one of its members of a
  /// dimension; nil when the indicator does not count persons, or the cell has not several members.
  static func inSeveral(
    _ query: CellQuery, over dimension: String, in catalog: IndicatorCatalog
  ) -> CellLookup? {
    guard let indicator = catalog.indicator(query.indicator),
      case .uniqueCount(let source, let column) = indicator.measure,
      let members = query.members[dimension].map({ Set($0).sorted() }), members.count > 1,
      !catalog.isMultiValued(dimension, in: source.dataset),
      let whole = CellLookup(query.without([dimension]), indicator, in: catalog)
    else { return nil }
    let accumulator = Accumulator.distinctInSeveral(
      column: column, dimension: dimension, members: members)
    return CellLookup(
      aggregate: Aggregate(whole.aggregate.source, by: whole.aggregate.groups, accumulator),
      keys: whole.keys)
  }

  private init(aggregate: Aggregate, keys: [[String]]) {
    self.aggregate = aggregate
    self.keys = keys
  }

  /// The keys that occur in one group of the table, where the other groups have the looked-up ones.
  func keysOccurring(for dimension: String, in results: PlanResults) -> Set<String> {
    guard let table = results.table(aggregate),
      let position = aggregate.groups.firstIndex(of: .dimension(dimension))
    else { return [] }
    var found: Set<String> = []
    for (row, value) in table.rows where value.amount != 0 || value.contributors != 0 {
      let fits = row.indices.allSatisfy { $0 == position || keys[$0].contains(row[$0]) }
      if fits { found.insert(row[position]) }
    }
    return found
  }
}

extension CellLookup {
  /// How a period narrows an aggregate.
  ///
  /// A stock is taken on the last day. A whole year is a group, so that all years come at once. Some
  /// months are a condition, except where it matters which record of a person is the first one:
  /// that is decided over all records, so that the months are groups.
  private struct Time {
    var conditions: [Condition] = []
    var group: Group?
    var keys: [String] = []

    init(of measure: Measure, in period: ReportingPeriod) {
      switch measure {
      case .stock(_, let from, let until, _):
        conditions = [.running(from: from, until: until, on: period.lastDay)]
      case _ where period.isWholeYear:
        group = .eventYear
        keys = [String(period.year)]
      case .personInterval:
        group = .eventMonth
        keys = period.monthKeys
      default:
        conditions = [.event(from: period.firstDay, through: period.lastDay)]
      }
    }
  }
}

extension ReportingPeriod {
  /// The keys of its months, as `Group.eventMonth` writes them.
  fileprivate var monthKeys: [String] {
    months.compactMap { CalendarDate(year: year, month: $0, day: 1) }
      .map { String($0.description.prefix(7)) }
  }
}

extension Measure {
  /// Whether the integers of disjoint groups add up, as those of an average's parts do.
  fileprivate var rowsAddUp: Bool {
    switch self {
    case .recordInterval, .personInterval: true
    default: isAdditive
    }
  }

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
    narrowed(to: conditions.filter { if case .event = $0 { true } else { false } })
  }

  /// The records of the source that satisfy more conditions.
  fileprivate func narrowed(to conditions: [Condition]) -> RecordSource {
    conditions.isEmpty
      ? self
      : RecordSource(dataset: dataset, selection: selection.and(Selection(conditions)))
  }
}

/// All ways to choose one of each list; most cells have one.
private func combinations(_ lists: [[String]]) -> [[String]] {
  if lists.allSatisfy({ $0.count == 1 }) { return [lists.map { $0[0] }] }
  return lists.reduce([[]]) { heads, list in
    heads.flatMap { head in list.map { head + [$0] } }
  }
}
