import Schemas

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
    guard let indicator = catalog.indicator(query.indicator) else { return [] }
    switch indicator.measure {
    case .ratio(let numerator, let denominator, _):
      return [numerator, denominator].flatMap { aggregates(for: query.of($0), in: catalog) }
    case .share(let whole, let over):
      return aggregates(for: query.of(whole), in: catalog)
        + aggregates(for: query.of(whole).without(over), in: catalog)
    case .derived(let terms):
      return terms.flatMap { term in
        queries(for: term, in: query).flatMap { aggregates(for: $0, in: catalog) }
      }
    default:
      return CellLookup(query, indicator, in: catalog).map { [$0.aggregate] } ?? []
    }
  }

  /// The value of a cell.
  public func value(_ query: CellQuery) -> IndicatorValue {
    guard let indicator = catalog.indicator(query.indicator) else { return .notAvailable }
    if isNotApplicable(query.members, for: indicator) { return .notApplicable }
    let value = computedValue(query, indicator)
    guard value != .undelivered else { return .undelivered }
    let year = query.period.year
    if year < indicator.validFrom ?? year || year > indicator.validThrough ?? year {
      return .notAvailable
    }
    return value
  }

  /// The share of a cell in the same cell without its narrowing on some dimensions.
  public func share(_ query: CellQuery, over dimensions: [String]) -> IndicatorValue {
    ratio(value(query), value(query.without(dimensions)), .share)
  }

  /// The members of an open list, or of any dimension, that have records in a cell, with labels.
  public func membersOccurring(of dimension: String, for query: CellQuery) -> [Member] {
    guard let leaf = catalog.leaves(of: query.indicator).first,
      let dataset = leaf.measure.source?.dataset
    else { return [] }
    var members = query.members
    members[dimension] = [""]
    let asked = CellQuery(indicator: leaf.id, members: members, period: query.period)
    guard let lookup = CellLookup(asked, leaf, in: catalog) else { return [] }
    let labels = labels(of: dimension, in: dataset)
    return lookup.keysOccurring(for: dimension, in: results).sorted()
      .map { Member(slug: $0, label: labels[$0] ?? $0) }
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
    switch completeness(of: indicator.measure, source, query) {
    case .undelivered: return .undelivered
    case .incomplete: return .notAvailable
    case .complete: break
    }
    if case .stock(_, _, _, let completeFrom) = indicator.measure,
      query.period.lastDay < completeFrom
    {
      return .notAvailable
    }
    guard let value = lookup.value(in: results) else { return .notAvailable }
    return printable(value, indicator.measure, source)
  }

  private func completeness(
    of measure: Measure, _ source: RecordSource, _ query: CellQuery
  ) -> DeliveryCoverage.Completeness {
    let own = coverage.completeness(
      of: source.dataset, in: query.period, members: query.members)
    guard own == .complete else { return own }
    switch measure {
    case .cohort(_, _, let other, _), .personInterval(_, _, let other, _):
      return coverage.completeness(of: other.dataset, in: query.period, members: [:])
    default: return own
    }
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
      return value.amount.isMultiple(of: 1_000_000)
        ? .count(value.amount / 1_000_000) : .millionths(value.amount)
    default: return .count(value.amount)
    }
  }

  private func isNotApplicable(_ members: [String: [String]], for indicator: Indicator) -> Bool {
    if members.values.contains(where: \.isEmpty) { return true }
    return indicator.notApplicable.contains { combination in
      combination.allSatisfy { dimension, slugs in
        members[dimension].map { $0.allSatisfy(slugs.contains) } ?? false
      }
    }
  }
}

extension IndicatorValues {
  private func ratio(
    _ numerator: IndicatorValue, _ denominator: IndicatorValue, _ kind: RatioKind
  ) -> IndicatorValue {
    switch (numerator, denominator) {
    case (.undelivered, _), (_, .undelivered): return .undelivered
    case (.notApplicable, _), (_, .notApplicable): return .notApplicable
    default: break
    }
    guard case .count(let part) = numerator, case .count(let whole) = denominator, whole != 0
    else { return .notAvailable }
    return kind == .share ? .share(part: part, whole: whole) : .average(total: part, divisor: whole)
  }

  private func sum(of terms: [Term], in query: CellQuery) -> IndicatorValue {
    var total = 0
    for term in terms {
      for part in IndicatorValues.queries(for: term, in: query) {
        switch value(part) {
        case .count(let count): total += term.isSubtracted ? -count : count
        case .notApplicable: continue
        case .undelivered: return .undelivered
        default: return .notAvailable
        }
      }
    }
    return .count(total)
  }

  /// The cells that a term adds: one, or for an estimate one for each combination of its members.
  private static func queries(for term: Term, in query: CellQuery) -> [CellQuery] {
    let members = query.members.narrowed(to: term.members)
    guard term.isEstimate else {
      return [CellQuery(indicator: term.indicator, members: members, period: query.period)]
    }
    var alternatives: [[String: [String]]] = [members]
    for dimension in term.members.keys.sorted() {
      alternatives = alternatives.flatMap { alternative in
        (alternative[dimension] ?? []).map { slug in
          alternative.merging([dimension: [slug]]) { _, single in single }
        }
      }
    }
    return alternatives.map {
      CellQuery(indicator: term.indicator, members: $0, period: query.period)
    }
  }
}
