import Reports
import Testing
import Writers

/// What charts show of a series that breaks.
struct SeriesBreakTests {
  private func report(_ kind: ChartKind, breaksBefore columns: [Int]) throws -> Report {
    var chart = Chart(
      kind: kind, title: "Loans", rows: [0], columns: [0, 1, 2], seriesInColumns: false,
      alternativeText: "Loans over three years.")
    chart.breaksBefore = columns
    return try SampleReport.report(figures: [
      SampleReport.figure(
        columns: ["2017", "2018", "2019"], rows: [("North", [.count(3), .count(4), .count(5)])],
        chart: chart)
    ])
  }

  private func svg(_ report: Report) throws -> String {
    let figure = report.figures[0]
    return ChartWriter().svg(for: try #require(figure.chart), of: figure, in: report)
  }

  @Test func `no line joins the years on both sides of a break, where a dashed one stands`() throws
  {
    let whole = try svg(report(.lines, breaksBefore: []))
    let broken = try svg(report(.lines, breaksBefore: [1]))
    #expect(whole.split(separator: "L").count == broken.split(separator: "L").count + 1)
    #expect(!whole.contains("stroke-dasharray"))
    #expect(broken.split(separator: "stroke-dasharray").count == 2)
  }

  @Test func `columns on both sides of a break have a dashed line between them`() throws {
    #expect(
      try svg(report(.columns, breaksBefore: [2])).split(separator: "stroke-dasharray").count == 2)
  }

  @Test func `the line of the workbook's chart has no piece that leads over a break`() throws {
    let script = """
      with zipfile.ZipFile(path) as parts:
          text = parts.read('xl/charts/chart1.xml').decode()
          print(text.count('<c:dPt>'), '<c:idx val="1"/>' in text.split('<c:dPt>')[1])
      """
    let bytes = try WorkbookWriter().write(report(.lines, breaksBefore: [1]))
    #expect(try WorkbookReader.lines(of: bytes, script) == ["1 True"])
  }
}
