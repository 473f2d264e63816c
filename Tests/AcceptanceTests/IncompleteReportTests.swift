import Foundation
import Testing

/// What the first page of a report says about deliveries that are missing.
@Suite struct IncompleteReportTests {
  private func beginnings(of project: LibraryProject) throws -> [String] {
    let run = LibraryProject.run
    let markdown = try String(contentsOf: project.url("\(run)/review-2023.md"), encoding: .utf8)
    let page = try String(contentsOf: project.url("\(run)/index.html"), encoding: .utf8)
    let workbook = try Program.run(
      Program.python,
      [
        "-c",
        """
        import openpyxl, sys
        sheet = openpyxl.load_workbook(sys.argv[1]).worksheets[0]
        print(sheet.title, [row[0] for row in sheet.iter_rows(max_row=8, values_only=True)])
        """, project.url("\(run)/review-2023.xlsx").path,
      ])
    let header = page[..<(try #require(page.range(of: "<dl>")?.lowerBound))]
    return [String(markdown.prefix(400)), String(header), workbook.output]
  }

  @Test func `it names them under the title`() throws {
    let project = try LibraryProject()
    for beginning in try beginnings(of: project) {
      #expect(!beginning.contains("Missing deliveries"))
    }
    try FileManager.default.removeItem(at: project.url("inputs/exports/loans/2023/harbour.csv"))
    #expect(try project.kerncijfers("run", "--year", "2023", "--quiet").exitCode == 1)
    for beginning in try beginnings(of: project) {
      #expect(beginning.contains("Loans 2023: Harbour."), "\(beginning)")
    }
  }
}
