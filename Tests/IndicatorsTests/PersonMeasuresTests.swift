import Indicators
import Schemas
import TestSupport
import Testing

/// Cohorts, stocks and intervals.
@Suite struct PersonMeasuresTests {
  private let cohort = Indicator.test(
    "cohort",
    .cohort(.test("loans"), column: "reader", also: .test("visits"), alsoColumn: "reader"))

  @Test func `a cohort has the persons with a record in both datasets in the same year`() throws {
    let library = try ValuesLibrary(
      loans: """
        date,branch,reader
        2019-01-01,north,R1
        2019-01-01,south,R1
        2019-01-01,south,R2
        2019-01-01,south,R3
        """,
      visits: """
        date,reader
        2019-11-01,R1
        2018-11-01,R2
        """)
    // R2 visited in another year, R3 never.
    #expect(library.value(of: [cohort], try .test("cohort")) == .count(1))
    #expect(library.value(of: [cohort], try .test("cohort", ["branch": ["south"]])) == .count(1))
    #expect(library.value(of: [cohort], try .test("cohort", ["branch": ["west"]])) == .count(0))
  }

  @Test func `a cohort of some months looks at those months in both datasets`() throws {
    let library = try ValuesLibrary(
      loans: "date,reader\n2019-02-01,R1\n2019-02-01,R2",
      visits: "date,reader\n2019-03-01,R1\n2019-11-01,R2")
    #expect(library.value(of: [cohort], try .test("cohort", months: 1...3)) == .count(1))
  }

  @Test func `a cohort is not available when the other dataset is incomplete`() throws {
    let library = try ValuesLibrary(missing: ["visits/2019/07"])
    #expect(library.value(of: [cohort], try .test("cohort")) == .notAvailable)
    #expect(library.value(of: [cohort], try .test("cohort", months: 1...6)) == .count(0))
  }

  private func stock(completeFrom day: String) throws -> Indicator {
    .test(
      "stock",
      .stock(
        .test("loans"), from: "date", until: "returned",
        completeFrom: try #require(CalendarDate(iso: day))))
  }

  private let lent = """
    date,branch,returned
    2018-12-01,north,2019-03-01
    2019-01-10,north,2019-12-31
    2019-02-01,north,2020-01-01
    2019-03-31,south,
    2019-04-01,south,
    """

  @Test func `a stock runs on the last day: begun on or before it and not ended on it`() throws {
    let library = try ValuesLibrary(loans: lent)
    let indicators = [try stock(completeFrom: "2018-01-01")]
    #expect(library.value(of: indicators, try .test("stock")) == .count(3))
    #expect(library.value(of: indicators, try .test("stock", ["branch": ["north"]])) == .count(1))
    // On 31 March: the loans of 10 January, 1 February and 31 March itself.
    #expect(library.value(of: indicators, try .test("stock", months: 3...3)) == .count(3))
  }

  @Test func `a stock before the day from which deliveries are complete is not available`() throws {
    let library = try ValuesLibrary(loans: lent)
    let indicators = [try stock(completeFrom: "2019-02-01")]
    #expect(library.value(of: indicators, try .test("stock", months: 1...1)) == .notAvailable)
    // On 28 February: all three that began before it.
    #expect(library.value(of: indicators, try .test("stock", months: 2...2)) == .count(3))
    #expect(library.value(of: indicators, try .test("stock", year: 2018)) == .notAvailable)
  }

  @Test func `a stock needs every delivery since that day, for a record may still run`() throws {
    let library = try ValuesLibrary(loans: lent, missing: ["loans/2018/south"])
    let indicators = [try stock(completeFrom: "2018-06-01")]
    #expect(library.value(of: indicators, try .test("stock")) == .notAvailable)
    #expect(library.value(of: indicators, try .test("stock", ["branch": ["north"]])) == .count(1))
    #expect(
      library.value(of: [try stock(completeFrom: "2019-01-01")], try .test("stock")) == .count(3))
  }

  @Test func `a record interval is the days over the records that have both dates`() throws {
    let interval = Indicator.test(
      "interval", .recordInterval(.test("loans"), from: "date", to: "returned"))
    let library = try ValuesLibrary(
      loans: """
        date,branch,returned
        2019-01-01,north,2019-01-11
        2019-02-28,south,2019-03-01
        2019-06-01,south,
        """)
    #expect(
      library.value(of: [interval], try .test("interval")) == .average(total: 11, divisor: 2))
    #expect(
      library.value(of: [interval], try .test("interval", ["branch": ["north", "south"]]))
        == .average(total: 11, divisor: 2))
    #expect(
      library.value(of: [interval], try .test("interval", ["branch": ["west"]])) == .notAvailable)
  }

  private let wait = Indicator.test(
    "wait",
    .personInterval(.test("loans"), column: "reader", to: .test("visits"), toColumn: "reader"))

  @Test func `a person interval runs from the first record to the first one on or after it`() throws
  {
    let library = try ValuesLibrary(
      loans: """
        date,reader
        2019-01-05,R1
        2019-06-01,R1
        2019-03-01,R2
        """,
      visits: """
        date,reader
        2019-01-01,R1
        2019-01-15,R1
        2019-06-02,R1
        2019-03-01,R2
        """)
    // R1: 5 to 15 January; R2: the same day.
    #expect(library.value(of: [wait], try .test("wait")) == .average(total: 10, divisor: 2))
  }

  @Test func `a person counts in the months of the first record only, as in the year`() throws {
    let library = try ValuesLibrary(
      loans: """
        date,branch,reader
        2019-01-05,north,R1
        2019-06-01,south,R1
        2019-06-01,south,R2
        """,
      visits: """
        date,reader
        2019-01-09,R1
        2019-06-02,R1
        2019-06-03,R2
        """)
    #expect(
      library.value(of: [wait], try .test("wait", months: 4...6)) == .average(total: 2, divisor: 1))
    #expect(
      library.value(of: [wait], try .test("wait", months: 1...6)) == .average(total: 6, divisor: 2))
    // R1 is a reader of north: neither south alone nor south and west together have him.
    #expect(
      library.value(of: [wait], try .test("wait", ["branch": ["south", "west"]]))
        == .average(total: 2, divisor: 1))
  }
}
