import Findings
import Indicators
import Reports
import Schemas
import TestSupport
import Testing

/// What a year is expected to come to.
@Suite struct ForecastTests {
  private let loans = Indicator.test("loans", .recordCount(.test("loans")))
  private let readers = Indicator.test("readers", .uniqueCount(.test("loans"), column: "reader"))

  /// 2018: 4 loans, 3 of them to the end of June. 2019: 5 to the end of June.
  private let lent = """
    date,branch,reader,returned
    2018-01-10,north,R1,
    2018-02-10,north,R1,
    2018-06-30,north,R1,
    2018-07-01,north,R1,
    2019-01-10,north,R1,
    2019-02-10,north,R1,
    2019-03-10,north,R1,
    2019-04-10,north,R1,
    2019-06-10,north,R1,
    2019-07-10,north,R1,
    2018-12-01,south,R1,
    2019-06-01,south,R1,
    """

  private func forecast(
    _ method: ForecastMethod = .sameMonthsShare, range: [ForecastMethod] = [],
    alsoFor: [String] = [], years: Int = 1
  ) -> AxisPart {
    .forecast(
      ForecastColumn(
        label: "expected {year}", lowLabel: "low", highLabel: "high", name: "Simple",
        method: method, range: range, yearCount: years, alsoFor: alsoFor, note: "An estimate."))
  }

  private func table(
    _ forecast: AxisPart, _ indicator: String = "loans", rows: [AxisPart] = [.branches, .total],
    library: ValuesLibrary? = nil, months: ClosedRange<Int> = 6...6
  ) throws -> String {
    let stock = Indicator.test(
      "stock",
      .stock(
        .test("loans"), from: "date", until: "returned",
        completeFrom: try #require(CalendarDate(year: 2018, month: 1, day: 1))))
    return try LibraryReport(
      library: try library ?? ValuesLibrary(loans: lent), indicators: [loans, readers, stock]
    ).table(.test("1", indicator, rows: rows, columns: [forecast]), months: months)
  }

  @Test func `the year to date is divided by the share that the same months had last year`() throws
  {
    // North: 5 / (3/4) = 6.67. South had nothing in these months. All: 6 / (3/5) = 10.
    #expect(
      try table(forecast()) == """
        low | expected 2019 | high
        North | 7 | 7 | 7
        South | - | - | -
        West | - | - | -
        Total | 10 | 10 | 10
        """)
  }

  @Test func `the range is that of the methods that are named`() throws {
    // North: 6.67 by share, 5 + 1 by the rest of last year, 5 / 6 * 12 evenly.
    #expect(
      try table(forecast(range: [.restAsBefore, .evenly])).contains("North | 6 | 7 | 10\n"))
  }

  @Test func `the rest as before needs nothing to divide by`() throws {
    #expect(try table(forecast(.restAsBefore)).contains("South | 2 | 2 | 2\nWest | 0 | 0 | 0"))
  }

  @Test func `a full year is expected to be what it is`() throws {
    #expect(
      try table(forecast(range: [.restAsBefore, .evenly]), months: 12...12)
        .contains("North | 6 | 6 | 6\nSouth | 1 | 1 | 1\n"))
  }

  @Test func `without a full year before there is no expectation`() throws {
    let library = try ValuesLibrary(loans: lent, missing: ["loans/2018/north"])
    #expect(
      try table(forecast(), library: library) == """
        low | expected 2019 | high
        North | - | - | -
        South | - | - | -
        West | - | - | -
        Total | - | - | -
        """)
    let single = try ValuesLibrary(loans: lent, years: [2019])
    #expect(try table(forecast(.evenly), library: single).contains("North | - | - | -"))
  }

  @Test func `an earlier year that is not there does not widen the range`() throws {
    #expect(try table(forecast(years: 3)).contains("North | 7 | 7 | 7"))
  }

  @Test func `persons and stocks have no expectation, unless it is declared`() throws {
    #expect(try table(forecast(), "readers").contains("North | - | - | -"))
    #expect(try table(forecast(), "stock").contains("North | - | - | -"))
    #expect(try table(forecast(alsoFor: ["unique-count"]), "readers").contains("North | 1 | 1 | 1"))
  }

  @Test func `an expectation is indicative, has its note, and leaves the figure's status alone`()
    throws
  {
    let figure = try LibraryReport(
      library: try ValuesLibrary(loans: lent), indicators: [loans]
    ).report(
      [
        .test(
          rows: [.branches], columns: [.item(AxisItem(label: "{period}")), forecast()])
      ], months: 6...6
    ).report.figures[0]
    #expect(figure.columns.map(\.kind) == [.value, .forecast, .forecast, .forecast])
    #expect(figure.cells[0].map(\.status) == [.validated, .indicative, .indicative, .indicative])
    #expect(figure.status == .validated)
    #expect(figure.notes == ["Simple: An estimate."])
    #expect(figure.columns[2].notes == [0])
  }
}
