import Indicators
import Reports
import TestSupport
import Testing

/// Which rows and columns a figure has, and in which order.
@Suite struct AxisExpansionTests {
  private let loans = Indicator.test("loans", .recordCount(.test("loans")))

  private func report(_ lent: String = "", years: [Int] = [2018, 2019]) throws -> LibraryReport {
    LibraryReport(library: try ValuesLibrary(loans: lent, years: years), indicators: [loans])
  }

  private func labels(_ figure: FigureDefinition, _ report: LibraryReport) throws -> [String] {
    try report.figure(figure).rows.map(\.label)
  }

  @Test func `years end with the reported one, or begin with it`() throws {
    let columns = { (newestFirst: Bool) in
      FigureDefinition.test(
        rows: [.total], columns: [.years(count: 3, newestFirst: newestFirst, each: [])])
    }
    #expect(try report().figure(columns(false)).columns.map(\.label) == ["2017", "2018", "2019"])
    #expect(try report().figure(columns(true)).columns.map(\.label) == ["2019", "2018", "2017"])
  }

  @Test func `years do not begin before the first one`() throws {
    var report = try report()
    report.firstYear = 2018
    let figure = FigureDefinition.test(rows: [.branches], columns: [.years(5)])
    #expect(try report.figure(figure).columns.map(\.label) == ["2018", "2019"])
    #expect(try report.figure(figure, year: 2018).columns.map(\.label) == ["2018"])
    // A report of a year before the first one shows that year, and does not look ahead.
    #expect(try report.figure(figure, year: 2017).columns.map(\.label) == ["2017"])
  }

  @Test func `each year can have several columns`() throws {
    let report = try report(
      """
      date,branch,kind
      2018-01-01,north,book
      2019-01-01,north,book
      2019-01-02,north,book
      2019-01-03,north,film
      2019-01-04,north,film
      """)
    let figure = FigureDefinition.test(
      rows: [.members(MemberAxis(dimension: "kind", only: ["book", "film"]))],
      columns: [
        .years(
          count: 2, newestFirst: false,
          each: [AxisItem(label: "Number"), AxisItem(label: "Share", shareOver: ["kind"])])
      ])
    #expect(
      try report.table(figure) == """
        2018 / Number | 2018 / Share | 2019 / Number | 2019 / Share
        Book | 1 | 100% | 2 | 50%
        Film | 0 | 0% | 2 | 50%
        """)
  }

  @Test func `members come in the order of the code list, and can be relabelled`() throws {
    let axis = MemberAxis(dimension: "kind", labels: ["film": "Films and series"])
    #expect(
      try labels(.test(rows: [.members(axis)], columns: [.years(1)]), report())
        == ["Book", "Films and series", "Game"])
  }

  @Test func `members are shown in the order in which only some are named`() throws {
    let axis = MemberAxis(dimension: "branch", only: ["west", "north"])
    #expect(
      try labels(.test(rows: [.members(axis)], columns: [.years(1)]), report()) == [
        "West", "North",
      ])
  }

  private let languages = """
    date,language
    2019-01-01,Zulu
    2019-01-02,Zulu
    2019-01-03,Éwé
    2019-01-04,Dutch
    2019-01-05,Arabic
    2019-01-06,Arabic
    2019-01-07,Arabic
    2019-01-08,
    2018-01-01,Greek
    """

  private func languages(_ axis: MemberAxis, years: Int = 1, _ rows: [AxisPart] = []) throws
    -> String
  {
    try report(languages).table(.test(rows: [.members(axis)] + rows, columns: [.years(years)]))
  }

  @Test func `an open list has the members that occur in the years shown, by label`() throws {
    #expect(
      try languages(MemberAxis(dimension: "language")) == """
        2019
        Arabic | 3
        Dutch | 1
        Éwé | 1
        Zulu | 2
        """)
    #expect(
      try languages(MemberAxis(dimension: "language"), years: 2) == """
        2018 | 2019
        Arabic | 0 | 3
        Dutch | 0 | 1
        Éwé | 0 | 1
        Greek | 1 | 0
        Zulu | 0 | 2
        """)
  }

  @Test func `descending goes by the last column, ties by label`() throws {
    #expect(
      try languages(MemberAxis(dimension: "language", order: .descending)) == """
        2019
        Arabic | 3
        Zulu | 2
        Dutch | 1
        Éwé | 1
        """)
  }

  @Test func `the first members are shown, the rest together, then the empty ones`() throws {
    #expect(
      try languages(
        MemberAxis(
          dimension: "language", emptyLabel: "Not said", order: .descending, top: 2,
          restLabel: "Other"), [.total]) == """
          2019
          Arabic | 3
          Zulu | 2
          Other | 2
          Not said | 1
          Total | 8
          """)
  }

  @Test func `without a label the rest has no row, and is not in the total`() throws {
    #expect(
      try languages(MemberAxis(dimension: "language", order: .descending, top: 1), [.total]) == """
        2019
        Arabic | 3
        Total | 3
        """)
  }

  @Test func `a member is left out only when it has nothing in any column`() throws {
    let report = try report("date,kind\n2018-01-01,film\n2019-01-01,book")
    let axis = MemberAxis(dimension: "kind", leavesOutEmpty: true)
    #expect(try labels(.test(rows: [.members(axis)], columns: [.years(1)]), report) == ["Book"])
    #expect(
      try labels(.test(rows: [.members(axis)], columns: [.years(2)]), report) == ["Book", "Film"])
  }

  @Test func `a member of which a delivery is missing is not left out as empty`() throws {
    let report = LibraryReport(
      library: try ValuesLibrary(missing: ["loans/2019/west"]), indicators: [loans])
    let axis = MemberAxis(
      dimension: "branch", only: ["north", "west"], leavesOutEmpty: true)
    #expect(
      try report.table(.test(rows: [.members(axis)], columns: [.years(1)])) == "2019\nWest | -")
  }

  @Test func `an item names its year by how many years back it is`() throws {
    let report = try report("date\n2018-01-01\n2018-01-02\n2019-01-01")
    let figure = FigureDefinition.test(
      rows: [.item(AxisItem(label: "Loans"))],
      columns: [
        .item(AxisItem(label: "{year-1}", time: CellTime(yearsBack: 1))),
        .item(AxisItem(label: "{year}")),
      ], change: true)
    #expect(
      try report.table(figure) == """
        2018 | 2019 | 2019 vs 2018
        Loans | 2 | 1 | -50%
        """)
  }
}
