import Findings
import Indicators
import Reports
import TestSupport
import Testing

/// Columns about parts of years.
@Suite struct TimeAxisTests {
  private let loans = Indicator.test("loans", .recordCount(.test("loans")))
  private let readers = Indicator.test("readers", .uniqueCount(.test("loans"), column: "reader"))

  private let lent = """
    date,branch,reader
    2018-01-31,north,R1
    2018-02-01,north,R1
    2018-02-28,south,R1
    2018-03-01,south,R1
    2018-12-31,south,R1
    2019-01-01,north,R1
    2019-02-01,north,R1
    2019-02-28,north,R2
    2019-02-28,south,R1
    2019-03-01,south,R1
    """

  private func report() throws -> LibraryReport {
    var report = LibraryReport(
      library: try ValuesLibrary(loans: lent), indicators: [loans, readers])
    report.calendar = PeriodCalendar(
      months: [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ],
      shortMonths: [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
      ],
      quarters: ["Q1", "Q2", "Q3", "Q4"], form: "{part} {year}")
    return report
  }

  private func table(
    _ columns: [AxisPart], _ indicator: String = "loans", months: ClosedRange<Int> = 2...2
  ) throws -> String {
    try report().table(
      .test("1", indicator, rows: [.branches, .total], columns: columns), months: months)
  }

  private func item(_ label: String, _ time: CellTime) -> AxisPart {
    .item(AxisItem(label: label, time: time))
  }

  @Test func `a month stands beside the one before and the same of last year`() throws {
    let columns = [
      item("{period}", .reported), item("{before}", CellTime(periodsBack: 1)),
      item("{period-1}", CellTime(yearsBack: 1)),
    ]
    #expect(
      try table(columns) == """
        February 2019 | January 2019 | February 2018
        North | 2 | 1 | 1
        South | 1 | 0 | 1
        West | 0 | 0 | 0
        Total | 3 | 1 | 2
        """)
  }

  @Test func `the year to date stands beside the same months of the year before`() throws {
    let columns = [
      item("to {period-1}", CellTime(span: .yearToDate, yearsBack: 1)),
      item("to {period}", CellTime(span: .yearToDate)),
      .change(ChangeColumn(label: "change", from: "to {period-1}", to: "to {period}")),
      item("all of {year-1}", CellTime(span: .year, yearsBack: 1)),
    ]
    #expect(
      try table(columns) == """
        to February 2018 | to February 2019 | change | all of 2018
        North | 2 | 3 | +50% | 2
        South | 1 | 1 | 0% | 3
        West | 0 | 0 | - | 0
        Total | 3 | 4 | +33% | 5
        """)
  }

  @Test func `persons of a year to date count once, whatever months they came in`() throws {
    let columns = [
      item("{period}", .reported), item("to {period}", CellTime(span: .yearToDate)),
    ]
    #expect(
      try table(columns, "readers") == """
        February 2019 | to February 2019
        North | 2 | 2
        South | 1 | 1
        West | 0 | 0
        Total | 2 | 2
        """)
  }

  @Test func `the last months cross the end of a year`() throws {
    #expect(
      try table([.periods(.month, count: 4, newestFirst: false)]) == """
        Nov 2018 | Dec 2018 | Jan 2019 | Feb 2019
        North | 0 | 0 | 1 | 2
        South | 0 | 1 | 0 | 1
        West | 0 | 0 | 0 | 0
        Total | 0 | 1 | 1 | 3
        """)
  }

  @Test func `a quarterly report shows quarters, or the months that end with it`() throws {
    #expect(
      try table([.periods(nil, count: 2, newestFirst: true)], months: 1...3) == """
        Q1 2019 | Q4 2018
        North | 3 | 0
        South | 2 | 1
        West | 0 | 0
        Total | 5 | 1
        """)
    #expect(
      try table([.periods(.month, count: 2, newestFirst: false)], months: 1...3)
        .hasPrefix("Feb 2019 | Mar 2019\nNorth | 2 | 0"))
  }

  @Test func `months of years that were not delivered are not available, not zero`() throws {
    let report = try report().report(
      [.test(rows: [.total], columns: [.periods(.month, count: 26, newestFirst: false)])],
      months: 1...1
    ).report
    #expect(report.figures[0].columns[0].label == "Dec 2016")
  }

  @Test func `the change of a month is against the same month of the year before`() throws {
    #expect(
      try report().table(
        .test(
          rows: [.branches],
          columns: [item("{period-1}", CellTime(yearsBack: 1)), item("{period}", .reported)],
          change: true), months: 2...2) == """
          February 2018 | February 2019 | February 2019 vs February 2018
          North | 1 | 2 | +100%
          South | 1 | 1 | 0%
          West | 0 | 0 | -
          """)
  }
}
