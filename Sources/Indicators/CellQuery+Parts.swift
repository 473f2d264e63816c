extension CellQuery {
  /// The questions about records of their own that this one comes down to: itself, or those of the
  /// indicators that its indicator is derived from.
  func recordQueries(in catalog: IndicatorCatalog) -> [CellQuery] {
    guard let indicator = catalog.indicator(indicator), !isContradictory else { return [] }
    switch indicator.measure {
    case .ratio(let numerator, let denominator, _):
      return [numerator, denominator].flatMap { of($0).recordQueries(in: catalog) }
    case .share(let whole, let over):
      return of(whole).recordQueries(in: catalog)
        + of(whole).without(over).recordQueries(in: catalog)
    case .derived(let terms):
      return terms.flatMap(parts(for:)).flatMap { $0.recordQueries(in: catalog) }
    default:
      return [self]
    }
  }

  /// Whether two narrowings on one dimension have nothing in common.
  var isContradictory: Bool {
    members.values.contains(where: \.isEmpty)
  }

  /// The cells that a term adds: one, or for an estimate one for each combination of its members.
  public func parts(for term: Term) -> [CellQuery] {
    let members = members.narrowed(to: term.members)
    guard term.isEstimate else {
      return [CellQuery(indicator: term.indicator, members: members, period: period)]
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
      CellQuery(indicator: term.indicator, members: $0, period: period)
    }
  }
}
