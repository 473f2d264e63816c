internal import Indicators

/// `derived`: the sum of other indicators, each with a sign and a narrower selection.
enum Derived: MeasureKind {
  static let name = "derived"
  static let requiredKeys = ["terms"]

  static func read(_ mapping: MappingReader, _ records: RecordReader) -> Measure? {
    let terms = terms(mapping).map { term in
      // The members are checked when all indicators are known; here they are only read.
      Term(
        indicator: term.indicator.text, isSubtracted: term.isSubtracted,
        members: records.lookup.members(term.selection, in: []), isEstimate: term.isEstimate)
    }
    guard !terms.isEmpty else {
      if let node = mapping["terms"], case .list(let items) = node.content, items.isEmpty {
        mapping.log.report(
          "empty-list", at: node.place, "no term is listed, expected at least one",
          fix: "add a term")
      }
      return nil
    }
    return .derived(terms)
  }

  static func parts(_ mapping: MappingReader) -> [TextValue] {
    terms(mapping).map(\.indicator)
  }

  static func check(_ mapping: MappingReader, among indicators: IndicatorFacts) {
    let terms = terms(mapping)
    var sum = SchemeSum("a sum")
    for term in terms {
      guard let facts = indicators[term.indicator.text] else { continue }
      let members = indicators.lookup.members(term.selection, in: facts.datasets)
      sum.add(term.indicator, over: facts.coverage.narrowed(to: members))
      guard indicators.checkIsCountable(term.indicator, mapping.log) else { continue }
      let isRepeated = terms.count { $0.indicator.text == term.indicator.text } > 1
      if isRepeated, !facts.isAdditive, !term.isEstimate {
        mapping.log.report(
          "not-additive", at: term.indicator.place,
          "members of '\(term.indicator.text)' are added although a person can be in several, "
            + "expected one term for all of them",
          fix: "list the members in one 'where', or add 'estimate: true'")
      }
    }
    sum.check(mapping.log)
  }

  private struct DeclaredTerm {
    let indicator: TextValue
    let isSubtracted: Bool
    let selection: DefinitionNode?
    let isEstimate: Bool
  }

  private static func terms(_ mapping: MappingReader) -> [DeclaredTerm] {
    (mapping.list("terms") ?? []).compactMap { node in
      guard
        let term = MappingReader(
          node, "a term", required: [], optional: ["add", "subtract", "where", "estimate"],
          log: mapping.log), term.allowsOne(of: ["add", "subtract"])
      else { return nil }
      guard let indicator = term.value("add") ?? term.value("subtract") else {
        if term["add"] == nil, term["subtract"] == nil {
          mapping.log.report(
            "missing-key", at: node.place,
            "neither 'add' nor 'subtract' stands in a term, expected one",
            fix: "add 'add:' with the id of an indicator")
        }
        return nil
      }
      let isEstimate = term.flag("estimate")
      if isEstimate, term["where"] == nil {
        mapping.log.report(
          "missing-key", at: node.place,
          "the term is an estimate without 'where', expected the members that are added one by one",
          fix: "add 'where:' with the members, or remove 'estimate'")
      }
      return DeclaredTerm(
        indicator: indicator, isSubtracted: term["subtract"] != nil, selection: term["where"],
        isEstimate: isEstimate)
    }
  }
}
