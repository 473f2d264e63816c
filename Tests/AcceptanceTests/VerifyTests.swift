import Foundation
import Testing

@Suite struct VerifyTests {
  private let run = LibraryProject.run
  private let loans = "inputs/exports/loans/2023/harbour.csv"

  private func verify(_ project: LibraryProject, _ options: String...) throws -> Program {
    try Program.run(
      Program.builds.appending(path: "kerncijfers"), ["verify", run] + options,
      in: project.folder.url)
  }

  @Test func `an untouched run is identical, also after its inputs were touched`() throws {
    let project = try LibraryProject()
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 0)],
      ofItemAtPath: project.url(loans).path)
    let program = try verify(project)
    #expect(program.exitCode == 0, "\(program.output)\(program.messages)")
    #expect(program.output == "review 2023: identical, every byte is the same\n")
    #expect(try verify(project, "--inputs-only").exitCode == 0)
  }

  /// The library with a report in two profiles and about each branch, each run made.
  private func projectWithVariants() throws -> LibraryProject {
    let project = try LibraryProject()
    try project.edit(
      "inputs/definitions/reports/review.yaml", "id: review\n",
      """
      id: review
      area: branch
      profiles: [{id: desk, form: directors}, {id: web, form: publication}]

      """)
    let variants = [
      [], ["--profile", "web"], ["--area", "harbour"], ["--profile", "web", "--area", "harbour"],
      ["--where", "item=book"],
    ]
    for variant in variants {
      let program = try Program.run(
        Program.builds.appending(path: "kerncijfers"), ["run", "--year", "2023"] + variant,
        in: project.folder.url)
      #expect(program.exitCode == 0, "\(variant) \(program.messages)")
    }
    return project
  }

  @Test func `a run of another variant in the folder is no added file`() throws {
    let project = try projectWithVariants()
    for folder in ["", "/web", "/harbour", "/web/harbour", "/item-book"] {
      let program = try project.kerncijfers("verify", run + folder)
      #expect(program.exitCode == 0, "\(folder) \(program.output)\(program.messages)")
    }
    let published = try project.kerncijfers("publish", "\(run)/web")
    #expect(published.exitCode == 0, "\(published.messages)")
  }

  @Test func `what somebody added stays an added file, also beside or as a run`() throws {
    let project = try projectWithVariants()
    func outputs(of folder: String) throws -> [String] {
      let program = try project.kerncijfers("verify", folder, "--inputs-only")
      #expect(program.exitCode == 6, "\(program.output)")
      return program.output.split(separator: "\n").dropFirst().map(String.init)
    }
    let web = "\(run)/web"
    try project.folder.file("\(web)/harbour/charts/mine.svg", Data("x".utf8))
    #expect(try outputs(of: web) == ["  output harbour/charts/mine.svg: was added"])
    try FileManager.default.removeItem(at: project.url("\(web)/harbour/charts/mine.svg"))

    // A run that is none of this report in such a folder, and one of another period.
    try project.folder.copy(project.url("\(web)/harbour"), to: "\(web)/copy")
    #expect(try outputs(of: web).contains("  output copy/manifest.json: was added"))
    try FileManager.default.removeItem(at: project.url("\(web)/copy"))
    #expect(
      try project.kerncijfers("run", "--year", "2022", "--area", "central").exitCode == 0)
    try project.folder.copy(project.url("reports/review/2022/central"), to: "\(run)/central")
    #expect(try outputs(of: run).contains("  output central/figures.csv: was added"))
    try FileManager.default.removeItem(at: project.url("\(run)/central"))

    // A manifest that no run wrote.
    try project.edit("\(web)/harbour/manifest.json", "\"format\" : 1", "\"format\" : 9")
    #expect(try outputs(of: web).contains("  output harbour/index.html: was added"))
  }

  @Test func `one byte of a delivery is found, with the cells that it changes`() throws {
    let project = try LibraryProject()
    try project.edit(
      loans, "L00304,M0007,2023-12-02,,harbor,Film", "L00304,M0007,2023-12-02,,harbor,Book")
    let program = try verify(project)
    #expect(program.exitCode == 6)
    #expect(program.output.contains("other figures"), "\(program.output)")
    #expect(program.output.contains("delivery loans/2023/harbour.csv: has another content"))
    #expect(program.output.contains("figure 3, Harbour, Film on disc: 20 before, 0 now (-20)"))
    let digests = try verify(project, "--inputs-only")
    #expect(digests.exitCode == 6)
    #expect(digests.output.contains("delivery loans/2023/harbour.csv"))
  }

  @Test func `a delivery that is gone is said, and nothing is taken for the same`() throws {
    let project = try LibraryProject()
    try FileManager.default.removeItem(at: project.url(loans))
    let program = try verify(project)
    #expect(program.exitCode == 6)
    #expect(program.output.contains("inputs are missing"), "\(program.output)")
    #expect(program.output.contains("delivery loans/2023/harbour.csv: is missing"))
  }

  @Test func `a delivery that came is named`() throws {
    let project = try LibraryProject()
    try project.folder.copy(
      project.url("inputs/exports/members/2023/register.csv"),
      to: "inputs/exports/members/2021/register.csv")
    let program = try verify(project)
    #expect(program.exitCode == 6)
    #expect(
      program.output.contains("members/2021/register.csv: was added"), "\(program.output)")
  }

  @Test func `a definition's meaning and its text are told apart`() throws {
    let project = try LibraryProject()
    let file = "inputs/definitions/indicators/lending.yaml"
    try project.edit(file, "  - id: borrowers", "  # a comment\n  - id: borrowers")
    let comment = try verify(project)
    #expect(comment.exitCode == 6)
    #expect(comment.output.contains("same figures and outputs"), "\(comment.output)")
    #expect(comment.output.contains("indicators/lending.yaml: text changed, meaning not"))

    try project.edit(
      file, "measure: {kind: unique-count, dataset: loans, column: member_id}",
      "measure: {kind: record-count, dataset: loans}")
    let meaning = try verify(project)
    #expect(meaning.exitCode == 6)
    #expect(meaning.output.contains("indicator 'borrowers' changed"), "\(meaning.output)")
    #expect(meaning.output.contains("because: definition of 'borrowers' changed"))
  }

  @Test func `definitions that are broken end with 6 and say where`() throws {
    let project = try LibraryProject()
    try project.edit("inputs/definitions/indicators/lending.yaml", "unique-count", "unique-cuont")
    let program = try verify(project)
    #expect(program.exitCode == 6)
    #expect(program.messages.contains("lending.yaml:23:21"), "\(program.messages)")
  }

  @Test func `a delivery that cannot be read any more ends with 6`() throws {
    let project = try LibraryProject()
    try project.edit(loans, "loan_id,", "lone_id,")
    let program = try verify(project)
    #expect(program.exitCode == 6, "\(program.messages)")
    #expect(program.output.contains("cannot be made again"), "\(program.output)")
  }

  @Test func `an edited output is named`() throws {
    let project = try LibraryProject()
    try project.edit("\(run)/index.html", "Town Library", "Town library")
    let program = try verify(project)
    #expect(program.exitCode == 6)
    #expect(program.output.contains("output index.html: has another content"), "\(program.output)")
    try project.folder.file("\(run)/mine.txt", Data("x".utf8))
    #expect(try verify(project).output.contains("output mine.txt: was added"))
  }

  @Test(arguments: [
    ("\"format\" : 1", "\"format\" : 9"), ("\"recordsRead\" : 4", "\"recordsRead\" : 5"),
    ("\"file\" : \"figures.csv\"", "\"file\" : \"../figures.csv\""),
    ("\"outputs\"", "\"outptus\""), ("{", "{ "),
  ])
  func `a manifest that no run wrote is refused with the reason`(
    old: String, new: String
  ) throws {
    let project = try LibraryProject()
    try project.edit("\(run)/manifest.json", old, new)
    let program = try verify(project)
    #expect(program.exitCode == 6)
    #expect(program.messages.contains("is refused"), "\(program.messages)")
    #expect(!program.output.contains("identical"))
  }

  @Test func `a truncated manifest is refused`() throws {
    let project = try LibraryProject()
    let file = project.url("\(run)/manifest.json")
    try Data(contentsOf: file).dropLast(200).write(to: file)
    #expect(try verify(project).exitCode == 6)
  }

  @Test func `a digest that was typed over is found`() throws {
    let project = try LibraryProject()
    try project.edit("\(run)/manifest.json", "\"version\" : \"", "\"version\" : \"9")
    let program = try verify(project)
    #expect(program.exitCode == 6)
    #expect(program.output.contains("run.json names another manifest"), "\(program.output)")
    #expect(program.output.contains("program: kerncijfers: 9"), "\(program.output)")
  }

  @Test func `a folder without a manifest is bad use`() throws {
    let project = try LibraryProject()
    #expect(try project.kerncijfers("verify", "reports").exitCode == 2)
  }

  @Test func `a manifest alone is enough to make the run again`() throws {
    let project = try LibraryProject()
    try project.folder.copy(project.url("\(run)/manifest.json"), to: "archive/manifest.json")
    let program = try project.kerncijfers("verify", "archive/manifest.json")
    #expect(program.exitCode == 0, "\(program.output)\(program.messages)")
  }

  @Test func `a delivery under another name is named with its earlier one`() throws {
    let project = try LibraryProject()
    try FileManager.default.moveItem(
      at: project.url(loans), to: project.url("inputs/exports/loans/2023/central.csv.new"))
    try FileManager.default.removeItem(at: project.url("inputs/exports/loans/2023/central.csv"))
    try FileManager.default.moveItem(
      at: project.url("inputs/exports/loans/2023/central.csv.new"),
      to: project.url("inputs/exports/loans/2023/central.csv"))
    let program = try verify(project)
    #expect(program.exitCode == 6)
    #expect(program.output.contains("delivery loans/2023/central.csv: "), "\(program.output)")
    #expect(program.output.contains("delivery loans/2023/harbour.csv: is missing"))
  }

  @Test func `deliveries that only a cluster reads are said not to be read, not to be missing`()
    throws
  {
    let project = try LibraryProject()
    try project.edit(
      "\(run)/run.json", "\"engine\" : \"local\"",
      """
      "engine" : "spark", "readsElsewhere" : true
      """)
    try FileManager.default.removeItem(at: project.url("inputs/exports"))
    let program = try verify(project)
    #expect(program.exitCode == 6)
    #expect(program.output.contains("deliveries lie where only a cluster reads them"))
    #expect(program.output.contains("not read: "), "\(program.output)")
    #expect(!program.output.contains("missing"), "\(program.output)")

    try project.edit("\(run)/index.html", "Town Library", "Town library")
    let edited = try verify(project)
    #expect(edited.exitCode == 6)
    #expect(edited.output.contains("output index.html: has another content"), "\(edited.output)")
  }

  @Test func `another order of keys is another text, a spelling more is another meaning`() throws {
    let project = try LibraryProject()
    let file = "inputs/definitions/codelists/library.yaml"
    try project.edit(
      file, "{slug: harbour, label: Harbour, variants: [Harbor]}",
      "{label: Harbour, variants: [Harbor], slug: harbour}")
    let order = try verify(project)
    #expect(order.exitCode == 6)
    #expect(order.output.contains("codelists/library.yaml: text changed, meaning not"))
    #expect(order.output.contains("same figures and outputs"), "\(order.output)")

    try project.edit(file, "variants: [Harbor]", "variants: [Harbor, Port]")
    let spelling = try verify(project)
    #expect(spelling.exitCode == 6)
    #expect(
      spelling.output.contains("definitions codelists/library.yaml: has another content"),
      "\(spelling.output)")
    #expect(spelling.output.contains("same figures"), "\(spelling.output)")
  }

  @Test func `another program is said first, then what differs`() throws {
    let project = try LibraryProject()
    try project.edit("\(run)/manifest.json", "\"version\" : \"", "\"version\" : \"9")
    try project.edit(
      loans, "L00304,M0007,2023-12-02,,harbor,Film", "L00304,M0007,2023-12-02,,harbor,Book")
    let lines = try verify(project).output.split(separator: "\n").map(String.init)
    let program = try #require(lines.firstIndex { $0.contains("program: kerncijfers: 9") })
    let delivery = try #require(lines.firstIndex { $0.contains("delivery loans/2023/harbour") })
    #expect(program < delivery)
  }

  @Test func `a number that was typed over in a spreadsheet is found`() throws {
    let project = try LibraryProject()
    let edit = """
      import openpyxl, sys
      book = openpyxl.load_workbook(sys.argv[1])
      book['Figure 1']['C6'] = 99
      book.save(sys.argv[1])
      """
    let saved = try Program.run(
      Program.python, ["-c", edit, project.url("\(run)/review-2023.xlsx").path])
    #expect(saved.exitCode == 0, "\(saved.messages)")
    let program = try verify(project)
    #expect(program.exitCode == 6)
    #expect(
      program.output.contains("output review-2023.xlsx: has another content"), "\(program.output)")
    #expect(program.output.contains("the files of the run are not as it wrote them"))
  }

  @Test func `an output that is gone is named`() throws {
    let project = try LibraryProject()
    try FileManager.default.removeItem(at: project.url("\(run)/findings.csv"))
    let program = try verify(project)
    #expect(program.exitCode == 6)
    #expect(program.output.contains("output findings.csv: is missing"), "\(program.output)")
  }

  @Test func `the record of a run follows its schema`() throws {
    try expectValid(FreshRun.file("run.json"), by: "Documentation/run.schema.json")
  }

  @Test func `the record of a month's run follows it too`() throws {
    let project = try LibraryProject.monthly()
    for month in ["2023-10", "2023-11"] {
      #expect(try project.kerncijfers("run", "--month", month, "--quiet").exitCode == 0)
      let record = project.url("reports/monthly/\(month)/run.json")
      #expect(try String(contentsOf: record, encoding: .utf8).contains("\"sinceLast\""))
      try expectValid(record, by: "Documentation/run.schema.json")
    }
  }

  @Test(arguments: [["--profile", "publicatie"], ["--area", "limburg"]])
  func `the manifest of a variant follows the schema too`(options: [String]) throws {
    let folder = try TemporaryFolder()
    let output = folder.url.appending(path: "2019")
    let made = try Program.run(
      Program.builds.appending(path: "kerncijfers"),
      ["run", "--year", "2019", "--quiet", "--output", output.path] + options)
    #expect(made.exitCode == 0, "\(made.messages)")
    try expectValid(
      output.appending(path: "manifest.json"), by: "Documentation/manifest.schema.json")
  }

  @Test func `the manifest follows its schema`() throws {
    try expectValid(FreshRun.file("manifest.json"), by: "Documentation/manifest.schema.json")
  }

  private func expectValid(_ file: URL, by schema: String) throws {
    let check = try Program.run(
      Program.python,
      [
        "-c",
        """
        import json, sys, jsonschema
        schema, file = (json.load(open(path)) for path in sys.argv[1:])
        jsonschema.Draft202012Validator(schema).validate(file)
        """,
        schema, file.path,
      ])
    #expect(check.exitCode == 0, "\(check.messages)")
  }
}
