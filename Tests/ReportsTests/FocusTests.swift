import Findings
import Indicators
import Reports
import TestSupport
import Testing

/// A report about one member beside the whole.
@Suite struct FocusTests {
  private let loans = Indicator.test("loans", .recordCount(.test("loans")))
  private let readers = Indicator.test("readers", .uniqueCount(.test("loans"), column: "reader"))

  private let lent = """
    date,branch,kind,topics,language,reader
    2018-01-01,north,book,,Dutch,R1
    2018-01-01,south,book,,Dutch,R1
    2019-01-01,north,book,art|sea,Dutch,R1
    2019-01-02,north,film,sea,Greek,R1
    2019-01-03,south,book,,Dutch,R1
    2019-01-04,south,book,war,,R2
    """

  private func report(_ slug: String = "north") throws -> LibraryReport {
    var report = LibraryReport(
      library: try ValuesLibrary(loans: lent), indicators: [loans, readers])
    report.focus = ReportFocus(
      dimension: "branch", member: Member(slug: slug, label: slug == "north" ? "North" : "South"))
    return report
  }

  private let kinds = AxisPart.members(MemberAxis(dimension: "kind", leavesOutEmpty: true))

  @Test func `a figure by member keeps the member and the total of all`() throws {
    #expect(
      try report().table(.test(rows: [.branches, .total], columns: [.years(2)], change: true))
        == """
        2018 | 2019 | 2019 vs 2018
        North | 1 | 2 | +100%
        Total | 2 | 4 | +100%
        """)
  }

  @Test func `a figure by member without a total gets one`() throws {
    #expect(
      try report("south").table(.test(rows: [.branches], columns: [.years(1)])) == """
        2019
        South | 2
        All | 4
        """)
  }

  @Test func `a figure by something else shows the member and then the whole`() throws {
    #expect(
      try report().table(.test(rows: [kinds, .total], columns: [.years(2)], change: true)) == """
        North 2018 | North 2019 | North 2019 vs 2018 | 2018 | 2019 | 2019 vs 2018
        Book | 1 | 1 | 0% | 2 | 3 | +50%
        Film | 0 | 1 | - | 0 | 1 | -
        Total | 1 | 2 | +100% | 2 | 4 | +100%
        """)
  }

  @Test func `persons are counted once within the member too`() throws {
    #expect(
      try report("south")
        .table(.test("1", "readers", rows: [kinds, .total], columns: [.years(1)])) == """
          South 2019 | 2019
          Book | 2 | 2
          Film | 0 | 1
          Total | 2 | 2
          """)
  }

  @Test func `a repeated total is that of the member in the member's column`() throws {
    let first = FigureDefinition.test("1", rows: [.branches, .total], columns: [.years(1)])
    let item = AxisItem(label: "Loans", cell: CellReference(figure: "1", row: "Total"))
    let key = FigureDefinition.test("2", nil, rows: [.item(item)], columns: [.years(1)])
    let figures = try report().report([first, key]).report.figures
    #expect(
      figures[1].text == """
        North 2019 | 2019
        Loans | 2 | 4
        """)
  }

  @Test func `the title names the member, and charts are about it`() throws {
    let chart = ChartDefinition(kind: .columns, columns: ["{year}"])
    let figure = FigureDefinition.test(
      rows: [kinds], columns: [.years(2)], chart: chart)
    let report = try report().report([figure]).report
    #expect(report.title == "Library 2019: North")
    #expect(report.figures[0].chart?.columns == [1])
    #expect(
      report.figures[0].chart?.alternativeText == "Loans in 2018-2019. Book: 1; Film: 1.")
  }

  @Test func `sentences speak about the whole`() throws {
    let ranking = Ranking(figure: "1", column: "{year}", count: 2)
    let sentence = SentenceDefinition(
      id: "S1", template: "Most in {most.labels}.", bindings: ["most": .ranking(ranking)],
      location: SourceLocation(file: "report.yaml"))
    let figure = FigureDefinition.test(rows: [.branches], columns: [.years(1)])
    #expect(
      try report().sentences([sentence], below: [figure]).texts == ["Most in North and South."])
  }

  @Test func `what moved most is told of the key figure, the largest change first`() throws {
    var report = LibraryReport(
      library: try ValuesLibrary(loans: lent), indicators: [loans, readers])
    report.keyFigure = "1"
    let items = [
      AxisItem(label: "Films", members: ["kind": ["film"]]), AxisItem(label: "Loans"),
      AxisItem(label: "Books in the north", members: ["kind": ["book"], "branch": ["north"]]),
      AxisItem(label: "Books", members: ["kind": ["book"]]),
    ]
    let figure = FigureDefinition.test(
      rows: items.map { .item($0) }, columns: [.years(2)], change: true)
    #expect(
      try report.report([figure]).report.highlights == [
        "Loans rose by 100%: 2 to 4.", "Books rose by 50%: 2 to 3.",
      ])
  }
}
