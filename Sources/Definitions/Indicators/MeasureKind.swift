internal import Indicators

/// A kind of measure as a definition declares it.
protocol MeasureKind: Sendable, SendableMetatype {
  /// The name under `kind`.
  static var name: String { get }

  /// The keys that it needs, besides `kind`.
  static var requiredKeys: [String] { get }

  /// The keys that it may have.
  static var optionalKeys: [String] { get }

  /// The measure; nil when something is wrong with it, which is then reported.
  static func read(_ mapping: MappingReader, _ records: RecordReader) -> Measure?

  /// The other indicators that it names.
  static func parts(_ mapping: MappingReader) -> [TextValue]

  /// Checks what can be known only when all indicators are.
  static func check(_ mapping: MappingReader, among indicators: IndicatorFacts)
}

extension MeasureKind {
  static var optionalKeys: [String] { [] }

  static func parts(_ mapping: MappingReader) -> [TextValue] { [] }

  static func check(_ mapping: MappingReader, among indicators: IndicatorFacts) {}
}

/// The kinds of measure that there are.
enum MeasureKinds {
  /// All of them, in the order of the documentation.
  static let all: [any MeasureKind.Type] = [
    RecordCount.self, UniqueCount.self, Sum.self, Cohort.self, Stock.self, RecordInterval.self,
    PersonInterval.self, Ratio.self, Share.self, Derived.self,
  ]

  /// The kind that a measure names, with its keys; nil when something is wrong with them.
  static func kind(
    of node: DefinitionNode, log: FindingCollector
  ) -> (kind: any MeasureKind.Type, mapping: MappingReader)? {
    guard let name = name(of: node, log: log) else { return nil }
    guard let kind = all.first(where: { $0.name == name.text }) else {
      let known = all.map { $0.name }
      log.report(
        "unknown-measure", at: name.place,
        "measure '\(name.text.shortened)' is unknown, expected \(Wording.listed(known))",
        fix: Wording.nearest(to: name.text, among: known).map { "write '\($0)'" }
          ?? "write one of them")
      return nil
    }
    guard
      let mapping = MappingReader(
        node, "measure '\(kind.name)'", required: ["kind"] + kind.requiredKeys,
        optional: kind.optionalKeys, log: log)
    else { return nil }
    return (kind, mapping)
  }

  private static func name(of node: DefinitionNode, log: FindingCollector) -> TextValue? {
    guard let entries = node.entries("a measure", log) else { return nil }
    guard let entry = entries.first(where: { $0.key == "kind" }) else {
      log.report(
        "missing-key", at: node.place, "key 'kind' is missing in a measure, expected kind",
        fix: "add 'kind:' with one of " + Wording.listed(all.map { $0.name }))
      return nil
    }
    return entry.value.text("kind", log).map { TextValue(text: $0, node: entry.value) }
  }
}
