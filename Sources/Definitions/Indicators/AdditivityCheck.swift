internal import Indicators

/// Refuses an indicator that promises sums which its measure does not give, or a window where nobody
/// can follow later.
struct AdditivityCheck {
  /// The indicator.
  let facts: IndicatorFacts.Facts

  /// All of them.
  let indicators: IndicatorFacts

  /// Where findings go.
  let log: FindingCollector

  /// Checks the keys of an indicator.
  func check(_ mapping: MappingReader) {
    let over = mapping.values("addsUpOver")
    for dimension in over
    where indicators.lookup.check(dimension, in: facts.datasets) && !canAdd(over: dimension.text) {
      log.report(
        "not-additive", at: dimension.place,
        "numbers of '\(facts.indicator.id)' do not add up over '\(dimension.text)', expected "
          + "dimensions of which each record has one member, and counts of records or sums",
        fix: "remove it from 'addsUpOver'")
    }
    guard let window = mapping["window"], !follows(facts.indicator) else { return }
    log.report(
      "no-cohort", at: window.place,
      "'\(facts.indicator.id)' has a window and follows nobody, expected a cohort or a person "
        + "interval, or what is made of one",
      fix: "remove 'window'")
  }

  private func canAdd(over dimension: String) -> Bool {
    facts.isAdditive
      && !facts.datasets.contains { indicators.lookup.isMultiValued(dimension, in: $0) }
  }

  private func follows(_ indicator: Indicator) -> Bool {
    switch indicator.measure {
    case .cohort, .personInterval: true
    default:
      indicator.measure.parts.contains { indicators[$0].map { follows($0.indicator) } ?? true }
    }
  }
}
