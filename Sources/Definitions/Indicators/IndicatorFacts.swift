internal import Indicators

/// What follows from the indicators together: which datasets each reads, and what may be added.
struct IndicatorFacts {
  /// What is known of one indicator.
  struct Facts {
    /// The indicator.
    let indicator: Indicator

    /// The datasets whose records a cell narrows, sorted.
    let datasets: [String]

    /// Whether values of disjoint parts add up to the value of the whole.
    let isAdditive: Bool

    /// Whether its values are counts, which can be added and divided.
    let isCountable: Bool

    /// Which codes of dimensions with schemes it counts over.
    let coverage: SchemeCoverage
  }

  /// The datasets and dimensions.
  let lookup: DimensionLookup

  private var facts: [String: Facts] = [:]

  /// Gathers the facts; `ordered` has every indicator after those that it is made of.
  init(_ ordered: [Indicator], lookup: DimensionLookup) {
    self.lookup = lookup
    for indicator in ordered {
      let parts = indicator.measure.parts.map { facts[$0] }
      guard parts.allSatisfy({ $0 != nil }) else { continue }
      facts[indicator.id] = facts(of: indicator, parts: parts.compactMap { $0 })
    }
  }

  /// The units of all indicators, sorted.
  var units: [String] { Set(facts.values.map(\.indicator.unit)).sorted() }

  /// What is known of an indicator; nil when it or one that it is made of is broken.
  subscript(id: String) -> Facts? { facts[id] }

  private func facts(of indicator: Indicator, parts: [Facts]) -> Facts {
    let own = indicator.measure.source.map { [$0.dataset] } ?? []
    let (isAdditive, isCountable) =
      switch indicator.measure {
      case .derived: (parts.allSatisfy(\.isAdditive), true)
      case .ratio, .share, .recordInterval, .personInterval: (false, false)
      case .recordCount, .uniqueCount, .sum, .cohort, .stock: (indicator.measure.isAdditive, true)
      }
    return Facts(
      indicator: indicator, datasets: Set(own + parts.flatMap(\.datasets)).sorted(),
      isAdditive: isAdditive, isCountable: isCountable, coverage: coverage(of: indicator, parts))
  }

  /// A ratio is about what its denominator is.
  private func coverage(of indicator: Indicator, _ parts: [Facts]) -> SchemeCoverage {
    if let source = indicator.measure.source {
      return SchemeCoverage(source, in: lookup.datasets)
    }
    guard case .derived(let terms) = indicator.measure else {
      return parts.last?.coverage ?? SchemeCoverage()
    }
    return zip(terms, parts).map { $1.coverage.narrowed(to: $0.members) }
      .reduce(SchemeCoverage()) { $0.union($1) }
  }

  /// Whether an indicator's values are counts; reports it otherwise.
  @discardableResult
  func checkIsCountable(_ id: TextValue, _ log: FindingCollector) -> Bool {
    guard let facts = self[id.text], !facts.isCountable else { return true }
    log.report(
      "not-additive", at: id.place,
      "'\(id.text)' is a share or an average, expected an indicator that counts",
      fix: "name the indicator that it is computed from")
    return false
  }
}
