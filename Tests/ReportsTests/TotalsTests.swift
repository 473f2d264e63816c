import Indicators
import Register
import Reports
import TestSupport
import Testing

/// What stands in the total rows and columns.
@Suite struct TotalsTests {
  private let loans = Indicator.test("loans", .recordCount(.test("loans")))
  private let readers = Indicator.test("readers", .uniqueCount(.test("loans"), column: "reader"))

  private let lent = """
    date,branch,kind,topics,language,reader
    2019-01-01,north,book,art|sea,Dutch,R1
    2019-01-02,north,film,sea,Greek,R1
    2019-01-03,south,book,,Dutch,R1
    2019-01-04,south,book,war,,R2
    """

  private func report(missing: Set<String> = [], indicators: [Indicator] = []) throws
    -> LibraryReport
  {
    LibraryReport(
      library: try ValuesLibrary(loans: lent, missing: missing),
      indicators: [loans, readers] + indicators)
  }

  private let kinds = AxisPart.members(MemberAxis(dimension: "kind"))

  @Test func `the total of counts is the sum of its parts, in both directions`() throws {
    #expect(
      try report().table(.test(rows: [.branches, .total], columns: [kinds, .total])) == """
        Book | Film | Game | Total
        North | 1 | 1 | 0 | 2
        South | 2 | 0 | 0 | 2
        West | 0 | 0 | 0 | 0
        Total | 3 | 1 | 0 | 4
        """)
  }

  @Test func `a total over a missing delivery is a dash, never a lower number`() throws {
    #expect(
      try report(missing: ["loans/2019/west"])
        .table(.test(rows: [.branches, .total], columns: [.years(1)])) == """
          2019
          North | 2
          South | 2
          West | -
          Total | -
          """)
  }

  @Test func `unique persons are counted anew in each total`() throws {
    #expect(
      try report()
        .table(.test("1", "readers", rows: [.branches, .total], columns: [kinds, .total])) == """
          Book | Film | Game | Total
          North | 1 | 1 | 0 | 1
          South | 2 | 0 | 0 | 2
          West | 0 | 0 | 0 | 0
          Total | 2 | 1 | 0 | 2
          """)
  }

  @Test func `a table whose totals are lower says why, once, and only then`() throws {
    var report = try report()
    report.words[.notAdditive] = "Persons count once."
    func notes(_ indicator: String, _ branches: [String]) throws -> [String] {
      try report.figure(
        .test(
          "1", indicator,
          rows: [.members(MemberAxis(dimension: "branch", only: branches)), .total],
          columns: [.years(1)])
      ).notes
    }
    #expect(try notes("readers", ["north", "south"]) == ["Persons count once."])
    #expect(try notes("readers", ["north", "west"]) == [])
    #expect(try notes("loans", ["north", "south"]) == [])
  }

  @Test func `records with several values are counted anew in the total over these`() throws {
    let topics = AxisPart.members(MemberAxis(dimension: "topics", emptyLabel: "None"))
    #expect(
      try report().table(.test(rows: [topics, .total], columns: [.years(1)])) == """
        2019
        Art | 1
        Sea | 2
        War | 1
        None | 1
        Total | 4
        """)
  }

  @Test func `a total over an open list has the rows that are shown`() throws {
    let languages = AxisPart.members(MemberAxis(dimension: "language"))
    #expect(
      try report().table(
        .test(
          rows: [languages, .total],
          columns: [.years(1), .item(AxisItem(label: "Share", shareOver: ["language"]))])) == """
          2019 | Share
          Dutch | 2 | 50%
          Greek | 1 | 25%
          Total | 3 | 75%
          """)
    // R1 speaks two languages, R2 none that was written down; persons are counted over everybody.
    #expect(
      try report().table(.test("1", "readers", rows: [languages, .total], columns: [.years(1)]))
        == """
        2019
        Dutch | 1
        Greek | 1
        Total | 2
        """)
  }

  @Test func `a total over an open list without rows is a counted zero`() throws {
    let report = LibraryReport(library: try ValuesLibrary(), indicators: [loans])
    let languages = AxisPart.members(MemberAxis(dimension: "language"))
    #expect(
      try report.table(.test(rows: [languages, .total], columns: [.years(1)])) == "2019\nTotal | 0")
  }

  @Test func `members that are left out as empty do not make the total of persons unavailable`()
    throws
  {
    let kinds = AxisPart.members(MemberAxis(dimension: "kind", leavesOutEmpty: true))
    #expect(
      try report().table(.test("1", "readers", rows: [kinds, .total], columns: [.years(1)])) == """
        2019
        Book | 2
        Film | 1
        Total | 2
        """)
  }

  @Test func `the total of shares of one whole is what they have together`() throws {
    let share = AxisPart.item(AxisItem(label: "Share", shareOver: ["kind"]))
    #expect(
      try report().table(
        .test(
          rows: [.members(MemberAxis(dimension: "kind", only: ["book", "game"])), .total],
          columns: [share])) == """
          Share
          Book | 75%
          Game | 0%
          Total | 75%
          """)
  }

  @Test func `the total of shares of several wholes is of these together, an empty one or not`()
    throws
  {
    let share = AxisPart.item(
      AxisItem(label: "Books", members: ["kind": ["book"]], shareOver: ["kind"]))
    #expect(
      try report().table(.test(rows: [.branches, .total], columns: [share])) == """
        Books
        North | 50%
        South | 100%
        West | -
        Total | 75%
        """)
  }

  @Test func `averages are computed anew over all`() throws {
    let rate = Indicator.test(
      "rate", .ratio(numerator: "loans", denominator: "readers", kind: .average))
    #expect(
      try report(indicators: [rate])
        .table(.test("1", "rate", rows: [.branches, .total], columns: [.years(1)])) == """
          2019
          North | 2.0
          South | 1.0
          West | -
          Total | 2.0
          """)
  }

  @Test func `a part of another row is not added twice`() throws {
    let rows: [AxisPart] = [
      .item(AxisItem(label: "Books", members: ["kind": ["book"]])),
      .item(
        AxisItem(
          label: "Books / South", members: ["kind": ["book"], "branch": ["south"]],
          isPartOfAnother: true)),
      .item(AxisItem(label: "Other", members: ["kind": ["film", "game"]])), .total,
    ]
    let expected = """
      2019
      Books | 3
      Books / South | 2
      Other | 1
      Total | 4
      """
    #expect(try report().table(.test(rows: rows, columns: [.years(1)])) == expected)
    // Persons: R1 and R2 lent books, R1 a film; both together are two.
    #expect(
      try report().table(.test("1", "readers", rows: rows, columns: [.years(1)])) == """
        2019
        Books | 2
        Books / South | 2
        Other | 1
        Total | 2
        """)
  }

  @Test func `several totals are each over the rows before them that are no totals`() throws {
    #expect(
      try report().table(
        .test(
          rows: [
            .members(MemberAxis(dimension: "branch", only: ["north"])), .total(label: "So far"),
            .members(MemberAxis(dimension: "branch", only: ["south"])), .total(label: "All"),
          ], columns: [.years(1)])) == """
          2019
          North | 2
          So far | 2
          South | 2
          All | 4
          """)
  }

  @Test func `a total over years adds counts, and has no number of persons`() throws {
    let columns: [AxisPart] = [.years(2), .total]
    let rows = [AxisPart.item(AxisItem(label: "All"))]
    #expect(
      try report().table(.test(rows: rows, columns: columns))
        == "2018 | 2019 | Total\nAll | 0 | 4 | 4")
    #expect(
      try report().table(.test("1", "readers", rows: rows, columns: columns))
        == "2018 | 2019 | Total\nAll | 0 | 2 | -")
  }

  @Test func `counts of different indicators are added, a count and persons are not`() throws {
    let books = Indicator.test("books", .recordCount(.test("loans", ["kind": ["book"]])))
    func table(_ other: String) throws -> String {
      try report(indicators: [books]).table(
        .test(
          "1", nil,
          rows: [
            .item(AxisItem(label: "All", indicator: "loans")),
            .item(AxisItem(label: "Other", indicator: other)), .total,
          ], columns: [.years(1)]))
    }
    #expect(try table("books") == "2019\nAll | 4\nOther | 3\nTotal | 7")
    #expect(try table("readers") == "2019\nAll | 4\nOther | 2\nTotal | -")
  }

  @Test func `what does not exist adds nothing, and nothing but that has no total`() throws {
    let counted = Indicator.test(
      "counted", .recordCount(.test("loans")),
      notApplicable: [
        ["branch": ["north"], "kind": ["book"]],
        ["branch": ["north", "south", "west"], "kind": ["game"]],
      ])
    #expect(
      try report(indicators: [counted])
        .table(.test("1", "counted", rows: [.branches, .total], columns: [kinds, .total])) == """
          Book | Film | Game | Total
          North | - | 1 | - | 1
          South | 2 | 0 | - | 2
          West | 0 | 0 | - | 0
          Total | 2 | 1 | - | 3
          """)
  }

  @Test func `decimals and counts are added, and printed alike`() throws {
    let amounts = Indicator.test("amounts", .sum(.test("ledger"), column: "amount"), unit: "h")
    let library = try ValuesLibrary(
      ledger: "date,item,amount\n2019-01-01,seats,12\n2019-01-01,hours,0.5\n2019-01-01,events,1")
    let report = LibraryReport(library: library, indicators: [amounts])
    #expect(
      try report.table(
        .test(
          "1", "amounts", rows: [.members(MemberAxis(dimension: "item")), .total],
          columns: [.years(1)])) == """
          2019
          Seats | 12
          Hours | 0.5
          Events | 1
          Total | 13.5
          """)
  }
}
