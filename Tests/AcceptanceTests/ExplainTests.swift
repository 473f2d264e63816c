import Foundation
import Testing

@Suite struct ExplainTests {
  private let workbook = "review-2023.xlsx"

  @Test(arguments: [
    "Figure 1!C6", "'Figure 1'!$C$6", "figure 1!c6",
  ])
  func `a cell of a workbook is explained as the report's cell`(cell: String) throws {
    let project = try LibraryProject()
    let program = try project.kerncijfers("explain", workbook, cell)
    #expect(program.exitCode == 0, "\(program.messages)")
    let inWorkbook = try value(
      at: "C6", of: "Figure 1", in: project.url("\(LibraryProject.run)/\(workbook)"))
    let lines = program.output.split(separator: "\n")
    #expect(lines.first == "\(LibraryProject.run)/\(workbook), \(cell):")
    #expect(lines[1].hasPrefix("  figure 1, Central library, "), "\(program.output)")
    #expect(lines[1].contains(" (\(inWorkbook) loans)"), "\(program.output)")
    #expect(program.messages.isEmpty, "\(program.messages)")
  }

  @Test func `a sheet without figures and a place beside a table are bad use`() throws {
    let project = try LibraryProject()
    for (cell, hint) in [
      ("Deliveries!B2", "no sheet 'Deliveries'"), ("Figure 1!A6", "fix: name one of B6 to "),
      ("Figure 1", "a cell is needed"), ("Figure 1!6C", "a cell is needed"),
    ] {
      let program = try project.kerncijfers("explain", workbook, cell)
      #expect(program.exitCode == 2)
      #expect(program.messages.contains(hint), "\(program.messages)")
    }
    #expect(try project.kerncijfers("explain", "other.xlsx", "A!B2").exitCode == 2)
  }

  @Test func `a copy of a workbook is explained, and what was typed over is said`() throws {
    let project = try LibraryProject()
    try project.folder.copy(
      project.url("\(LibraryProject.run)/\(workbook)"), to: "mail/\(workbook)")
    let copy = try project.kerncijfers("explain", "mail/\(workbook)", "Figure 1!C6")
    #expect(copy.exitCode == 0, "\(copy.messages)")
    #expect(copy.messages.isEmpty, "\(copy.messages)")
    let edit = """
      import openpyxl, sys
      book = openpyxl.load_workbook(sys.argv[1])
      book['Figure 1']['C6'] = 99
      book.save(sys.argv[1])
      """
    let saved = try Program.run(Program.python, ["-c", edit, project.url("mail/\(workbook)").path])
    #expect(saved.exitCode == 0, "\(saved.messages)")
    let edited = try project.kerncijfers("explain", "mail/\(workbook)", "Figure 1!C6")
    #expect(edited.exitCode == 0)
    #expect(edited.messages.contains("is not as its run wrote it"), "\(edited.messages)")
    #expect(edited.output == copy.output)
  }

  @Test func `a workbook whose deliveries changed is explained as it would be now, and says so`()
    throws
  {
    let project = try LibraryProject()
    try project.edit(
      "inputs/exports/loans/2023/harbour.csv", "M0007,2023-12-02,,harbor,Film",
      "M0007,2023-12-02,,harbor,Book")
    let program = try project.kerncijfers("explain", workbook, "Figure 1!C6")
    #expect(program.exitCode == 0)
    #expect(program.messages.contains("another workbook now"), "\(program.messages)")
  }

  @Test func `every sheet of the annual workbook leads to the cell that it shows`() throws {
    try expectSameCells(
      folder: FreshRun.file("").path, ["Voorblad!B8", "Figuur 4!G7", "Figuur 26!C9"])
  }

  @Test func `the workbook for publication has its cells elsewhere`() throws {
    let folder = try TemporaryFolder()
    let output = folder.url.appending(path: "2019")
    let made = try Program.kerncijfers(
      "run", "--year", "2019", "--quiet", "--profile", "publicatie", "--output", output.path)
    #expect(made.exitCode == 0, "\(made.messages)")
    try expectSameCells(folder: output.path, ["Figuur 4!F12", "Figuur 42!B14"])
  }

  /// Holds what stands in cells of a run's workbook against the value that is explained.
  private func expectSameCells(folder: String, _ cells: [String]) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let file = URL(filePath: folder).appending(
      path: try #require(names.first { $0.hasSuffix(".xlsx") }))
    for cell in cells {
      let program = try Program.kerncijfers("explain", file.path, cell, "--json")
      #expect(program.exitCode == 0, "\(cell): \(program.messages)")
      #expect(program.messages.isEmpty, "\(program.messages)")
      let answer = try JSONSerialization.jsonObject(with: Data(program.output.utf8))
      let explanation = try #require(answer as? [String: Any])
      let parts = cell.split(separator: "!").map(String.init)
      let shown = try value(at: parts[1], of: parts[0], in: file)
      let exact = try #require(Double(explanation["value"] as? String ?? ""))
      let isPercent = explanation["unit"] as? String == "%"
      let expected = try #require(Double(shown)) * (isPercent ? 100 : 1)
      #expect(abs(exact - expected) < 1e-9, "\(cell): \(explanation)")
    }
  }

  private func value(at cell: String, of sheet: String, in file: URL) throws -> String {
    let answer = try Program.run(
      Program.python,
      [
        "-c",
        "import openpyxl, sys\n"
          + "print(openpyxl.load_workbook(sys.argv[1])[sys.argv[2]][sys.argv[3]].value)",
        file.path, sheet, cell,
      ])
    #expect(answer.exitCode == 0, "\(answer.messages)")
    return answer.output.split(separator: "\n").first.map(String.init) ?? ""
  }

  @Test func `the records of a sentence are written with the cell that each is for`() throws {
    let project = try LibraryProject()
    let program = try project.kerncijfers(
      "explain", "--sentence", "The number of loans", "--records", "records.csv")
    #expect(program.exitCode == 0, "\(program.messages)")
    let records = try rows(ofCSV: project.url("records.csv"))
    #expect(records.count == 7 + 9)
    #expect(records.contains { $0["number"]?.hasPrefix("figure 1, Total, 2023") == true })
    let attributes = try FileManager.default.attributesOfItem(
      atPath: project.url("records.csv").path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }

  @Test func `an explanation says how to ask for the number, what it is not and whom to ask`()
    throws
  {
    let program = try Program.kerncijfers(
      "explain", "3", "--row", "Limburg", "--column", "Rechthebbend", "--year", "2019")
    #expect(program.exitCode == 0, "\(program.messages)")
    let asked = try #require(
      program.output.split(separator: "\n").first { $0.hasPrefix("asked: kerncijfers ") })
    let answer = try Program.run(
      URL(filePath: "/bin/sh"),
      [
        "-c", "\"$0\" " + asked.dropFirst("asked: kerncijfers ".count) + " --format csv",
        Program.builds.appending(path: "kerncijfers").path,
      ])
    let explained = try #require(program.output.split(separator: "\n").first)
    let value = try #require(answer.output.split(separator: "\n").last?.split(separator: ",")[1])
    #expect(explained.contains("(\(value) %)"), "\(explained) \(answer.output)\(answer.messages)")
    #expect(program.output.contains("disclaimer: "))
    #expect(program.output.contains("contact: "))
  }

  @Test func `a report of one member is explained in its own columns`() throws {
    let project = try LibraryProject()
    let program = try project.kerncijfers(
      "explain", "--every", "--year", "2023", "--where", "branch=harbour")
    #expect(program.exitCode == 0, "\(program.output)\(program.messages)")
    #expect(program.output.hasSuffix(", 0 do not agree\n"), "\(program.output)")
    let usual = try project.kerncijfers("explain", "--every", "--year", "2023")
    #expect(usual.exitCode == 0, "\(usual.output)")
    #expect(program.output != usual.output)
  }
}
