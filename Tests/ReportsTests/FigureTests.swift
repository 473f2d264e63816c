import Findings
import Indicators
import Register
import Reports
import TestSupport
import Testing

/// Changes, repeated cells, notes, sources and charts of a figure.
@Suite struct FigureTests {
  private let loans = Indicator.test(
    "loans", .recordCount(.test("loans")), explanation: "Loans by day.")
  private let amounts = Indicator.test(
    "amounts", .sum(.test("ledger"), column: "amount"), unit: "seats", status: .indicative,
    explanation: "Seats by hand.")

  private func report() throws -> LibraryReport {
    LibraryReport(
      library: try ValuesLibrary(
        loans: """
          date,branch
          2018-01-01,north
          2018-01-02,north
          2018-01-03,north
          2019-01-01,north
          2019-01-02,north
          2019-01-03,north
          2019-01-04,north
          2018-01-01,south
          2019-06-01,west
          """, ledger: "date,item,amount\n2019-12-31,seats,0\n2018-12-31,seats,4"),
      indicators: [loans, amounts])
  }

  @Test func `a change is in percent of the year before, and none from zero`() throws {
    #expect(
      try report().table(
        .test(rows: [.branches, .total], columns: [.years(2)], change: true)) == """
          2018 | 2019 | 2019 vs 2018
          North | 3 | 4 | +33%
          South | 1 | 0 | -100%
          West | 0 | 1 | -
          Total | 4 | 5 | +25%
          """)
  }

  @Test func `there is no change column without the year before`() throws {
    #expect(
      try report().table(.test(rows: [.total], columns: [.years(1)], change: true))
        .hasPrefix("2019\n"))
    #expect(
      try report().table(.test(rows: [.branches], columns: [.branches], change: true))
        .hasPrefix("North | South | West\n"))
  }

  @Test func `a change against a year that is missing is a dash`() throws {
    let table = try report().table(
      .test(rows: [.branches], columns: [.years(2)], change: true), year: 2018)
    #expect(table.contains("North | - | 3 | -"))
  }

  @Test func `some months are compared with the same months`() throws {
    #expect(
      try report().table(
        .test(rows: [.branches, .total], columns: [.years(2)], change: true), months: 1...3)
          == """
          2018 | 2019 | 2019-q1 vs 2018-q1
          North | 3 | 4 | +33%
          South | 1 | 0 | -100%
          West | 0 | 0 | -
          Total | 4 | 4 | 0%
          """)
  }

  @Test func `cells of other figures are repeated, wherever these stand`() throws {
    let overview = FigureDefinition.test(
      "overview", nil,
      rows: [
        .item(AxisItem(label: "Loans", cell: CellReference(figure: "1", row: "Total"))),
        .item(
          AxisItem(
            label: "North now",
            cell: CellReference(figure: "1", row: "North", column: "{year}"))),
        .item(AxisItem(label: "Unknown", cell: CellReference(figure: "1", row: "Nowhere"))),
      ], columns: [.years(count: 2, newestFirst: true, each: [])], change: true)
    let figure = FigureDefinition.test(rows: [.branches, .total], columns: [.years(3)])
    let built = try report().report([overview, figure]).report.figures
    #expect(
      built[0].text == """
        2019 | 2018 | 2019 vs 2018
        Loans | 5 | 4 | +25%
        North now | 4 | 4 | 0%
        Unknown | - | - | -
        """)
    #expect(built.map(\.id) == ["overview", "1"])
    #expect(built[0].source == "From Loans.")
  }

  @Test func `notes belong to a row, a column, a cell or the figure, and only to what is shown`()
    throws
  {
    let built = try report().figure(
      .test(
        rows: [.branches, .total], columns: [.years(2)],
        notes: [
          NoteDefinition(text: "Since {year-1}."), NoteDefinition(text: "Moved.", row: "South"),
          NoteDefinition(text: "Long ago.", column: "2001"),
          NoteDefinition(text: "Until March.", column: "{year}"),
          NoteDefinition(text: "Corrected.", row: "North", column: "2018"),
        ]))
    #expect(built.notes == ["Since 2018.", "Moved.", "Until March.", "Corrected."])
    #expect(built.rows.map(\.notes) == [[], [1], [], []])
    #expect(built.columns.map(\.notes) == [[], [2]])
    #expect(built.cells.map { $0.map(\.notes) } == [[[3], []], [[], []], [[], []], [[], []]])
  }

  @Test func `zero and dash are kept apart`() throws {
    let cells = try report().figure(
      .test(
        "1", "amounts",
        rows: [.members(MemberAxis(dimension: "item", only: ["seats", "hours"]))],
        columns: [.years(1)])
    ).cells
    #expect(cells.map { $0[0].value } == [.count(0), .notAvailable])
    #expect(cells.map { $0[0].value.marker } == ["", "-"])
    #expect(cells.map { $0[0].value.plainDecimal } == ["0", ""])
    #expect(cells.map { $0[0].source } == [.hand, .hand])
  }

  @Test func `a figure says its sources, explanations, units and status`() throws {
    let built = try report().figure(
      .test(
        "1", nil,
        rows: [
          .item(AxisItem(label: "Loans", indicator: "loans")),
          .item(AxisItem(label: "Seats", indicator: "amounts", members: ["item": ["seats"]])),
        ], columns: [.years(2)], change: true))
    #expect(built.title == "Loans in 2018-2019")
    #expect(built.source == "From Loans. Kept by hand: Ledger.")
    #expect(built.explanation == "Loans by day. Seats by hand.")
    #expect(built.unit == "loans, seats")
    #expect(built.status == .indicative)
  }

  @Test func `a share is in percent, whatever its indicator counts`() throws {
    let built = try report().figure(
      .test(
        rows: [.branches],
        columns: [.years(1), .item(AxisItem(label: "Share", shareOver: ["branch"]))]))
    #expect(built.cells[0].map(\.unit) == ["loans", "%"])
    #expect(built.unit == "loans")
  }

  @Test func `a chart shows the columns that it names, or all that are not totals or changes`()
    throws
  {
    func chart(_ chart: ChartDefinition) throws -> Chart? {
      try report().figure(
        .test(
          rows: [.branches, .total], columns: [.years(2), .total], change: true, chart: chart)
      ).chart
    }
    let all = try chart(ChartDefinition(kind: .bars))
    #expect(all?.rows == [0, 1, 2])
    #expect(all?.columns == [0, 1])
    #expect(
      all?.alternativeText == "Loans in 2018-2019. "
        + "North: 2018 3, 2019 4; South: 2018 1, 2019 0; West: 2018 0, 2019 1.")
    let named = try chart(
      ChartDefinition(
        kind: .lines, title: "Since {year-1}", columns: ["{year}", "Total"],
        leavesOutTotals: false, seriesInRows: true))
    #expect(named?.rows == [0, 1, 2, 3])
    #expect(named?.columns == [1, 2])
    #expect(named?.title == "Since 2018")
    #expect(named?.seriesInColumns == false)
    let single = try chart(ChartDefinition(kind: .pie, columns: ["2019"]))
    #expect(
      single?.alternativeText == "Loans in 2018-2019. North: 4; South: 0; West: 1.")
  }

  @Test func `a report has the texts of its period and says how complete it is`() throws {
    let library = try ValuesLibrary(missing: ["loans/2019/west", "ledger/2019/"])
    let report = try LibraryReport(library: library, indicators: [loans, amounts])
      .report([.test(rows: [.branches], columns: [.years(2)])]).report
    #expect(report.title == "Library 2019")
    #expect(report.subtitle == "After 2018")
    #expect(report.chapters[0].title == "All in 2019")
    #expect(report.fileStem == "annual-2019")
    #expect(report.quality.isIncomplete)
    #expect(report.quality.deliveries.map(\.missing) == [[], ["West"]])
    #expect(report.quality.deliveries.map(\.year) == [2018, 2019])
    #expect(report.quality.deliveries.map(\.dataset) == ["Loans", "Loans"])
  }

  @Test func `two builds of a report are the same`() throws {
    let figure = FigureDefinition.test(
      rows: [.branches, .total], columns: [.years(2)], change: true,
      chart: ChartDefinition(kind: .bars))
    let (one, other) = (try report().figure(figure), try report().figure(figure))
    #expect(one.text == other.text)
    #expect(one.cells == other.cells)
    #expect(one.chart == other.chart)
  }
}
