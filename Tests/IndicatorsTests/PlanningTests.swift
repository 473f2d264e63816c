import Indicators
import Schemas
import TestSupport
import Testing

/// A plan holds all that its questions need.
@Suite struct PlanningTests {
  private func indicators() throws -> [Indicator] {
    let day = try #require(CalendarDate(iso: "2018-01-01"))
    return [
      .test("count", .recordCount(.test("loans"))),
      .test("books", .recordCount(.test("loans", ["kind": ["book"]]))),
      .test("unique", .uniqueCount(.test("loans"), column: "reader")),
      .test("sum", .sum(.test("loans"), column: "pages")),
      .test("visits", .recordCount(.test("visits"))),
      .test(
        "cohort",
        .cohort(.test("loans"), column: "reader", also: .test("visits"), alsoColumn: "reader")),
      .test(
        "stock", .stock(.test("loans"), from: "date", until: "returned", completeFrom: day)),
      .test("interval", .recordInterval(.test("loans"), from: "date", to: "returned")),
      .test(
        "wait",
        .personInterval(.test("loans"), column: "reader", to: .test("visits"), toColumn: "reader")),
      .test("ratio", .ratio(numerator: "count", denominator: "unique", kind: .average)),
      .test("share", .share(of: "count", over: ["kind"])),
      .test(
        "derived",
        .derived([
          Term(indicator: "count"), Term(indicator: "books", isSubtracted: true),
          Term(indicator: "unique", members: ["branch": ["north", "south"]], isEstimate: true),
        ])),
    ]
  }

  private let lent = """
    date,branch,kind,topics,language,reader,returned,pages
    2018-03-01,north,book,art|sea,Dutch,R1,2018-04-01,100
    2019-02-01,north,film,,French,R1,2019-02-05,
    2019-05-01,south,book,war,Dutch,R2,,200
    2019-07-01,west,game,art,,R3,,
    """

  private func queries() throws -> [CellQuery] {
    let narrowings: [[String: [String]]] = [
      [:], ["branch": ["north"]], ["branch": ["south", "north"]], ["branch": ["east", "west"]],
      ["kind": ["book"]], ["kind": ["film", "book"], "branch": ["north"]], ["topics": ["art"]],
      ["topics": ["sea", "art"], "kind": ["book", "game"]], ["language": ["dutch"]],
      ["language": ["dutch", "french"], "topics": ["war"]], ["branch": []], ["topics": [""]],
    ]
    return try indicators().flatMap { indicator in
      try narrowings.flatMap { members in
        try [(2018, 1...12), (2019, 1...12), (2019, 4...6)].map { year, months in
          try CellQuery.test(indicator.id, members, year: year, months: months)
        }
      }
    }
  }

  @Test func `one plan for many questions gives each the answer that a plan of its own gives`()
    throws
  {
    let indicators = try indicators()
    let library = try ValuesLibrary(loans: lent, visits: "date,reader\n2019-03-01,R1")
    let queries = try queries()
    let catalog = library.catalog(indicators)
    let shared = library.values(
      of: indicators,
      Plan(
        queries.flatMap { IndicatorValues.aggregates(for: $0, shareOver: ["kind"], in: catalog) }))
    for query in queries {
      #expect(shared.value(query) == library.value(of: indicators, query))
      #expect(
        shared.share(query, over: ["kind"])
          == library.value(of: indicators, query, shareOver: ["kind"]))
    }
  }

  @Test
  func `every question has an answer where all was delivered, but for what is divided by zero`()
    throws
  {
    let indicators = try indicators()
    let library = try ValuesLibrary(loans: lent, visits: "date,reader\n2019-03-01,R1")
    for query in try queries()
    where !["ratio", "share", "interval", "wait"].contains(query.indicator) {
      let value = library.value(of: indicators, query)
      let isAsked = query.indicator != "visits" || Set(query.members.keys).isSubset(of: ["branch"])
      #expect(value != .undelivered)
      #expect((value != .notAvailable) == isAsked, "\(query)")
    }
  }

  @Test func `parts of a count add up to the whole in every dimension`() throws {
    let indicators = try indicators()
    let library = try ValuesLibrary(loans: lent)
    for (dimension, members) in [
      ("branch", ["north", "south", "west"]), ("kind", ["book", "film", "game"]),
      ("language", ["dutch", "french", ""]),
    ] {
      for indicator in ["count", "books", "sum", "stock"] {
        let parts = try members.map {
          library.value(of: indicators, try .test(indicator, [dimension: [$0]])).number
        }
        let whole = library.value(of: indicators, try .test(indicator)).number
        #expect(parts.reduce(0, +) == whole)
        #expect(
          library.value(of: indicators, try .test(indicator, [dimension: members])).number == whole)
      }
    }
  }

  @Test func `all areas and years of a count are one table`() throws {
    let catalog = try ValuesLibrary().catalog(indicators())
    let plan = Plan(
      try ["north", "south", "west"].flatMap { branch in
        try [2018, 2019].flatMap { year in
          IndicatorValues.aggregates(
            for: try .test("count", ["branch": [branch]], year: year), in: catalog)
        }
      })
    #expect(
      plan.aggregates == [
        Aggregate(
          RecordSource(dataset: "loans"), by: [.dimension("branch"), .eventYear], .count)
      ])
  }

  @Test func `persons in several members together are a table of their own, whatever the order`()
    throws
  {
    let catalog = try ValuesLibrary().catalog(indicators())
    func plan(_ branches: [String]) throws -> [Aggregate] {
      IndicatorValues.aggregates(for: try .test("unique", ["branch": branches]), in: catalog)
    }
    let expected = Aggregate(
      RecordSource(
        dataset: "loans",
        selection: Selection([.member(dimension: "branch", of: ["north", "south"])])),
      by: [.eventYear], .distinct(column: "reader"))
    #expect(try plan(["south", "north"]) == [expected])
    #expect(try plan(["north", "south", "north"]) == [expected])
  }

  @Test func `members that occur in an open list come from any one member's table`() throws {
    let indicators = try indicators()
    let library = try ValuesLibrary(
      loans: """
        date,branch,language
        2018-01-01,north,Greek
        2019-01-01,north,Dutch
        2019-01-02,north,DUTCH
        2019-01-03,south,French
        2019-01-04,north,
        """)
    let query = try CellQuery.test("ratio", ["branch": ["north"]])
    let asked = try CellQuery.test("ratio", ["branch": ["north"], "language": ["?"]])
    let values = library.values(
      of: indicators, Plan(IndicatorValues.aggregates(for: asked, in: library.catalog(indicators))))
    #expect(
      values.membersOccurring(of: "language", for: query) == [
        Member(slug: "", label: ""), Member(slug: "dutch", label: "DUTCH"),
      ])
  }
}

extension IndicatorValue {
  fileprivate var number: Int {
    if case .count(let count) = self { return count }
    return -1
  }
}
