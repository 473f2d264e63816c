internal import Indicators

/// `share`: the part that members of some dimensions have in an indicator.
enum Share: MeasureKind {
  static let name = "share"
  static let requiredKeys = ["of", "over"]

  static func read(_ mapping: MappingReader, _ records: RecordReader) -> Measure? {
    let over = mapping.values("over").map(\.text)
    guard let whole = mapping.text("of"), !over.isEmpty else { return nil }
    return .share(of: whole, over: over)
  }

  static func parts(_ mapping: MappingReader) -> [TextValue] {
    mapping.value("of").map { [$0] } ?? []
  }

  static func check(_ mapping: MappingReader, among indicators: IndicatorFacts) {
    guard let whole = mapping.value("of"), let facts = indicators[whole.text] else { return }
    indicators.checkIsCountable(whole, mapping.log)
    _ = indicators.lookup.dimensions(mapping.values("over"), in: facts.datasets)
  }
}
