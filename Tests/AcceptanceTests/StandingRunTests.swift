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

  @Test func `the findings and the exit code are those of the run that stands`() throws {
    let project = try LibraryProject()
    try project.edit(loans, "2023-12-02,,harbor,Film", "2023-12-02,,harbor,Flim")
    let first = try project.kerncijfers("run", "--year", "2023", "--quiet")
    let second = try project.kerncijfers("run", "--year", "2023", "--quiet")
    #expect(first.exitCode == 1)
    #expect(second.exitCode == 1)
    #expect(second.output.contains(unchanged))
    #expect(second.messages.contains("harbour.csv:5:33: error: "), "\(second.messages)")
    let strict = try project.kerncijfers("run", "--year", "2023", "--strict")
    #expect(strict.exitCode == 1)
    #expect(strict.messages.contains("because of --strict"), "\(strict.messages)")
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
