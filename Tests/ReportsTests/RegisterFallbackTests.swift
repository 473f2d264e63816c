import Indicators
import Register
import Reports
import TestSupport
import Testing

/// Cells of years without exports: what earlier reports printed.
@Suite struct RegisterFallbackTests {
  private let loans = Indicator.test("loans", .recordCount(.test("loans")))

  private func report(
    _ published: [PublishedCell], indicators: [Indicator] = [], missing: Set<String> = []
  ) throws -> LibraryReport {
    LibraryReport(
      library: try ValuesLibrary(
        loans: "date,branch\n2019-01-01,north\n2019-01-02,south", years: [2019], missing: missing),
      indicators: [loans] + indicators, register: Register(published))
  }

  private let figure = FigureDefinition.test(
    rows: [.branches, .total], columns: [.years(2)], change: true)

  @Test func `a year without exports has the printed cells and the sum of these`() throws {
    let built = try report([
      .test("1", "North", "2018", "1200"), .test("1", "South", "2018", "800"),
      .test("1", "West", "2018", "0"), .test("1", "Total", "2018", "1999"),
      .test("2", "North", "2018", "5"),
    ]).figure(figure)
    // The print says 1,999: its own parts say 2,000.
    #expect(
      built.text == """
        2018 | 2019 | 2019 vs 2018
        North | 1,200 | 1 | -100%
        South | 800 | 1 | -100%
        West | 0 | 0 | -
        Total | 2,000 | 2 | -100%
        """)
    #expect(built.cells[0].map(\.source) == [.register, .exports, .register])
    #expect(built.cells[3].map(\.source) == [.register, .exports, .register])
    #expect(built.source == "From Loans. Printed before: 2018.")
  }

  @Test func `a printed dash among the parts adds nothing to the total`() throws {
    #expect(
      try report([
        .test("1", "North", "2018", "7"), .test("1", "South", "2018", nil),
        .test("1", "West", "2018", "3"),
      ]).table(figure) == """
        2018 | 2019 | 2019 vs 2018
        North | 7 | 1 | -86%
        South | - | 1 | -
        West | 3 | 0 | -100%
        Total | 10 | 2 | -80%
        """)
  }

  @Test func `the printed total stands where not all parts were printed`() throws {
    func totals(_ published: [PublishedCell]) throws -> [String] {
      try report(published).table(figure).split(separator: "\n").suffix(1).map(String.init)
    }
    let total = PublishedCell.test("1", "Total", "2018", "10")
    #expect(try totals([total]) == ["Total | 10 | 2 | -80%"])
    #expect(try totals([total, .test("1", "North", "2018", "7")]) == ["Total | 10 | 2 | -80%"])
    #expect(try totals([.test("1", "North", "2018", "7")]) == ["Total | - | 2 | -"])
    #expect(try totals([]) == ["Total | - | 2 | -"])
  }

  @Test func `the last report that printed a cell counts`() throws {
    #expect(
      try report([
        .test("1", "North", "2018", "7", period: "2018"),
        .test("1", "North", "2018", "9", period: "2020"),
        .test("1", "North", "2018", "8", period: "2019"),
      ]).table(figure).contains("North | 9 |"))
  }

  @Test func `persons of a year without exports have the printed total, for they do not add up`()
    throws
  {
    let readers = Indicator.test("readers", .uniqueCount(.test("loans"), column: "reader"))
    let built = try report(
      [
        .test("1", "North", "2018", "7"), .test("1", "South", "2018", "6"),
        .test("1", "West", "2018", "1"), .test("1", "Total", "2018", "12"),
      ], indicators: [readers]
    ).figure(.test("1", "readers", rows: [.branches, .total], columns: [.years(2)]))
    #expect(built.text.hasSuffix("Total | 12 | 0"))
  }

  @Test func `printed percentages are not added over several wholes`() throws {
    let share = AxisPart.years(
      count: 2, newestFirst: false,
      each: [AxisItem(label: "Books", members: ["kind": ["book"]], shareOver: ["kind"])])
    let published: [PublishedCell] = [
      .test("1", "North", "2018 / Books", "50", isPercent: true),
      .test("1", "South", "2018 / Books", "10", isPercent: true),
    ]
    let total = PublishedCell.test("1", "Total", "2018 / Books", "12", isPercent: true)
    let figure = FigureDefinition.test(rows: [.branches, .total], columns: [share])
    #expect(try report(published + [total]).table(figure).hasSuffix("Total | 12% | 0%"))
    #expect(try report(published).table(figure).hasSuffix("Total | - | 0%"))
  }

  @Test func `a missing delivery is not filled up from the register`() throws {
    let cell = PublishedCell.test("1", "West", "2019", "5", period: "2019")
    let total = PublishedCell.test("1", "Total", "2019", "9", period: "2019")
    #expect(
      try report([cell, total], missing: ["loans/2019/west"])
        .table(.test(rows: [.branches, .total], columns: [.years(1)])) == """
          2019
          North | 1
          South | 1
          West | -
          Total | -
          """)
  }

  @Test func `a whole year that was printed does not stand for some months of it`() throws {
    let cells: [PublishedCell] = [
      .test("1", "North", "2018", "7", period: "2018"),
      .test("1", "South", "2018", "3", period: "2018-q2"),
    ]
    let rows = AxisPart.members(MemberAxis(dimension: "branch", only: ["north", "south"]))
    let figure = FigureDefinition.test(rows: [rows], columns: [.years(2)])
    #expect(
      try report(cells).table(figure, months: 4...6) == """
        2018 | 2019
        North | - | 0
        South | 3 | 0
        """)
  }

  @Test func `averages and percentages of an earlier report are printed as those of this one`()
    throws
  {
    let rate = Indicator.test(
      "rate", .ratio(numerator: "loans", denominator: "loans", kind: .average))
    let percents = Indicator.test(
      "percents", .sum(.test("ledger"), column: "amount"), unit: "%")
    let built = try report(
      [
        .test("1", "Rate", "2018", "15"), .test("1", "Percents", "2018", "36"),
        .test("1", "Decimals", "2018", "12.5"),
      ], indicators: [rate, percents]
    ).figure(
      .test(
        rows: [
          .item(AxisItem(label: "Rate", indicator: "rate")),
          .item(AxisItem(label: "Percents", indicator: "percents")),
          .item(AxisItem(label: "Decimals", indicator: "loans")),
        ], columns: [.years(2)]))
    #expect(
      built.text == """
        2018 | 2019
        Rate | 15.0 | 1.0
        Percents | 36% | -
        Decimals | 12.5 | 2
        """)
    #expect(built.cells.map { $0[0].value.plainDecimal } == ["15", "36", "12.5"])
  }

  @Test func `a member with a printed number is not left out as empty`() throws {
    let rows = AxisPart.members(
      MemberAxis(dimension: "branch", only: ["north", "south", "west"], leavesOutEmpty: true))
    #expect(
      try report([.test("1", "West", "2018", "4")])
        .figure(.test(rows: [rows], columns: [.years(2)])).rows.map(\.label)
        == ["North", "South", "West"])
    #expect(
      try report([.test("1", "West", "2018", nil)])
        .figure(.test(rows: [rows], columns: [.years(2)])).rows.map(\.label) == ["North", "South"])
  }
}
