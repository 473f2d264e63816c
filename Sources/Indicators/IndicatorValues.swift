internal import Schemas

/// Values of indicators for cells, from the results of a plan.
public struct IndicatorValues: Sendable {
  /// The declared indicators.
  public let catalog: IndicatorCatalog

  /// What was delivered.
  public let coverage: DeliveryCoverage

  private let results: PlanResults

  /// Creates values from the results of a plan that holds `aggregates(for:in:)` of every query.
  public init(catalog: IndicatorCatalog, results: PlanResults, coverage: DeliveryCoverage) {
    self.catalog = catalog
    self.results = results
    self.coverage = coverage
  }

  /// What a plan must hold so that the share of a cell can be computed.
  public static func aggregates(
    for query: CellQuery, shareOver dimensions: [String], in catalog: IndicatorCatalog
  ) -> [Aggregate] {
    let own = aggregates(for: query, in: catalog)
    return dimensions.isEmpty
      ? own : own + aggregates(for: query.without(dimensions), in: catalog)
  }

  /// What a plan must hold so that a cell can be computed.
  ///
  /// For an open list, any one member stands for all: the table has a row for each.
  public static func aggregates(
    for query: CellQuery, in catalog: IndicatorCatalog
  ) -> [Aggregate] {
    query.recordQueries(in: catalog).compactMap { lookup(for: $0, in: catalog)?.aggregate }
  }

  private static func lookup(for query: CellQuery, in catalog: IndicatorCatalog) -> CellLookup? {
    catalog.indicator(query.indicator).flatMap { CellLookup(query, $0, in: catalog) }
  }

  /// The value of a cell.
  public func value(_ query: CellQuery) -> IndicatorValue {
    guard let indicator = catalog.indicator(query.indicator) else { return .notAvailable }
    if isNotApplicable(query, for: indicator) { return .notApplicable }
    let value = computedValue(query, indicator)
    guard value != .undelivered else { return .undelivered }
    let year = query.period.year
    if year < indicator.validFrom ?? year || year > indicator.validThrough ?? year {
      return .notAvailable
    }
    return value
  }

  /// What a plan must hold so that the persons in several members of a cell can be counted.
  public static func aggregates(
    for query: CellQuery, inSeveralOf dimension: String, in catalog: IndicatorCatalog
  ) -> [Aggregate] {
    CellLookup.inSeveral(query, over: dimension, in: catalog).map { [$0.aggregate] } ?? []
  }

  /// How many persons of a cell occur under more than one of its members of a dimension; nil where
  /// the indicator does not count persons, or the deliveries are not there.
  public func countInSeveral(_ query: CellQuery, of dimension: String) -> Int? {
    guard case .count = value(query) else { return nil }
    return CellLookup.inSeveral(query, over: dimension, in: catalog)?.value(in: results)?.amount
  }

  /// The share of a cell in the same cell without its narrowing on some dimensions.
  public func share(_ query: CellQuery, over dimensions: [String]) -> IndicatorValue {
    ratio(value(query), value(query.without(dimensions)), .share)
  }

  /// The members of an open list, or of any dimension, that have records in a cell, by slug.
  public func membersOccurring(of dimension: String, for query: CellQuery) -> [Member] {
    // Any one member stands for all: the table has a row for each.
    let asked = CellQuery(
      indicator: query.indicator, members: query.members.merging([dimension: [""]]) { $1 },
      period: query.period)
    var labelBySlug: [String: String] = [:]
    for part in asked.recordQueries(in: catalog) {
      guard let lookup = IndicatorValues.lookup(for: part, in: catalog) else { continue }
      let labels = labels(of: dimension, in: lookup.aggregate.source.dataset)
      for slug in lookup.keysOccurring(for: dimension, in: results) {
        labelBySlug[slug] = labels[slug] ?? slug
      }
    }
    return labelBySlug.sorted { $0.key < $1.key }.map { Member(slug: $0.key, label: $0.value) }
  }

  /// Whether a cell has no records: a counted zero, a share of nothing, or what cannot exist.
  public func hasNoRecords(_ query: CellQuery) -> Bool {
    switch value(query) {
    case .count(0), .share(part: 0, _), .notApplicable: true
    case .count, .millionths, .share, .average, .undelivered: false
    case .notAvailable: hasNothingToDivide(query)
    }
  }

  private func hasNothingToDivide(_ query: CellQuery) -> Bool {
    switch catalog.indicator(query.indicator)?.measure {
    case .ratio(let numerator, let denominator, _):
      hasNoRecords(query.of(numerator)) && hasNoRecords(query.of(denominator))
    case .share(let whole, _): hasNoRecords(query.of(whole))
    default: false
    }
  }

  private func labels(of dimension: String, in dataset: String) -> [String: String] {
    if case .openCode(let list)? = catalog.dataset(dataset)?.column(dimension)?.type {
      return results.spellings[list] ?? [:]
    }
    let members = catalog.members(of: dimension, in: dataset) ?? []
    return Dictionary(members.map { ($0.slug, $0.label) }) { first, _ in first }
  }

  private func computedValue(_ query: CellQuery, _ indicator: Indicator) -> IndicatorValue {
    switch indicator.measure {
    case .ratio(let numerator, let denominator, let kind):
      ratio(value(query.of(numerator)), value(query.of(denominator)), kind)
    case .share(let whole, let over):
      ratio(value(query.of(whole)), value(query.of(whole).without(over)), .share)
    case .derived(let terms):
      sum(of: terms, in: query)
    default:
      accumulatedValue(query, indicator)
    }
  }

  private func accumulatedValue(_ query: CellQuery, _ indicator: Indicator) -> IndicatorValue {
    guard let source = indicator.measure.source,
      let lookup = CellLookup(query, indicator, in: catalog)
    else { return .notAvailable }
    switch coverage.completeness(of: indicator.measure, for: query) {
    case .undelivered: return .undelivered
    case .incomplete: return .notAvailable
    case .complete: break
    }
    // Records that know only their year belong to no month.
    if !query.period.isWholeYear, catalog.datesOnlyYears(in: source.dataset) {
      return .notAvailable
    }
    if coverage.neverHas(query.members, in: source.dataset) { return .notApplicable }
    if case .stock(_, _, _, let completeFrom) = indicator.measure,
      query.period.lastDay < completeFrom
    {
      return .notAvailable
    }
    guard let value = lookup.value(in: results) else { return .notAvailable }
    return printable(value, indicator.measure, source)
  }

  private func printable(
    _ value: AggregateValue, _ measure: Measure, _ source: RecordSource
  ) -> IndicatorValue {
    switch measure {
    case .recordInterval, .personInterval:
      return value.contributors == 0
        ? .notAvailable : .average(total: value.amount, divisor: value.contributors)
    case .sum(_, let column):
      let schema = catalog.dataset(source.dataset)
      // A figure that nobody wrote down is not a zero.
      if schema?.isKeptByHand == true, value.contributors == 0 { return .notAvailable }
      guard case .decimal? = schema?.column(column)?.type else { return .count(value.amount) }
      return IndicatorValue(millionths: Int128(value.amount))
    default: return .count(value.amount)
    }
  }

  private func isNotApplicable(_ query: CellQuery, for indicator: Indicator) -> Bool {
    if query.isContradictory { return true }
    return indicator.notApplicable.contains { combination in
      combination.allSatisfy { dimension, slugs in
        query.members[dimension].map { $0.allSatisfy(slugs.contains) } ?? false
      }
    }
  }
}
