import Indicators
import Reports
import Testing
import Writers

@Suite struct CellRangeTests {
  private func report() throws -> Report {
    let other = SampleReport.figure(
      id: "2", title: "Loans by kind", columns: ["2017", "2018", "2019"],
      rows: [
        ("Book", [.count(7), .count(11), .count(13)]),
        ("Film", [.count(17), .count(19), .count(23)]),
      ])
    return try SampleReport.report(
      chapters: [
        Chapter(
          id: "loans", title: "Loans", items: [.figure(SampleReport.branches), .figure(other)])
      ], keyFigure: "1")
  }

  @Test(arguments: WorkbookProfile.allCases)
  func `the places of cells are those where another program reads them`(
    profile: WorkbookProfile
  ) throws {
    let report = try report()
    let workbook = try WorkbookWriter(profile: profile).written(report)
    var asked: [String] = []
    var expected: [String] = []
    for range in workbook.ranges {
      let figure = try #require(report.figures.first { $0.id == range.figure })
      for sheetRow in range.firstRow..<range.firstRow + range.rows {
        for sheetColumn in range.columns.keys.sorted() {
          let place = try #require(range.cell(row: sheetRow, column: sheetColumn))
          guard case .count(let count) = figure.cells[place.row][place.column].value else {
            continue
          }
          asked.append("('\(range.sheet)', \(sheetRow + 1), \(sheetColumn + 1))")
          expected.append(String(count))
        }
      }
    }
    let script = """
      for sheet, row, column in [\(asked.joined(separator: ", "))]:
          print(book[sheet].cell(row, column).value)
      """
    #expect(try WorkbookReader.lines(of: workbook.bytes, script) == expected)
    // The figures' sheets, and the key figures in short on the first sheet for directors.
    #expect(
      workbook.ranges.map(\.figure) == (profile == .directors ? ["1", "1", "2"] : ["1", "2"]))
    #expect(expected.count == (profile == .directors ? 14 : 11))
  }

  @Test func `beside a range there is no cell`() throws {
    let range = try #require(try WorkbookWriter().written(report()).ranges.last)
    #expect(range.description == "B6 to D7")
    #expect(range.cell(row: 4, column: 1) == nil)
    #expect(range.cell(row: 7, column: 1) == nil)
    #expect(range.cell(row: 5, column: 0) == nil)
    #expect(range.cell(row: 5, column: 4) == nil)
    #expect(range.cell(row: 5, column: 1)?.row == 0)
  }
}
