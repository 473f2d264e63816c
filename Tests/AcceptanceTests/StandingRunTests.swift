import Foundation
import Testing

/// A run over what a run that stands was made from.
@Suite struct StandingRunTests {
  private let run = LibraryProject.run
  private let loans = "inputs/exports/loans/2023/harbour.csv"
  private let unchanged = "unchanged, the run that stands has the same bytes"

  private func isMade(_ project: LibraryProject, _ options: String...) throws -> Bool {
    let program = try Program.run(
      Program.builds.appending(path: "kerncijfers"), ["run", "--year", "2023"] + options,
      in: project.folder.url)
    #expect(program.exitCode < 2, "\(program.messages)")
    #expect(program.output.split(separator: "\n").count == 1, "one line sums up")
    return !program.output.contains(unchanged)
  }

  /// Which file holds the record of the run, whatever is in it.
  private func fileNumber(_ project: LibraryProject) throws -> Int {
    let path = project.url("\(run)/run.json").path
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.systemFileNumber] as? Int)
  }

  @Test func `nothing is written where nothing changed, whatever the clocks of the files say`()
    throws
  {
    let project = try LibraryProject()
    let record = try Data(contentsOf: project.url("\(run)/run.json"))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 0)], ofItemAtPath: project.url(loans).path)
    #expect(try !isMade(project))
    #expect(try Data(contentsOf: project.url("\(run)/run.json")) == record)
    let program = try project.kerncijfers("run", "--year", "2023")
    #expect(!program.messages.contains("read and compute"), "\(program.messages)")
  }

  @Test func `the run is made where it is forced to`() throws {
    let project = try LibraryProject()
    // The bytes may be the same: two runs within a second differ in nothing.
    let before = try fileNumber(project)
    #expect(try isMade(project, "--force"))
    #expect(try fileNumber(project) != before)
  }

  @Test func `a byte of a delivery that keeps its size makes a new run`() throws {
    let project = try LibraryProject()
    try project.edit(
      loans, "L00304,M0007,2023-12-02,,harbor,Film", "L00304,M0007,2023-12-02,,harbor,Book")
    #expect(try isMade(project))
    #expect(try !isMade(project))
  }

  @Test(arguments: [
    "# a comment\n",
    "  - id: more\n    title: More\n    unit: loans\n    status: indicative\n    measure: {kind: record-count, dataset: loans}\n",
  ])
  func `a definition's text makes a new run`(text: String) throws {
    let project = try LibraryProject()
    let file = project.url("inputs/definitions/indicators/lending.yaml")
    var bytes = try Data(contentsOf: file)
    bytes += Data(text.utf8)
    try bytes.write(to: file)
    #expect(try isMade(project))
  }

  @Test func `what is no delivery, an exception and a published file make a new run`() throws {
    let project = try LibraryProject()
    try project.folder.file("inputs/exports/loans/2023/other.csv", Data("x\n".utf8))
    #expect(try isMade(project), "a file that is a finding and no input")
    #expect(try !isMade(project))
    try project.folder.file(
      "inputs/known-exceptions.csv",
      Data(
        "rule,scope,reason,author,expires,count\nunexpected-file,,known,J. Doe,2024-12-31,1\n".utf8)
    )
    #expect(try isMade(project), "an exception")
    try project.folder.file(
      "inputs/published/review-2022.csv",
      Data("figure,title,row_label,column_label,value,marker,note\n1,Loans,Harbour,2022,5,,\n".utf8)
    )
    #expect(try isMade(project), "a published file")
    #expect(try !isMade(project))
  }

  @Test func `outputs that were edited or are gone are made again`() throws {
    let project = try LibraryProject()
    try project.edit("\(run)/index.html", "Town Library", "Town library")
    #expect(try isMade(project))
    try FileManager.default.removeItem(at: project.url("\(run)/figures.csv"))
    #expect(try isMade(project))
    try FileManager.default.removeItem(at: project.url("\(run)/run.json"))
    #expect(try isMade(project), "without run.json it is not known which build made the run")
    #expect(try !isMade(project))
  }

  @Test func `another build of the program makes a new run`() throws {
    let project = try LibraryProject()
    let file = project.url("\(run)/run.json")
    let text = try String(contentsOf: file, encoding: .utf8)
    let build = try #require(text.firstMatch(of: /"build" : "(?<id>[0-9a-f]+)"/))
    try text.replacing(build.id, with: String(build.id.reversed()) + "0")
      .write(to: file, atomically: true, encoding: .utf8)
    #expect(try isMade(project))
  }

  private func withoutTimes(_ messages: String) -> String {
    messages.replacing(#/"time": "[^"]*", /#, with: "")
  }

  /// The answers of two runs, of which the second finds the first one as it was made.
  private func expectSameAnswers(_ first: Program, _ second: Program) {
    #expect(second.output.contains(unchanged), "\(second.output)")
    #expect(second.output.replacing("\(unchanged); ", with: "") == first.output)
    #expect(withoutTimes(second.messages) == withoutTimes(first.messages))
    #expect(second.exitCode == first.exitCode)
  }

  @Test func `the findings, their advice and the exit code are those of the run that stands`()
    throws
  {
    let project = try LibraryProject()
    try project.edit(loans, "2023-12-02,,harbor,Film", "2023-12-02,,harbor,Flim")
    let first = try project.kerncijfers("run", "--year", "2023", "--quiet")
    let second = try project.kerncijfers("run", "--year", "2023", "--quiet")
    #expect(first.exitCode == 1)
    #expect(
      second.messages.contains(
        "\n  fix: correct the field, or add this spelling as a variant of the code\n"),
      "\(second.messages)")
    expectSameAnswers(first, second)
    let strict = try project.kerncijfers("run", "--year", "2023", "--strict")
    #expect(strict.exitCode == 1)
    #expect(strict.messages.contains("because of --strict"), "\(strict.messages)")
  }

  @Test(arguments: ["text", "json"])
  func `more findings than are told come with the same advice`(form: String) throws {
    let project = try LibraryProject()
    var bytes = try Data(contentsOf: project.url(loans))
    for number in 0..<30 {
      bytes += Data("L9\(100 + number),M0007,2023-12-02,,harbor,Flim,no,0\n".utf8)
      bytes += Data("L8\(100 + number),M0007,2023-12-0\(number % 3),,harbor,Film,,0\n".utf8)
    }
    try bytes.write(to: project.url(loans))
    // A name that a spreadsheet would take for a formula.
    try project.folder.file("inputs/exports/=1+1.csv", Data("x\n".utf8))
    let options = ["run", "--year", "2023", "--quiet", "--log-format", form]
    let program = Program.builds.appending(path: "kerncijfers")
    let first = try Program.run(program, options, in: project.folder.url)
    let second = try Program.run(program, options, in: project.folder.url)
    #expect(first.exitCode == 1)
    #expect(first.messages.contains("more findings"), "\(first.messages)")
    #expect(first.messages.contains("=1+1.csv"), "\(first.messages)")
    #expect(form == "json" || first.messages.contains("what to do first:\n"))
    expectSameAnswers(first, second)
  }

  @Test(arguments: [[], ["--json"]])
  func `what changed since the month before is told again`(options: [String]) throws {
    let project = try LibraryProject.monthly()
    let program = Program.builds.appending(path: "kerncijfers")
    for month in ["2023-10", "2023-11"] {
      let arguments = ["run", "--month", month, "--quiet"] + options
      let first = try Program.run(program, arguments, in: project.folder.url)
      let second = try Program.run(program, arguments, in: project.folder.url)
      guard options.isEmpty else {
        #expect(second.output.contains("\"unchanged\": true"))
        #expect(second.output.replacing("\": true", with: "\": false") == first.output)
        continue
      }
      #expect(first.output.contains(month == "2023-11" ? "; since " : "; no report of "))
      expectSameAnswers(first, second)
    }
  }

  @Test func `another period's run is not touched`() throws {
    let project = try LibraryProject()
    let before = try Data(contentsOf: project.url("\(run)/run.json"))
    #expect(try project.kerncijfers("run", "--year", "2022").exitCode == 0)
    #expect(try Data(contentsOf: project.url("\(run)/run.json")) == before)
  }

  @Test func `a manifest that no run wrote is no reason to write nothing`() throws {
    let project = try LibraryProject()
    try project.edit("\(run)/manifest.json", "\"format\" : 1", "\"format\" : 9")
    #expect(try isMade(project))
  }
}
