import Indicators
import Schemas
import TestSupport
import Testing

/// What each kind of measure gives for a cell.
@Suite struct IndicatorValuesTests {
  private let loans = Indicator.test("loans", .recordCount(.test("loans")))

  @Test func `a record count counts records of the cell's member and year`() throws {
    let library = try ValuesLibrary(
      loans: """
        date,branch
        2018-05-01,north
        2019-01-01,north
        2019-12-31,north
        2019-06-01,south
        """)
    #expect(library.value(of: [loans], try .test("loans", ["branch": ["north"]])) == .count(2))
    #expect(library.value(of: [loans], try .test("loans")) == .count(3))
    #expect(library.value(of: [loans], try .test("loans", year: 2018)) == .count(1))
  }

  @Test func `no records give a counted zero, not a dash`() throws {
    let library = try ValuesLibrary()
    #expect(library.value(of: [loans], try .test("loans", ["branch": ["west"]])) == .count(0))
  }

  @Test func `several members of a count are added, a member named twice once`() throws {
    let library = try ValuesLibrary(
      loans: """
        date,branch
        2019-01-01,north
        2019-01-02,south
        2019-01-03,west
        """)
    let query = try CellQuery.test("loans", ["branch": ["north", "south", "north"]])
    #expect(library.value(of: [loans], query) == .count(2))
  }

  @Test func `a record with two topics counts under each and once under both`() throws {
    let library = try ValuesLibrary(
      loans: """
        date,topics
        2019-01-01,art|sea
        2019-01-02,sea
        2019-01-03,
        """)
    func count(_ topics: String...) throws -> IndicatorValue {
      library.value(of: [loans], try .test("loans", ["topics": topics]))
    }
    #expect(try count("art") == .count(1))
    #expect(try count("sea") == .count(2))
    #expect(try count("art", "sea") == .count(2))
    #expect(try count("") == .count(1))
  }

  @Test func `a person with records in two branches counts once in each and once in both`() throws {
    let readers = Indicator.test("readers", .uniqueCount(.test("loans"), column: "reader"))
    let library = try ValuesLibrary(
      loans: """
        date,branch,reader
        2019-01-01,north,R1
        2019-02-01,north,R1
        2019-03-01,south,R1
        2019-03-01,south,R2
        """)
    func count(_ branches: String...) throws -> IndicatorValue {
      library.value(of: [readers], try .test("readers", ["branch": branches]))
    }
    #expect(try count("north") == .count(1))
    #expect(try count("south") == .count(2))
    #expect(try count("north", "south") == .count(2))
    #expect(library.value(of: [readers], try .test("readers")) == .count(2))
  }

  @Test func `a sum of whole numbers is a count, of decimals it keeps its decimals`() throws {
    let pages = Indicator.test("pages", .sum(.test("loans"), column: "pages"))
    let fines = Indicator.test("fines", .sum(.test("loans"), column: "fine"))
    let library = try ValuesLibrary(
      loans: """
        date,branch,pages,fine
        2019-01-01,north,120,0.25
        2019-01-02,north,80,1.5
        2019-01-03,south,,0.75
        """)
    #expect(library.value(of: [pages], try .test("pages")) == .count(200))
    #expect(
      library.value(of: [fines], try .test("fines", ["branch": ["north"]]))
        == .millionths(1_750_000))
    // 0.25 + 1.5 + 0.75 is the whole number 2.5 is not.
    #expect(library.value(of: [fines], try .test("fines")) == .millionths(2_500_000))
  }

  @Test func `a sum of decimals that is a whole number is a count`() throws {
    let fines = Indicator.test("fines", .sum(.test("loans"), column: "fine"))
    let library = try ValuesLibrary(loans: "date,fine\n2019-01-01,0.5\n2019-01-02,1.5")
    #expect(library.value(of: [fines], try .test("fines")) == .count(2))
  }

  @Test func `what nobody wrote down by hand is not a zero`() throws {
    let amounts = Indicator.test("amounts", .sum(.test("ledger"), column: "amount"))
    let library = try ValuesLibrary(
      ledger: """
        date,item,amount
        2019-12-31,seats,40
        2019-12-31,events,0
        2019-12-31,hours,
        """)
    func amount(_ item: String) throws -> IndicatorValue {
      library.value(of: [amounts], try .test("amounts", ["item": [item]]))
    }
    #expect(try amount("seats") == .count(40))
    #expect(try amount("events") == .count(0))
    #expect(try amount("hours") == .notAvailable)
  }

  @Test func `an unknown indicator or dimension has no value`() throws {
    let library = try ValuesLibrary(loans: "date\n2019-01-01")
    #expect(library.value(of: [loans], try .test("other")) == .notAvailable)
    #expect(library.value(of: [loans], try .test("loans", ["colour": ["red"]])) == .notAvailable)
  }

  @Test func `ages are those on the day of the record`() throws {
    let library = try ValuesLibrary(
      loans: """
        date,born
        2019-06-14,2001-06-15
        2019-06-15,2001-06-15
        2019-06-15,
        """)
    #expect(library.value(of: [loans], try .test("loans", ["age": ["young"]])) == .count(1))
    #expect(library.value(of: [loans], try .test("loans", ["age": ["adult"]])) == .count(1))
  }
}
