internal import Indicators
internal import Reports

/// Reads the ways in which a report can be written.
struct ProfilesReader {
  /// The indicators, for their units.
  let facts: IndicatorFacts

  /// Where findings go.
  let log: FindingCollector

  /// The profiles in their order; none where the report does not list them. `words` are those of the
  /// report, of which suppression needs one.
  func read(_ report: MappingReader, _ words: ReportWords?) -> [ReportProfile] {
    var names = NameTable<Bool>(kind: "profile")
    return (report.list("profiles") ?? []).compactMap { node -> ReportProfile? in
      guard
        let mapping = MappingReader(
          node, "a profile", required: ["id", "form"], optional: ["suppression"], log: log),
        let id = mapping.name("id", .slug)
      else { return nil }
      names.declare(id, true, log: log)
      let suppression = mapping["suppression"].flatMap { rule($0, words) }
      return mapping.choice("form", of: ReportProfile.Form.self).map {
        ReportProfile(id: id.text, form: $0, suppression: suppression)
      }
    }
  }

  private func rule(_ node: DefinitionNode, _ words: ReportWords?) -> SuppressionRule? {
    guard
      let mapping = MappingReader(
        node, "a suppression", required: ["below"], optional: ["width", "zero", "units"], log: log)
    else { return nil }
    if let words, !words.has(.suppressedMeaning) {
      log.report(
        "missing-word", at: node.place,
        "word 'suppressed-meaning' is missing, expected it where small counts are left blank",
        fix: "add it to the words of the report: what the blank means, in a sentence")
    }
    let width = mapping.integer("width", in: 1...1_000)
    let units = mapping["units"].map { _ in mapping.values("units").compactMap(unit) }
    return mapping.integer("below", in: 2...1_000).map { below in
      SuppressionRule(
        below: below, width: width, zeroIsSmall: mapping.flag("zero"), units: units)
    }
  }

  private func unit(_ value: TextValue) -> String? {
    let known = facts.units
    if known.contains(value.text) { return value.text }
    log.reportUnknown("unit", value.text, at: value.place, among: known)
    return nil
  }
}
