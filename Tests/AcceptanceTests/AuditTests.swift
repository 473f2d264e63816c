import Foundation
import Testing

@Suite struct AuditTests {
  private func json(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test func `a cell is explained down to the deliveries`() throws {
    let program = try Program.kerncijfers(
      "explain", "4", "--row", "Limburg", "--column", "2019", "--json")
    #expect(program.exitCode == 0, "\(program.messages)")
    let answer = try json(program.output)
    let numbers = try #require(answer["numbers"] as? [[String: Any]])
    #expect(numbers.count == 1)
    let deliveries = try #require(numbers[0]["deliveries"] as? [[String: Any]])
    let records = deliveries.compactMap { $0["records"] as? Int }.reduce(0, +)
    #expect(String(records) == answer["value"] as? String)
    #expect((numbers[0]["definedAt"] as? String)?.contains("inburgering.yaml:") == true)
  }

  @Test func `a sentence is explained by its cells`() throws {
    let project = try LibraryProject()
    let program = try project.kerncijfers("explain", "--sentence", "The number of loans")
    #expect(program.exitCode == 0, "\(program.messages)")
    #expect(program.output.hasPrefix("sentence S1 ("), "\(program.output)")
    #expect(program.output.contains("  figure 1, Total, 2022: 7 (7 loans), validated\n"))
    #expect(program.output.contains("  figure 1, Total, 2023: 9 (9 loans), validated\n"))
    #expect(try project.kerncijfers("explain", "--sentence", "no such words").exitCode == 2)
  }

  @Test func `a cell from the register has no records here`() throws {
    let program = try Program.kerncijfers("explain", "4", "--row", "Limburg", "--column", "2016")
    #expect(program.exitCode == 0)
    #expect(program.output.contains("no records here"), "\(program.output)")
    #expect(program.output.contains("inputs/published/jaarverslag-2019.csv:"))
  }

  @Test(arguments: [
    ["explain", "4", "--row", "Limbrug", "--column", "2019"],
    ["explain", "400", "--row", "x", "--column", "y"],
    ["explain", "4"], ["query", "instrom"], ["query", "instroom", "--by", "gebied"],
    ["query", "instroom", "--where", "werkingsgebied=mars"], ["query", "instroom", "--year", "19"],
    ["publish", "reports", "--date", "2019-02-30"],
  ])
  func `what is not known is bad use`(arguments: [String]) throws {
    let program = try Program.run(Program.builds.appending(path: "kerncijfers"), arguments)
    #expect(program.exitCode == 2, "\(program.output)\(program.messages)")
  }

  @Test
  func `records are written for their owner only, never over a file, and said to be personal`()
    throws
  {
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "records.csv")
    let figure = try rows(ofCSV: FreshRun.file("figures.csv")).first {
      $0["figure"] == "4" && $0["row"] == "Limburg" && $0["column"] == "2019"
    }
    let program = try Program.kerncijfers(
      "explain", "4", "--row", "Limburg", "--column", "2019", "--records", file.path)
    #expect(program.exitCode == 0, "\(program.messages)")
    #expect(program.messages.contains("personal data"))
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    let records = try rows(ofCSV: file)
    #expect(figure?["value"] == String(records.count))
    let first = try #require(records.first)
    let source = try String(
      contentsOf: Program.root.appending(path: "inputs/exports/\(first["file"] ?? "")"),
      encoding: .utf8)
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(Int(first["line"] ?? ""))
    #expect(lines[line - 1].contains(first["persoon_id"] ?? "?"))
    let again = try Program.kerncijfers(
      "explain", "4", "--row", "Limburg", "--column", "2019", "--records", file.path)
    #expect(again.exitCode == 5, "\(again.messages)")
  }

  @Test func `a question gives the cells of the report`() throws {
    let program = try Program.kerncijfers(
      "query", "eerste-aanmeldingen", "--by", "werkingsgebied", "--year", "2019", "--format", "csv")
    #expect(program.exitCode == 0, "\(program.messages)")
    let folder = try TemporaryFolder()
    let answer = try rows(ofCSV: folder.file("answer.csv", Data(program.output.utf8)))
    let report = try rows(ofCSV: FreshRun.file("figures.csv")).filter {
      $0["figure"] == "4" && $0["column"] == "2019"
    }
    for cell in report {
      let label = cell["row"] == "Totaal" ? "*" : cell["row"]
      let row = answer.first { $0["werkingsgebied"] == label }
      #expect(row?["value"] == cell["value"], "\(cell["row"] ?? "")")
    }
    #expect(report.count > 6)
  }

  @Test func `an answer says its status, definition, notes and whom to ask`() throws {
    let program = try Program.kerncijfers(
      "query", "eerste-aanmeldingen", "--where", "werkingsgebied=limburg", "--json")
    let answer = try json(program.output)
    #expect(answer["status"] as? String == "validated")
    #expect((answer["disclaimer"] as? String)?.isEmpty == false)
    #expect((answer["contact"] as? String)?.isEmpty == false)
    #expect((answer["formula"] as? String)?.contains("eerste_aanmelding is ja") == true)
    #expect((answer["cells"] as? [[String: Any]])?.count == 2)
    let table = try Program.kerncijfers("query", "eerste-aanmeldingen", "--format", "markdown")
    #expect(table.output.contains("| eerste-aanmeldingen | 2018 | 2019 |"), "\(table.output)")
  }

  @Test func `runs of the same inputs do not differ`() throws {
    let project = try LibraryProject()
    let program = try project.kerncijfers("compare", LibraryProject.run, "review/2023")
    #expect(program.exitCode == 0, "\(program.output)")
  }

  @Test func `runs before and after a delivery differ by its cells, with the reason`() throws {
    let project = try LibraryProject()
    try project.folder.copy(project.url(LibraryProject.run), to: "before")
    try project.edit(
      "inputs/exports/loans/2023/harbour.csv",
      "L00304,M0007,2023-12-02,,harbor,Film,yes,0\n",
      "L00304,M0007,2023-12-02,,harbor,Film,yes,0\nL00399,M0007,2023-12-03,,harbor,Book,no,0\n")
    #expect(try project.kerncijfers("run", "--year", "2023", "--quiet").exitCode == 0)
    let program = try project.kerncijfers("compare", "before", "review/2023")
    #expect(program.exitCode == 6)
    #expect(
      program.output.contains("figure 1, Harbour, 2023: 5 before, 6 now (+1)"), "\(program.output)")
    #expect(program.output.contains("1 more records"))
    let answer = try json(
      try project.kerncijfers("compare", "before", "review/2023", "--json").output)
    #expect((answer["cells"] as? [[String: Any]])?.isEmpty == false)
  }

  @Test func `what differs is given as a workbook too`() throws {
    let project = try LibraryProject()
    try project.folder.copy(project.url(LibraryProject.run), to: "before")
    try project.edit(
      "inputs/exports/loans/2023/harbour.csv", "M0007,2023-12-02,,harbor,Film",
      "M0007,2023-12-02,,harbor,Book")
    #expect(try project.kerncijfers("run", "--year", "2023", "--quiet").exitCode == 0)
    let program = try project.kerncijfers(
      "compare", "before", "review/2023", "--workbook", "differences.xlsx")
    #expect(program.exitCode == 6, "\(program.messages)")
    let answer = try Program.run(
      Program.python,
      [
        "-c",
        """
        import openpyxl, sys
        sheets = openpyxl.load_workbook(sys.argv[1]).worksheets
        print([row for sheet in sheets for row in sheet.iter_rows(values_only=True)])
        """,
        project.url("differences.xlsx").path,
      ])
    #expect(
      answer.output.contains(", 20, 0, -20"),
      "\(answer.output)\(answer.messages)")
  }

  @Test func `what was published is answered from the register`() throws {
    let program = try Program.kerncijfers(
      "query", "eerste-aanmeldingen", "--published", "--year", "2016", "--json")
    #expect(program.exitCode == 0, "\(program.messages)")
    let cells = try #require(
      try JSONSerialization.jsonObject(with: Data(program.output.utf8)) as? [[String: String]])
    let printed = try rows(
      ofCSV: Program.root.appending(path: "inputs/published/jaarverslag-2019.csv")
    ).first {
      $0["figure"] == "4" && $0["row_label"] == "Limburg" && $0["column_label"] == "2016"
    }
    let cell = cells.first { $0["figure"] == "4" && $0["row"] == "Limburg" }
    #expect(cell?["value"] == printed?["value"])
    #expect(
      try Program.kerncijfers(
        "query", "instroom", "--published", "--by", "doelgroep"
      ).exitCode == 2)
  }

  @Test func `a period is published once, unless a revision says why`() throws {
    let project = try LibraryProject()
    let first = try project.kerncijfers("publish", "review/2023", "--date", "2024-02-01")
    #expect(first.exitCode == 0, "\(first.messages)")
    let register = try rows(ofCSV: project.url("inputs/published/review-2023.csv"))
    let figures = try rows(ofCSV: project.url("\(LibraryProject.run)/figures.csv"))
    #expect(register.map { $0["value"] } == figures.map { $0["value"] })
    #expect(try project.kerncijfers("publish", "review/2023").output.contains("already"))

    try project.edit(
      "inputs/exports/loans/2023/harbour.csv", "M0007,2023-12-02,,harbor,Film",
      "M0007,2023-12-02,,harbor,Book")
    #expect(try project.kerncijfers("run", "--year", "2023", "--quiet").exitCode == 0)
    let refused = try project.kerncijfers("publish", "review/2023")
    #expect(refused.exitCode == 6, "\(refused.output)")
    let again = try project.kerncijfers(
      "publish", "review/2023", "--revision", "the harbour corrected a loan")
    #expect(again.exitCode == 0, "\(again.messages)")
    let record = try json(
      String(contentsOf: project.url("inputs/published/review-2023.r02.json"), encoding: .utf8))
    #expect(record["reason"] as? String == "the harbour corrected a loan")
    #expect(record["version"] as? Int == 2)
    #expect(
      FileManager.default.fileExists(atPath: project.url("inputs/published/review-2023.csv").path))
    #expect(try project.kerncijfers("run", "--year", "2023", "--quiet").exitCode == 0)
  }

  @Test func `publishing a run does not make it unverifiable`() throws {
    let project = try LibraryProject()
    #expect(try project.kerncijfers("publish", "review/2023").exitCode == 0)
    let program = try project.kerncijfers("verify", "review/2023")
    #expect(program.exitCode == 0, "\(program.output)")
  }

  @Test func `the archive holds runs, findings and what was printed`() throws {
    let project = try LibraryProject()
    #expect(try project.kerncijfers("publish", "review/2023").exitCode == 0)
    for _ in 1...2 {
      let program = try project.kerncijfers("archive")
      #expect(program.exitCode == 0, "\(program.messages)")
    }
    let answer = try Program.run(
      Program.python,
      [
        "-c",
        """
        import sqlite3, sys
        base = sqlite3.connect(sys.argv[1])
        one = lambda question: base.execute(question).fetchone()[0]
        print(one("SELECT count(*) FROM runs"), one("SELECT count(*) FROM findings") > 0,
              one("SELECT sum(records_read) FROM deliveries"),
              one("SELECT count(*) FROM cells") == one("SELECT count(*) FROM published"),
              one("SELECT value FROM cells WHERE figure='1' AND row='Harbour' AND \\"column\\"='2023'"))
        """,
        project.url("reports/archive.sqlite").path,
      ])
    #expect(answer.output == "1 True 23 True 5.0\n", "\(answer.output)\(answer.messages)")
  }

  @Test func `a run that was edited is not published`() throws {
    let project = try LibraryProject()
    try project.edit("\(LibraryProject.run)/figures.csv", "Harbour", "Harbor!")
    #expect(try project.kerncijfers("publish", "review/2023").exitCode == 6)
  }

  @Test func `a definition that changed since it was validated is indicative again`() throws {
    let project = try LibraryProject()
    let file = "inputs/definitions/indicators/lending.yaml"
    let list = try JSONSerialization.jsonObject(
      with: Data(project.kerncijfers("indicators", "--json").output.utf8))
    let borrowers = try #require(list as? [[String: String]]).first {
      $0["indicator"] == "borrowers"
    }
    let digest = try #require(borrowers?["definition"])
    try project.edit(
      file, "    title: Borrowers\n",
      "    title: Borrowers\n"
        + "    validated: {by: The council, on: \"2022-05-01\", definition: \(digest)}\n")
    let agreed = try project.kerncijfers("query", "borrowers")
    #expect(agreed.output.contains("status: validated"), "\(agreed.output)\(agreed.messages)")
    #expect(agreed.output.contains("validated: by The council on 2022-05-01\n"))

    try project.edit(file, "    title: Borrowers\n", "    title: All borrowers\n")
    #expect(try project.kerncijfers("query", "borrowers").output.contains("status: validated"))

    try project.edit(file, "dataset: loans, column: member_id", "dataset: loans, column: loan_id")
    let changed = try project.kerncijfers("query", "borrowers")
    #expect(changed.output.contains("status: indicative"), "\(changed.output)")
    #expect(changed.output.contains("the definition was changed since"))
    let run = try project.kerncijfers("run", "--year", "2023", "--quiet")
    #expect(run.messages.contains("[definition-changed]"), "\(run.messages)")
    let cells = try rows(ofCSV: project.url("\(LibraryProject.run)/figures.csv"))
    #expect(Set(cells.filter { $0["figure"] == "2" }.map { $0["status"] }) == ["indicative"])
    for name in ["review-2023.md", "index.html"] {
      let text = try String(
        contentsOf: project.url("\(LibraryProject.run)/\(name)"), encoding: .utf8)
      #expect(text.contains("indicative"), "\(name)")
    }
    let explained = try project.kerncijfers(
      "explain", "2", "--row", "Total", "--column", "2023", "--year", "2023")
    #expect(explained.output.contains(", indicative\n"), "\(explained.output)\(explained.messages)")
    #expect(explained.output.contains("but the definition was changed since"))
  }

  @Test func `every validated indicator says who agreed to it, when, and to which definition`()
    throws
  {
    let list = try JSONSerialization.jsonObject(
      with: Data(Program.kerncijfers("indicators", "--json").output.utf8))
    let indicators = try #require(list as? [[String: String]])
    for indicator in indicators where indicator["status"] == "validated" {
      #expect(
        indicator["validated"]?.hasPrefix("by ABB, Atlas en IN-Gent in 2019 (") == true,
        "\(indicator)")
    }
    // None was validated and changed since: the report would say so.
    let findings = try rows(ofCSV: FreshRun.file("findings.csv"))
    #expect(!findings.contains { $0["code"] == "definition-changed" })
  }
}
