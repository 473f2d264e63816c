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

  @Test func `columns before a break are open, behind a dashed line`() throws {
    let svg = try svg(report(.columns, breaksBefore: [2]))
    #expect(svg.split(separator: "stroke-dasharray").count == 4)
    #expect(svg.contains("Open bars cannot be compared."))
    #expect(try !self.svg(report(.columns, breaksBefore: [])).contains("stroke-dasharray"))
  }

  @Test func `bars of a year before a break are open, in the workbook too`() throws {
    var chart = Chart(
      kind: .bars, title: "Loans", rows: [0], columns: [0, 1], alternativeText: "Loans.")
    chart.breaksBefore = [1]
    let report = try SampleReport.report(figures: [
      SampleReport.figure(rows: [("North", [.count(3), .count(4)])], chart: chart)
    ])
    // Its mark in the legend, and its bar.
    #expect(try svg(report).split(separator: "stroke-dasharray").count == 3)
    let script = """
      with zipfile.ZipFile(path) as parts:
          series = parts.read('xl/charts/chart1.xml').decode().split('<c:ser>')
          print(['prstDash' in one for one in series[1:]], 'Open bars' in series[0])
      """
    let bytes = try WorkbookWriter().write(report)
    #expect(try WorkbookReader.lines(of: bytes, script) == ["[True, False] True"])
  }

  @Test func `columns before a break are open in the workbook too`() throws {
    let script = """
      with zipfile.ZipFile(path) as parts:
          points = parts.read('xl/charts/chart1.xml').decode().split('<c:dPt>')[1:]
          print(len(points), ['prstDash' in point for point in points])
      """
    let bytes = try WorkbookWriter().write(report(.columns, breaksBefore: [2]))
    #expect(try WorkbookReader.lines(of: bytes, script) == ["2 [True, True]"])
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
