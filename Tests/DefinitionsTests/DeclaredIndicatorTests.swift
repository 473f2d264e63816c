import Definitions
import Indicators
import Schemas
import Testing

/// What indicators and dimensions declare.
@Suite struct DeclaredIndicatorTests {
  @Test func `a selection keeps its conditions`() throws {
    let measure = try measure(
      """
      {kind: record-count, dataset: loans, filled: author,
       where: {branch: [harbour, central], item: "", first: no}}
      """)
    #expect(
      measure
        == .recordCount(
          RecordSource(
            dataset: "loans",
            selection: Selection([
              .filled(column: "author"),
              .member(dimension: "branch", of: ["central", "harbour"]),
              .member(dimension: "first", of: ["no"]), .member(dimension: "item", of: [""]),
            ]))))
  }

  @Test func `a member of an open list is known by what its spellings have in common`() throws {
    let measure = try measure("{kind: record-count, dataset: loans, where: {author: Hella Haassé}}")
    let selection = Selection([.member(dimension: "author", of: ["hellahaasse"])])
    #expect(measure == .recordCount(RecordSource(dataset: "loans", selection: selection)))
  }

  @Test(arguments: [
    (
      "{kind: unique-count, dataset: loans, column: member_id}",
      Measure.uniqueCount(RecordSource(dataset: "loans"), column: "member_id")
    ),
    (
      "{kind: sum, dataset: loans, column: pages}",
      .sum(RecordSource(dataset: "loans"), column: "pages")
    ),
    (
      "{kind: cohort, dataset: loans, column: member_id, also: {dataset: loans, column: loan_id}}",
      .cohort(
        RecordSource(dataset: "loans"), column: "member_id", also: RecordSource(dataset: "loans"),
        alsoColumn: "loan_id")
    ),
    (
      "{kind: record-interval, dataset: loans, from: lent, to: returned}",
      .recordInterval(RecordSource(dataset: "loans"), from: "lent", to: "returned")
    ),
    (
      "{kind: person-interval, dataset: loans, column: member_id, to: {dataset: loans, column: member_id}}",
      .personInterval(
        RecordSource(dataset: "loans"), column: "member_id", to: RecordSource(dataset: "loans"),
        toColumn: "member_id")
    ),
    (
      "{kind: ratio, numerator: loans, denominator: borrowers, as: average}",
      .ratio(numerator: "loans", denominator: "borrowers", kind: .average)
    ),
    (
      "{kind: share, of: loans, over: [branch, item]}",
      .share(of: "loans", over: ["branch", "item"])
    ),
    (
      "{kind: derived, terms: [{add: loans, where: {branch: [central]}}, {subtract: visitors}]}",
      .derived([
        Term(indicator: "loans", members: ["branch": ["central"]]),
        Term(indicator: "visitors", isSubtracted: true),
      ])
    ),
    (
      "{kind: derived, terms: [{add: borrowers, where: {branch: [central]}, estimate: true}]}",
      .derived([
        Term(indicator: "borrowers", members: ["branch": ["central"]], isEstimate: true)
      ])
    ),
  ])
  func `every kind of measure is read`(_ yaml: String, _ expected: Measure) throws {
    #expect(try measure(yaml) == expected)
  }

  @Test func `a stock says from when its deliveries are complete`() throws {
    let measure = try measure(
      "{kind: stock, dataset: loans, from: lent, until: returned, completeFrom: 2019-01-01}")
    let date = try #require(CalendarDate(year: 2019, month: 1, day: 1))
    #expect(
      measure
        == .stock(
          RecordSource(dataset: "loans"), from: "lent", until: "returned", completeFrom: date))
  }

  @Test(arguments: [
    "{kind: record-count, dataset: loans, where: {branch: central}}",
    "{kind: record-count, dataset: loans, where: {branch: central, item: book}}",
    "{kind: record-count, dataset: loans, where: {branch: central}, filled: item}",
  ])
  func `a share of the same records with more conditions is contained`(_ part: String) throws {
    let definitions = try SmallProject([
      "indicators/more.yaml": """
      indicators:
        - {id: part, title: T, unit: u, status: validated, measure: \(part)}
        - {id: whole, title: T, unit: u, status: validated,
           measure: {kind: record-count, dataset: loans, where: {branch: [central, harbour]}}}
        - {id: share, title: T, unit: u, status: validated,
           measure: {kind: ratio, numerator: part, denominator: whole, as: share}}
      """
    ]).load()
    #expect(definitions.indicators.last?.id == "share")
  }

  @Test func `a cohort is contained in the persons it is taken from`() throws {
    let definitions = try SmallProject([
      "indicators/more.yaml": """
      indicators:
        - {id: returning, title: T, unit: u, status: validated,
           measure: {kind: cohort, dataset: loans, column: member_id,
                     also: {dataset: loans, where: {first: no}, column: member_id}}}
        - {id: share, title: T, unit: u, status: validated,
           measure: {kind: ratio, numerator: returning, denominator: borrowers, as: share}}
      """
    ]).load()
    #expect(definitions.indicators.last?.id == "share")
  }

  @Test func `a chain of a thousand indicators is read`() throws {
    let chain = (1...1000).map { number in
      let part = number == 1 ? "loans" : "i\(number - 1)"
      return "  - {id: i\(number), title: T, unit: u, status: validated,"
        + " measure: {kind: derived, terms: [{add: \(part)}]}}\n"
    }
    let text = "indicators:\n" + chain.reversed().joined()
    let definitions = try SmallProject(["indicators/more.yaml": text]).load()
    #expect(definitions.indicators.count == 1003)
  }

  @Test func `a cycle of a thousand indicators is named whole`() throws {
    let cycle = (1...1000).map { number in
      "  - {id: i\(number), title: T, unit: u, status: validated,"
        + " measure: {kind: derived, terms: [{add: i\(number % 1000 + 1)}]}}\n"
    }
    let text = "indicators:\n" + cycle.joined()
    let findings = SmallProject(["indicators/more.yaml": text]).findings
    #expect(findings.count == 1)
    #expect(findings.first?.contains("'i999' -> 'i1000' -> 'i1' is a cycle") == true)
  }

  @Test func `bands, validity and combinations that do not exist are kept`() throws {
    let definitions = try SmallProject([
      "indicators/more.yaml": """
      dimensions:
        - name: age
          dataset: loans
          birth: born
          on: lent
          bands: [{slug: young, label: Young, from: 0, through: 17}]
      indicators:
        - id: films
          title: Films
          unit: films
          status: indicative
          explanation: All films.
          valid: {from: 2015}
          notApplicable: [{branch: harbour, age: [young]}]
          measure: {kind: record-count, dataset: loans, where: {item: film, age: young}}
      """
    ]).load()
    #expect(
      definitions.dimensions == [
        Dimension(
          name: "age", dataset: "loans", birthColumn: "born", referenceColumn: "lent",
          bands: [AgeBand(slug: "young", label: "Young", ages: 0...17)])
      ])
    let films = try #require(definitions.indicators.last)
    #expect(films.status == .indicative)
    #expect(films.validFrom == 2015)
    #expect(films.validThrough == nil)
    #expect(films.notApplicable == [["branch": ["harbour"], "age": ["young"]]])
  }

  /// The measure that a text declares.
  private func measure(_ yaml: String) throws -> Measure? {
    let text = """
      indicators:
        - id: it
          title: It
          unit: its
          status: validated
          measure: \(yaml.replacing("\n", with: "\n      "))
      """
    return try SmallProject(["indicators/more.yaml": text]).load().indicators.last?.measure
  }
}
