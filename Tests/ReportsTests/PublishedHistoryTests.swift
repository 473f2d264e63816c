import Findings
import Indicators
import Register
import Reports
import TestSupport
import Testing

/// Restated numbers, breaks of series and percentages of too small a whole.
@Suite struct PublishedHistoryTests {
  private static let place = SourceLocation(file: "register.yaml", line: 3, column: 5)
  private let loans = Indicator.test("loans", .recordCount(.test("loans")))
  private let figure = FigureDefinition.test(
    rows: [.branches, .total], columns: [.years(2)], change: true)

  private func report(
    _ published: [PublishedCell] = [], history: SeriesHistory = SeriesHistory(),
    indicators: [Indicator] = []
  ) throws -> LibraryReport {
    LibraryReport(
      library: try ValuesLibrary(
        loans: "date,branch\n2018-05-01,north\n2019-01-01,north\n2019-01-02,north",
        years: [2018, 2019]),
      indicators: [loans] + indicators, register: Register(published), history: history)
  }

  @Test func `a number that was published otherwise is a finding without a declared reason`() throws
  {
    let (report, findings) = try report([
      .test("1", "North", "2018", "3"), .test("1", "South", "2018", "0"),
    ]).report([figure])
    let restated = try #require(report.restatements.first)
    #expect(report.restatements.count == 1)
    #expect((restated.row, restated.column) == ("North", "2018"))
    #expect((restated.published, restated.now, restated.difference) == ("3", "1", "-2"))
    #expect(restated.report == "annual 2018" && restated.reason.isEmpty)
    #expect(findings.map(\.rule) == ["unexplained-restatement"])
    #expect(report.figures[0].cells[0][0].notes.count == 1, "the cell is marked")
  }

  @Test func `a declared reason is the note of the cell, and no finding`() throws {
    let reason = RestatementReason(
      figure: "1", rows: ["North"], columns: [], period: "2018",
      note: "Empty records: {now} instead of {published}.", location: Self.place)
    let (report, findings) = try report(
      [.test("1", "North", "2018", "3")], history: SeriesHistory(reasons: [reason])
    ).report([figure])
    #expect(findings.isEmpty)
    #expect(report.restatements.map(\.reason) == ["Empty records: 1 instead of 3."])
    #expect(report.figures[0].notes == ["Empty records: 1 instead of 3."])
  }

  @Test func `two reports that published different numbers for a cell are a finding`() throws {
    let (_, findings) = try report([
      .test("1", "North", "2018", "3", period: "2018"),
      .test("1", "North", "2018", "1", period: "2019"),
    ]).report([figure])
    #expect(findings.map(\.rule).sorted() == ["publications-disagree", "unexplained-restatement"])
  }

  @Test func `a cell without a year is compared with the report of the same period only`() throws {
    let plain = FigureDefinition.test(rows: [.branches], columns: [.item(AxisItem(label: "All"))])
    let other = PublishedCell.test("1", "North", "All", "9", period: "2018")
    #expect(try report([other]).report([plain]).report.restatements.isEmpty)
    let same = PublishedCell.test("1", "North", "All", "9", period: "2019")
    #expect(try report([same]).report([plain]).report.restatements.count == 1)
  }

  @Test func `a break withholds the change over it, and is told in table, chart and sentence`()
    throws
  {
    let series = SeriesBreak(
      id: "moved", date: "2019-01-01", year: 2019, cause: .organisation, indicators: ["loans"],
      note: "Not comparable.", location: Self.place)
    let charted = FigureDefinition.test(
      rows: [.branches, .total], columns: [.years(2)], change: true,
      chart: ChartDefinition(kind: .columns))
    let sentence = SentenceDefinition(
      id: "s1", template: "Loans {growth.verb}.", unchangedTemplate: nil,
      bindings: ["growth": .change(CellReference(figure: "1", row: "North"))],
      location: Self.place)
    let (report, findings) = try report(history: SeriesHistory(breaks: [series]))
      .report([charted], sentences: [sentence])
    let figure = report.figures[0]
    #expect(figure.cells[0].map(\.value) == [.count(1), .count(2), .withheld])
    #expect(figure.notes == ["Not comparable."])
    #expect(figure.chart?.breaksBefore == [1])
    #expect(figure.chart?.alternativeText.hasSuffix("Not comparable.") == true)
    #expect(findings.map(\.rule) == ["sentence-left-out"])
  }

  @Test func `a break before or after the years that are shown changes nothing`() throws {
    for year in [2018, 2020] {
      let series = SeriesBreak(
        id: "moved", date: "\(year)-01-01", year: year, cause: .law, indicators: ["loans"],
        note: "Not comparable.", location: Self.place)
      let figure = try report(history: SeriesHistory(breaks: [series])).figure(figure)
      #expect(figure.notes.isEmpty && figure.breaks.isEmpty)
    }
  }

  @Test func `a percentage of too small a whole is withheld, and its counts are told`() throws {
    let shares = Indicator(
      id: "shares", title: "Shares", unit: "%", measure: .share(of: "loans", over: ["branch"]),
      status: .validated, minimumBase: 3, location: Self.place)
    let shown = FigureDefinition.test(
      "1", "shares", rows: [.branches], columns: [.years(2)])
    var small = try report(indicators: [shares])
    small.words[.belowBase] = "{part} of {whole}"
    let figure = try small.figure(shown)
    #expect(figure.cells[0].map(\.value) == [.withheld, .withheld])
    #expect(figure.notes == ["1 of 1", "2 of 2", "0 of 1", "0 of 2"])
  }

  @Test func `where each year is a new series, no two are compared`() throws {
    let series = SeriesBreak(
      id: "refined", date: "", year: nil, isEveryYear: true, cause: .registration,
      indicators: ["loans"], note: "No years of {years} are compared.", location: Self.place)
    let (report, _) = try report(history: SeriesHistory(breaks: [series])).report([figure])
    let north = try #require(report.figures[0].cells.first)
    #expect(north.map(\.value) == [.count(1), .count(2), .withheld])
    #expect(report.figures[0].notes == ["No years of 2018-2019 are compared."])
  }

  @Test func `a change that a row declares over a break is withheld`() throws {
    let series = SeriesBreak(
      id: "moved", date: "2019-01-01", year: 2019, cause: .law, indicators: ["loans"],
      note: "Not comparable.", location: Self.place)
    let change = ChangeCell(of: CellReference(figure: "1", row: "North"))
    let second = FigureDefinition.test(
      "2", rows: [.item(AxisItem(label: "Loans", cells: ["Change": .change(change)]))],
      columns: [.item(AxisItem(label: "Change"))])
    let without = try report().report([figure, second]).report
    #expect(without.figures[1].cells[0][0].value == .share(part: 1, whole: 1))
    let with = try report(history: SeriesHistory(breaks: [series])).report([figure, second]).report
    #expect(with.figures[1].cells[0][0].value == .withheld)
    #expect(with.figures[1].notes == ["Not comparable."])
  }

  @Test func `a cohort is marked until the months in which it can grow are delivered`() throws {
    let borrowers = Indicator.test(
      "returned",
      .cohort(
        .test("loans"), column: "reader", also: .test("visits"), alsoColumn: "reader"),
      window: OpenWindow(months: 12, note: "Those of {year} can still come."))
    let figure = FigureDefinition.test(
      "1", "returned", rows: [.branches], columns: [.item(AxisItem(label: "Came"))])
    let open = try report(indicators: [borrowers]).report([figure]).report.figures[0]
    #expect(open.hasOpenWindow)
    #expect(open.notes == ["Those of 2019 can still come."])
    #expect(open.columns[0].notes == [0])
    let over = try report(indicators: [borrowers]).report([figure], year: 2018).report.figures[0]
    #expect(!over.hasOpenWindow && over.notes.isEmpty)
  }
}
