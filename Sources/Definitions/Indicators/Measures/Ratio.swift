internal import Indicators
internal import Schemas

/// `ratio`: one indicator over another, as a share or an average.
enum Ratio: MeasureKind {
  static let name = "ratio"
  static let requiredKeys = ["numerator", "denominator", "as"]
  static let optionalKeys = ["contained"]

  static func read(_ mapping: MappingReader, _ records: RecordReader) -> Measure? {
    let kind = mapping.choice("as", of: RatioKind.self)
    guard let numerator = mapping.text("numerator"), let denominator = mapping.text("denominator"),
      let kind
    else { return nil }
    return .ratio(numerator: numerator, denominator: denominator, kind: kind)
  }

  static func parts(_ mapping: MappingReader) -> [TextValue] {
    ["numerator", "denominator"].compactMap { mapping.value($0) }
  }

  static func check(_ mapping: MappingReader, among indicators: IndicatorFacts) {
    for part in parts(mapping) { indicators.checkIsCountable(part, mapping.log) }
    if mapping.text("as") == RatioKind.average.rawValue { checkScheme(mapping, indicators) }
    guard mapping.text("as") == RatioKind.share.rawValue,
      let numerator = mapping.value("numerator"),
      let denominator = mapping.text("denominator"), let part = indicators[numerator.text],
      let whole = indicators[denominator]
    else { return }
    if mapping.flag("contained") {
      checkIsKeptByHand(whole, mapping, indicators)
    } else if !Containment(indicators).holds(part.indicator, in: whole.indicator) {
      mapping.log.report(
        "not-contained", at: numerator.place,
        "'\(numerator.text)' is not contained in '\(denominator)', expected a part of it for a share",
        fix: "narrow the numerator to the records of the denominator, or write 'as: average'")
    }
  }

  /// So many per one: both must be about the same whole, which containment shows for a share.
  private static func checkScheme(_ mapping: MappingReader, _ indicators: IndicatorFacts) {
    var quotient = SchemeSum("a quotient")
    for part in parts(mapping) {
      guard let facts = indicators[part.text] else { return }
      quotient.add(part, over: facts.coverage)
    }
    quotient.check(mapping.log)
  }

  /// That a part is contained can be promised only where no records could show it.
  private static func checkIsKeptByHand(
    _ whole: IndicatorFacts.Facts, _ mapping: MappingReader, _ indicators: IndicatorFacts
  ) {
    let datasets = whole.datasets.compactMap { indicators.lookup.datasets[$0] }
    guard !datasets.allSatisfy(\.isKeptByHand), let node = mapping["contained"] else { return }
    mapping.log.report(
      "not-contained", at: node.place,
      "'contained' promises what the records of '\(whole.indicator.id)' must show, expected it for "
        + "numbers that are kept by hand",
      fix: "remove 'contained', and narrow the numerator to the records of the denominator")
  }
}
