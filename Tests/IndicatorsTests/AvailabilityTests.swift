import Indicators
import TestSupport
import Testing

/// When a number is not there, and why.
@Suite struct AvailabilityTests {
  private let loans = Indicator.test("loans", .recordCount(.test("loans")))

  @Test func `a year of which nothing was delivered is undelivered`() throws {
    let library = try ValuesLibrary(loans: "date,branch\n2017-01-01,north")
    #expect(library.value(of: [loans], try .test("loans", year: 2017)) == .undelivered)
  }

  @Test func `a missing file makes its cell and every total over it unavailable`() throws {
    let library = try ValuesLibrary(
      loans: "date,branch\n2019-01-01,north\n2019-01-01,south", missing: ["loans/2019/west"])
    func count(_ branches: String...) throws -> IndicatorValue {
      library.value(of: [loans], try .test("loans", ["branch": branches]))
    }
    #expect(try count("north") == .count(1))
    #expect(try count("north", "south") == .count(2))
    #expect(try count("west") == .notAvailable)
    #expect(try count("north", "west") == .notAvailable)
    #expect(library.value(of: [loans], try .test("loans")) == .notAvailable)
    #expect(library.value(of: [loans], try .test("loans", ["kind": ["book"]])) == .notAvailable)
    #expect(library.value(of: [loans], try .test("loans", year: 2018)) == .count(0))
  }

  @Test func `an indicator of some branches needs only their files`() throws {
    let northern = Indicator.test(
      "northern", .recordCount(.test("loans", ["branch": ["north"]])))
    let library = try ValuesLibrary(
      loans: "date,branch\n2019-01-01,north", missing: ["loans/2019/west"])
    #expect(library.value(of: [northern], try .test("northern")) == .count(1))
  }

  @Test func `a missing month makes the periods with it unavailable, not the others`() throws {
    let visits = Indicator.test("visits", .recordCount(.test("visits")))
    let library = try ValuesLibrary(
      visits: "date\n2019-01-01\n2019-08-01", missing: ["visits/2019/05"])
    func count(_ months: ClosedRange<Int>) throws -> IndicatorValue {
      library.value(of: [visits], try .test("visits", months: months))
    }
    #expect(try count(1...12) == .notAvailable)
    #expect(try count(4...6) == .notAvailable)
    #expect(try count(1...4) == .count(1))
    #expect(try count(6...8) == .count(1))
  }

  @Test func `a member that never has a file is not applicable, not a zero`() throws {
    let library = try ValuesLibrary()
    #expect(library.value(of: [loans], try .test("loans", ["branch": ["east"]])) == .notApplicable)
    #expect(
      library.value(of: [loans], try .test("loans", ["branch": ["east", "north"]])) == .count(0))
  }

  @Test func `a ratio, share or sum is missing when a part of it is`() throws {
    let visits = Indicator.test("visits", .recordCount(.test("visits")))
    let rate = Indicator.test(
      "rate", .ratio(numerator: "visits", denominator: "loans", kind: .average))
    let sum = Indicator.test(
      "sum", .derived([Term(indicator: "visits"), Term(indicator: "loans")]))
    let indicators = [loans, visits, rate, sum]
    let library = try ValuesLibrary(
      loans: "date,branch\n2019-01-01,north", missing: ["visits/2019/05"])
    #expect(library.value(of: indicators, try .test("rate")) == .notAvailable)
    #expect(library.value(of: indicators, try .test("sum")) == .notAvailable)
    let unread = try CellQuery.test("rate", year: 2017)
    #expect(library.value(of: indicators, unread) == .undelivered)
    // The share of north in all branches needs all branches.
    let west = try ValuesLibrary(missing: ["loans/2019/west"])
    #expect(
      west.value(of: [loans], try .test("loans", ["branch": ["north"]]), shareOver: ["branch"])
        == .notAvailable)
  }

  @Test func `a definition holds from its first through its last year`() throws {
    let counted = Indicator.test("counted", .recordCount(.test("loans")), valid: 2019...2020)
    let library = try ValuesLibrary(years: [2018, 2019, 2020, 2021])
    #expect(library.value(of: [counted], try .test("counted", year: 2018)) == .notAvailable)
    #expect(library.value(of: [counted], try .test("counted", year: 2019)) == .count(0))
    #expect(library.value(of: [counted], try .test("counted", year: 2020)) == .count(0))
    #expect(library.value(of: [counted], try .test("counted", year: 2021)) == .notAvailable)
  }

  @Test func `a combination that does not exist is not applicable, wherever it is narrower`() throws
  {
    let counted = Indicator.test(
      "counted", .recordCount(.test("loans")),
      notApplicable: [["branch": ["north"], "kind": ["film", "game"]]])
    let library = try ValuesLibrary()
    func value(_ members: [String: [String]]) throws -> IndicatorValue {
      library.value(of: [counted], try .test("counted", members))
    }
    #expect(try value(["branch": ["north"], "kind": ["film"]]) == .notApplicable)
    #expect(try value(["branch": ["north"], "kind": ["game", "film"]]) == .notApplicable)
    #expect(try value(["branch": ["north"], "kind": ["film", "book"]]) == .count(0))
    #expect(try value(["branch": ["south"], "kind": ["film"]]) == .count(0))
    #expect(try value(["kind": ["film"]]) == .count(0))
  }
}
