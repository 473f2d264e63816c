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

  /// The library with three thousand branches that deliver nothing.
  private func projectWithManyBranches() throws -> LibraryProject {
    let project = try LibraryProject()
    let names = (0..<3000).map { "branch-\(1000 + $0)" }
    try project.declare(branches: names)
    try project.edit(
      "inputs/definitions/reports/review.yaml", "words:\n",
      "words:\n  and-more: \"and {count} more\"\n")
    return project
  }

  @Test func `of thousands the first are named, and how many more there are`() throws {
    let project = try projectWithManyBranches()
    let program = try project.kerncijfers("run", "--year", "2023", "--quiet")
    #expect(program.exitCode == 1, "\(program.messages)")
    for beginning in try beginnings(of: project) {
      #expect(
        beginning.contains(", branch-1005 and 2,994 more"), "\(beginning.prefix(2000))")
    }
    let run = LibraryProject.run
    let sheets = try Program.run(
      Program.python,
      [
        "-c",
        """
        import openpyxl, sys
        for sheet in openpyxl.load_workbook(sys.argv[1]).worksheets:
            for row in sheet.iter_rows(values_only=True):
                for text in row:
                    if isinstance(text, str) and "branch-1019" in text and text != "branch-1019":
                        print(text)
        """, project.url("\(run)/review-2023.xlsx").path,
      ])
    let names = (1000..<1020).map { "branch-\($0)" }.joined(separator: ", ")
    // Of 2022 and 2023.
    #expect(sheets.output == String(repeating: "\(names) and 2,980 more\n", count: 2))
    for file in ["index.html", "review-2023.md"] {
      let text = try String(contentsOf: project.url("\(run)/\(file)"), encoding: .utf8)
      #expect(text.contains("\(names) and 2,980 more"), "\(file)")
    }
    let findings = try rows(ofCSV: project.url("\(run)/findings.csv"))
    #expect(findings.count { $0["code"] == "missing-export" } == 6000, "all of them")
    let figures = try rows(ofCSV: project.url("\(run)/figures.csv"))
    #expect(figures.contains { $0["row"] == "branch-3999" })
  }

  @Test func `the table of a check names the first`() throws {
    let project = try projectWithManyBranches()
    let check = try project.kerncijfers("check", "--quiet")
    let names = (1000..<1020).map { "branch-\($0)" }.joined(separator: ", ")
    let lines = check.output.split(separator: "\n").filter { $0.contains("missing: ") }
    #expect(lines.count == 2)
    for line in lines { #expect(line.hasSuffix("missing: \(names) and 2980 more"), "\(line)") }
    let parts = try project.kerncijfers("check", "--quiet", "--parts")
    #expect(parts.output.contains("branch-3999"), "each of them where they are asked for")
  }
}
