import Indicators
import TestSupport
import Testing

/// Ratios, shares and sums of other indicators.
@Suite struct DerivedMeasuresTests {
  private let loans = Indicator.test("loans", .recordCount(.test("loans")))
  private let books = Indicator.test("books", .recordCount(.test("loans", ["kind": ["book"]])))
  private let readers = Indicator.test("readers", .uniqueCount(.test("loans"), column: "reader"))

  private func library() throws -> ValuesLibrary {
    try ValuesLibrary(
      loans: """
        date,branch,kind,topics,reader,fine
        2019-01-01,north,book,art|sea,R1,0.5
        2019-01-02,north,film,sea,R1,
        2019-01-03,south,book,,R2,
        2019-01-04,south,book,war,R1,
        """)
  }

  @Test func `a ratio divides one indicator by another, each in the cell`() throws {
    let rate = Indicator.test(
      "rate", .ratio(numerator: "loans", denominator: "readers", kind: .average))
    let indicators = [loans, readers, rate]
    #expect(
      try library().value(of: indicators, .test("rate")) == .average(total: 4, divisor: 2))
    #expect(
      try library().value(of: indicators, .test("rate", ["branch": ["north"]]))
        == .average(total: 2, divisor: 1))
  }

  @Test func `nothing to divide by gives a dash, nothing to divide a zero`() throws {
    let share = Indicator.test(
      "share", .ratio(numerator: "books", denominator: "loans", kind: .share))
    let indicators = [loans, books, share]
    #expect(
      try library().value(of: indicators, .test("share", ["branch": ["west"]])) == .notAvailable)
    #expect(
      try library().value(of: indicators, .test("share", ["kind": ["film"]]))
        == .share(part: 0, whole: 1))
  }

  @Test func `decimals over a count keep their decimals`() throws {
    let fines = Indicator.test("fines", .sum(.test("loans"), column: "fine"))
    let average = Indicator.test(
      "average", .ratio(numerator: "fines", denominator: "loans", kind: .average))
    #expect(
      try library().value(of: [loans, fines, average], .test("average"))
        == .average(total: 500_000, divisor: 4_000_000))
  }

  @Test func `a share over one dimension is of the cell without that dimension`() throws {
    #expect(
      try library().value(
        of: [loans], .test("loans", ["branch": ["north"], "kind": ["book"]]), shareOver: ["kind"])
        == .share(part: 1, whole: 2))
  }

  @Test func `a share over several dimensions is of all of them together`() throws {
    #expect(
      try library().value(
        of: [loans], .test("loans", ["branch": ["north"], "kind": ["book"]]),
        shareOver: ["kind", "branch"]) == .share(part: 1, whole: 4))
  }

  @Test func `shares of an attribute with several values are of records`() throws {
    let share = Indicator.test("share", .share(of: "loans", over: ["topics"]))
    func part(_ topics: String...) throws -> IndicatorValue {
      try library().value(of: [loans, share], .test("share", ["topics": topics]))
    }
    #expect(try part("art") == .share(part: 1, whole: 4))
    #expect(try part("sea") == .share(part: 2, whole: 4))
    #expect(try part("art", "sea", "war") == .share(part: 3, whole: 4))
  }

  @Test func `a derived indicator adds and subtracts`() throws {
    let others = Indicator.test(
      "others",
      .derived([Term(indicator: "loans"), Term(indicator: "books", isSubtracted: true)]))
    #expect(try library().value(of: [loans, books, others], .test("others")) == .count(1))
    #expect(
      try library().value(of: [loans, books, others], .test("others", ["branch": ["south"]]))
        == .count(0))
  }

  @Test func `a term narrows the cell, and adds nothing where they have nothing in common`() throws
  {
    let northern = Indicator.test(
      "northern", .derived([Term(indicator: "loans", members: ["branch": ["north", "west"]])]))
    let indicators = [loans, northern]
    #expect(try library().value(of: indicators, .test("northern")) == .count(2))
    #expect(
      try library().value(of: indicators, .test("northern", ["branch": ["south"]])) == .count(0))
  }

  @Test func `an estimate adds persons although they can be in several members`() throws {
    let estimate = Indicator.test(
      "estimate",
      .derived([
        Term(indicator: "readers", members: ["branch": ["north", "south"]], isEstimate: true)
      ]))
    let exact = Indicator.test(
      "exact",
      .derived([Term(indicator: "readers", members: ["branch": ["north", "south"]])]))
    let indicators = [readers, estimate, exact]
    // North: R1. South: R1 and R2.
    #expect(try library().value(of: indicators, .test("estimate")) == .count(3))
    #expect(try library().value(of: indicators, .test("exact")) == .count(2))
  }

  @Test func `decimals and counts are added exactly`() throws {
    let fines = Indicator.test("fines", .sum(.test("loans"), column: "fine"))
    let sum = Indicator.test(
      "sum", .derived([Term(indicator: "loans"), Term(indicator: "fines")]))
    #expect(try library().value(of: [loans, fines, sum], .test("sum")) == .millionths(4_500_000))
  }

  @Test func `a sum that does not fit in an integer is not available, and does not trap`() throws {
    let double = Indicator.test(
      "double", .derived([Term(indicator: "loans"), Term(indicator: "loans")]))
    let library = try ValuesLibrary()
    let catalog = library.catalog([loans, double])
    let byBranch = Aggregate(
      RecordSource(dataset: "loans"), by: [.dimension("branch"), .eventYear], .count)
    let largest = AggregateValue(amount: .max, contributors: .max)
    let one = AggregateValue(amount: 1, contributors: 1)
    let values = IndicatorValues(
      catalog: catalog,
      results: PlanResults(
        tables: [
          byBranch: AggregateTable(rows: [["north", "2019"]: largest, ["south", "2019"]: one])
        ], spellings: [:]),
      coverage: DeliveryCoverage(books: library.books, datasets: library.datasets))
    #expect(try values.value(.test("loans", ["branch": ["north"]])) == .count(.max))
    #expect(try values.value(.test("loans", ["branch": ["north", "south"]])) == .notAvailable)
    #expect(try values.value(.test("double", ["branch": ["north"]])) == .notAvailable)
    #expect(try values.value(.test("double", ["branch": ["south"]])) == .count(2))
  }

  @Test func `an indicator is as validated as everything it is derived from`() throws {
    let draft = Indicator.test(
      "draft", .derived([Term(indicator: "loans")]), status: .indicative)
    let rate = Indicator.test(
      "rate", .ratio(numerator: "draft", denominator: "loans", kind: .share))
    let catalog = try library().catalog([loans, draft, rate])
    #expect(catalog.status(of: "loans") == .validated)
    #expect(catalog.status(of: "draft") == .indicative)
    #expect(catalog.status(of: "rate") == .indicative)
  }

  @Test func `counts add up, persons do not, and records with several values do not`() throws {
    let both = Indicator.test(
      "both", .derived([Term(indicator: "loans"), Term(indicator: "readers")]))
    let catalog = try library().catalog([loans, readers, both])
    #expect(catalog.isAdditive("loans"))
    #expect(!catalog.isAdditive("readers"))
    #expect(!catalog.isAdditive("both"))
    #expect(catalog.isAdditive("loans", over: ["branch", "kind"]))
    #expect(!catalog.isAdditive("loans", over: ["branch", "topics"]))
  }
}
