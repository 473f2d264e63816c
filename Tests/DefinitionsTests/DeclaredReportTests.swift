import Definitions
import Reports
import Testing

/// What a report declares.
@Suite struct DeclaredReportTests {
  @Test func `rows and columns are read with all that they can say`() throws {
    let figure = try figure(
      """
      indicator: loans
      where: {first: no}
      rows:
        - members: {dimension: item, only: [film, book], empty: Not known, order: descending, top: 1, rest: Others, leaveOutEmpty: true, labels: {film: Films}}
        - members: branch
        - item: {label: All books, where: {item: book}, part: true}
        - total: Total
      columns:
        - years: {count: 2, newestFirst: true, each: [{label: N}, {label: P, share: item}]}
        - item: {label: "{year-1}", yearsBack: 1}
        - item: {label: Visitors, indicator: loans}
      """)
    #expect(figure.members == ["first": ["no"]])
    #expect(
      figure.rows.parts == [
        .members(
          MemberAxis(
            dimension: "item", only: ["film", "book"], emptyLabel: "Not known", order: .descending,
            top: 1, restLabel: "Others", leavesOutEmpty: true, labels: ["film": "Films"])),
        .members(MemberAxis(dimension: "branch")),
        .item(AxisItem(label: "All books", members: ["item": ["book"]], isPartOfAnother: true)),
        .total(label: "Total"),
      ])
    #expect(
      figure.columns.parts == [
        .years(
          count: 2, newestFirst: true,
          each: [AxisItem(label: "N"), AxisItem(label: "P", shareOver: ["item"])]),
        .item(AxisItem(label: "{year-1}", time: CellTime(yearsBack: 1))),
        .item(AxisItem(label: "Visitors", indicator: "loans")),
      ])
  }

  @Test func `a chart and notes are read`() throws {
    let figure = try figure(
      """
      indicator: loans
      rows: [{members: branch}, {total: Total}]
      columns: [{years: 3}]
      change: true
      chart: {kind: columns, columns: ["{year}", "2019"], title: "In {years}", totals: true, series: rows}
      chartOnly: true
      notes: [{text: Moved., row: Harbour, column: "2016"}]
      """)
    #expect(
      figure.chart
        == ChartDefinition(
          kind: .columns, title: "In {years}", columns: ["{year}", "2019"], leavesOutTotals: false,
          seriesInRows: true))
    #expect(figure.isChartOnly)
    #expect(figure.showsChange)
    #expect(figure.notes == [NoteDefinition(text: "Moved.", row: "Harbour", column: "2016")])
  }

  @Test(arguments: [
    "rows: [{members: branch}]\ncolumns: [{members: item}]\nindicator: loans\nchart: {kind: full-bars}",
    "rows: [{members: item}]\ncolumns: [{item: {label: S, share: item}}]\nindicator: loans\nchart: {kind: pie}",
    "rows: [{members: item}, {total: T}]\ncolumns: [{years: 2}]\nindicator: loans\nchart: {kind: stacked-bars, series: rows}",
  ])
  func `what adds up may be stacked`(_ yaml: String) throws {
    #expect(try figure(yaml).chart != nil)
  }

  @Test func `a cell of another figure may name the change beside its years`() throws {
    let report = try report(
      """
      chapters:
        - id: lending
          title: Lending
          items:
            - figure:
                id: all
                label: All
                title: All
                rowTitle: What
                rows: [{item: {label: Loans, cell: {figure: "1", row: Total}}}]
                columns: [{years: 5}, {item: {label: Change, cell: {figure: "1", row: Total, column: w}}}]
            - figure:
                id: "1"
                label: Figure 1
                title: Loans
                rowTitle: Branch
                indicator: loans
                rows: [{members: author}, {total: Total}]
                columns: [{years: 2}]
                change: true
            - chapter:
                id: words
                title: Words
                items:
                  - sentences:
                      - id: S1
                        text: "{who} lent {n} {n.word:book|books}, {up.verb} by {up} since {year-1}."
                        unchanged: "{who.labels} lent {n} again."
                        bind:
                          n: {cell: {figure: "1", row: Any author, column: "2016"}}
                          up: {change: {figure: "1", row: Total}}
                          who: {ranking: {figure: "1", by: "{year}", lowest: 2, except: [Total]}}
      """)
    #expect(report.figures.map(\.id) == ["all", "1"])
    guard case .chapter(let words)? = report.chapters.first?.items.last,
      case .sentences(let sentences)? = words.items.first, let sentence = sentences.first
    else {
      Issue.record("the sentence is not where it was declared")
      return
    }
    #expect(
      sentence.bindings == [
        "n": .cell(CellReference(figure: "1", row: "Any author", column: "2016")),
        "up": .change(CellReference(figure: "1", row: "Total")),
        "who": .ranking(
          Ranking(figure: "1", column: "{year}", isLowest: true, count: 2, excluded: ["Total"])),
      ])
    #expect(sentence.unchangedTemplate == "{who.labels} lent {n} again.")
  }

  private func figure(_ yaml: String) throws -> FigureDefinition {
    let report = try report(
      """
      chapters:
        - id: lending
          title: Lending
          items:
            - figure:
                id: text-A.1.1-lending
                label: Figure 1
                title: Loans in {years}
                rowTitle: Branch
                \(yaml.replacing("\n", with: "\n          "))
      """)
    return try #require(report.figures.first)
  }

  private func report(_ chapters: String) throws -> ReportDefinition {
    let project = SmallProject(["reports/review.yaml": SmallProject.report(chapters)])
    return try #require(try project.load().reports.first)
  }
}
