import Findings
import Indicators
import Reports
import Schemas
import TestSupport
import Testing

/// What a report of a month says about the month before, and about its deliveries.
@Suite struct SinceLastRunTests {
  private let loans = Indicator.test("loans", .recordCount(.test("loans")))
  private let visits = Indicator.test("visits", .recordCount(.test("visits")))

  private let lent = """
    date,branch
    2019-01-05,north
    2019-01-06,north
    2019-01-07,south
    2019-02-01,north
    2019-02-02,south
    2019-02-03,south
    2019-02-04,south
    """

  private let columns: [AxisPart] = [
    .item(AxisItem(label: "{period}")),
    .item(AxisItem(label: "{before}", time: CellTime(periodsBack: 1))),
    .item(AxisItem(label: "to {period}", time: CellTime(span: .yearToDate))),
  ]

  private func report(
    _ indicator: String = "loans", earlier: [CellReference: String]? = nil,
    library: ValuesLibrary? = nil, statements: [CoverageStatement] = []
  ) throws -> Report {
    var report = LibraryReport(
      library: try library ?? ValuesLibrary(loans: lent), indicators: [loans, visits])
    report.earlierRun = try earlier.map {
      EarlierRun(period: try .test(2019, months: 1...1), values: $0)
    }
    report.statements = statements
    return try report.report(
      [.test("1", indicator, rows: [.branches, .total], columns: columns)], months: 2...2
    ).report
  }

  private func cell(_ row: String, _ column: String) -> CellReference {
    CellReference(figure: "1", row: row, column: column)
  }

  @Test func `the cells that moved most come first, totals and what stood still not at all`() throws
  {
    let since = try #require(try report().sinceLast)
    // South from 1 to 3: 4/4. North from 2 to 1: 1/3. West stayed at nothing.
    #expect(since.moved.map(\.row) == ["South", "North"])
    #expect(since.moved.map(\.before) == [1, 2])
    #expect(since.moved.map(\.now) == [3, 1])
    #expect(since.earlier == "")
    #expect(since.before == "2019-01")
  }

  @Test func `a cell about an earlier month that was printed otherwise is restated`() throws {
    let report = try report(
      earlier: [cell("North", "2019-01"): "1", cell("South", "2019-01"): "1"])
    #expect(report.restatements.map(\.row) == ["North"])
    let restated = try #require(report.restatements.first)
    #expect(restated.published == "1")
    #expect(restated.now == "2")
    #expect(restated.difference == "+1")
    #expect(restated.report == "annual 2019-01")
    #expect(report.figures[0].cells[0][1].notes == [0])
    #expect(report.figures[0].notes.count == 1)
    #expect(report.sinceLast?.restatedCount == 1)
    #expect(report.sinceLast?.restatedPeriods == ["2019-01"])
  }

  @Test func `a number where there was none is restated, and one where there is none any more`()
    throws
  {
    let now = try report(earlier: [cell("North", "2019-01"): ""])
    #expect(now.restatements.map(\.published) == ["-"])
    let gone = try report(
      earlier: [cell("North", "2019-01"): "2"],
      library: ValuesLibrary(loans: lent, missing: ["loans/2019/north"]))
    #expect(gone.restatements.map(\.now) == ["-"])
  }

  @Test func `the column of the reported month is about another month each time`() throws {
    #expect(
      try report(earlier: [cell("North", "2019-02"): "99", cell("North", "2018"): "7"])
        .restatements.isEmpty)
  }

  @Test func `a report of a year says nothing of it`() throws {
    let report = try LibraryReport(
      library: try ValuesLibrary(loans: lent), indicators: [loans]
    ).report([.test(rows: [.branches], columns: [.years(1)])]).report
    #expect(report.sinceLast == nil)
    #expect(report.status == nil)
  }

  @Test func `a file with records of a later month holds the month`() throws {
    let later = lent + "\n2019-03-01,north\n2019-03-01,south\n2019-04-01,west"
    let status = try report(library: ValuesLibrary(loans: later)).status
    #expect(status?.isComplete == true)
  }

  @Test func `without a later record or a word of its sender a file may end too early`() throws {
    let later = lent + "\n2019-03-01,north\n2019-03-01,south"
    let status = try report(library: ValuesLibrary(loans: later)).status
    #expect(status?.unconfirmed == ["Loans"])
    #expect(status?.missing == [])
  }

  @Test func `a word of the sender is enough, up to its day and for its datasets`() throws {
    func status(through day: Int, _ datasets: [String]) throws -> PeriodStatus? {
      let date = try #require(CalendarDate(year: 2019, month: 2, day: day))
      return try report(
        statements: [CoverageStatement(through: date, datasets: datasets, by: "desk")]
      ).status
    }
    #expect(try status(through: 28, [])?.isComplete == true)
    #expect(try status(through: 28, ["loans"])?.isComplete == true)
    #expect(try status(through: 27, [])?.isComplete == false)
    #expect(try status(through: 28, ["visits"])?.isComplete == false)
  }

  @Test func `the file of the next year shows that this year is over`() throws {
    let library = try ValuesLibrary(loans: lent, years: [2018, 2019, 2020])
    #expect(try report(library: library).status?.isComplete == true)
  }

  @Test func `a month that is missing makes the year to date provisional, a later one does not`()
    throws
  {
    func status(_ month: String) throws -> PeriodStatus? {
      try report("visits", library: ValuesLibrary(missing: ["visits/2019/\(month)"])).status
    }
    #expect(try status("01")?.missing == ["Visits"])
    #expect(try status("02")?.missing == ["Visits"])
    #expect(try status("03")?.isComplete == true)
  }
}
