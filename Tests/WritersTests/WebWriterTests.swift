import Foundation
import Indicators
import Reports
import Testing
import Writers

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct WebWriterTests {
  private func page(_ figures: [Figure]) throws -> String {
    WebWriter().write(try SampleReport.report(figures: figures))
  }

  @Test func `a table has a caption, headers with a scope and exact values`() throws {
    let page = try page([SampleReport.branches])
    #expect(
      page.contains(
        """
        <caption id="figure-1-caption">Figure 1. Loans by branch in 2018-2019</caption>
        <thead><tr><th scope="col">Branch</th><th scope="col">2018</th><th scope="col">2019</th>\
        <th scope="col">2019 against 2018 (%)</th></tr></thead>
        <tbody>
        <tr><th scope="row">North</th><td data-value="1200">1,200</td>\
        <td data-value="1320">1,320</td><td data-value="10" \
        title="+10.00% (from 1,200 to 1,320)">+10%</td></tr>
        <tr><th scope="row">South <a class="note" href="#figure-1-note-1">[1]</a></th>\
        <td>-</td><td data-value="0">0</td><td>-</td></tr>
        """))
  }

  @Test func `the page offers the areas that its tables are about, and nothing else`() throws {
    var report = try SampleReport.report(figures: [SampleReport.branches])
    report.areas = ["North", "East", "South"]
    let page = WebWriter().write(report)
    #expect(page.contains(" data-areas=\"North|South\""))
    report.areas = []
    #expect(!WebWriter().write(report).contains("data-areas"))
  }

  @Test func `key figures are tiles with value, change and the line of their years`() throws {
    func column(_ year: Int) -> FigureColumn {
      var column = FigureColumn(label: String(year))
      column.period = ReportingPeriod(year: year)
      column.isInSeries = true
      return column
    }
    let figure = Figure(
      id: "1", label: "Figure 1", title: "Loans", rowTitle: "Kind",
      rows: [FigureRow(label: "Loans / Books", notes: [0])],
      columns: [2017, 2018, 2019].map(column) + [FigureColumn(label: "change", kind: .change)],
      cells: [
        [
          SampleReport.cell(.notAvailable), SampleReport.cell(.count(50)),
          SampleReport.cell(.count(100)),
          SampleReport.cell(.change(from: 50, to: 100), style: .change),
        ]
      ], chart: nil, isChartOnly: false, notes: ["A note."], source: "", explanation: "",
      unit: "loans", status: .validated)
    let page = WebWriter().write(
      try SampleReport.report(
        chapters: [Chapter(id: "a", title: "A", items: [.figure(figure)])], keyFigure: "1"))
    #expect(
      page.contains(
        """
        <h2>Loans</h2>
        <ul>
        <li>
        <span class="name">Books</span>
        <strong>100</strong>
        """))
    #expect(page.contains("<path d=\"M46 22L88 4\"/>"))
    #expect(page.contains("<circle cx=\"88\" cy=\"4\" r=\"3\"/></svg>"))
    #expect(page.contains("<span class=\"change\">+100% ▲ rise</span>"))
  }

  @Test func `a tile of a month shows that month, and of which months the change is`() throws {
    func column(_ label: String, _ period: ReportingPeriod?) -> FigureColumn {
      var column = FigureColumn(label: label)
      column.period = period
      return column
    }
    var change = FigureColumn(label: "change", kind: .change)
    change.compares = ["to June 2018", "to June 2019"]
    let figure = Figure(
      id: "1", label: "Figure 1", title: "Loans", rowTitle: "Kind",
      rows: [FigureRow(label: "Loans")],
      columns: [
        column("June 2019", nil), column("May 2019", ReportingPeriod(year: 2019, months: 5...5)),
        column("to June 2019", ReportingPeriod(year: 2019, months: 1...6)),
        column("to June 2018", ReportingPeriod(year: 2018, months: 1...6)), change,
      ],
      cells: [
        [7, 11, 60, 50].map { SampleReport.cell(.count($0)) }
          + [SampleReport.cell(.change(from: 50, to: 60), style: .change)]
      ], chart: nil, isChartOnly: false, notes: [], source: "", explanation: "", unit: "loans",
      status: .validated)
    let page = WebWriter().write(
      try SampleReport.report(
        chapters: [Chapter(id: "a", title: "A", items: [.figure(figure)])], keyFigure: "1",
        period: "2019-06"))
    #expect(page.contains("<strong>7</strong>"))
    #expect(
      page.contains(
        """
        <span class="change">to June 2019: 60</span>
        <span class="change">+20% ▲ rise</span>
        """))
  }

  @Test func `the page loads nothing and runs nothing from the data`() throws {
    let hostile = "<script>alert(1)</script><img src=http://example.org/x>\" onload='x'"
    let figure = SampleReport.figure(
      title: hostile, columns: [hostile], rows: [(hostile, [.count(1)])],
      chart: Chart(
        kind: .bars, title: hostile, rows: [0], columns: [0], alternativeText: hostile),
      notes: [hostile])
    let page = try page([figure])
    #expect(page.components(separatedBy: "<script>").count == 2)
    #expect(!page.contains("<img"))
    #expect(page.matches(of: #/<[^>]* (src|on[a-z]+)=/#).isEmpty)
    #expect(!page.contains("url("))
    #expect(page.contains("default-src 'none'"))
  }

  @Test func `every link within the page leads somewhere, and no id is there twice`() throws {
    let chart = Chart(
      kind: .pie, title: "Loans", rows: [0], columns: [0], alternativeText: "One branch.")
    let page = try page([
      SampleReport.branches,
      SampleReport.figure(rows: [("A", [.count(1), .count(2)])], chart: chart),
    ])
    let ids = page.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
    let links = page.matches(of: ##/ href="#([^"]*)"/##).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    #expect(links.count > 5)
    #expect(Set(links).subtracting(ids).isEmpty)
  }

  @Test func `the numbers of a chart are there for who asks for them`() throws {
    let chart = Chart(
      kind: .bars, title: "Loans", rows: [0], columns: [0], alternativeText: "North: 1.")
    let figure = SampleReport.figure(
      rows: [("North", [.count(1), .count(2)])], chart: chart, isChartOnly: true)
    let page = try page([figure])
    #expect(page.contains("<details>\n<summary>show-table</summary>"))
    #expect(page.contains("<desc id=\"figure-4-desc\">North: 1.</desc>"))
  }
}
