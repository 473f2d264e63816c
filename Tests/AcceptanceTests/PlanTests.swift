import Foundation
import Testing

@Suite struct PlanTests {
  private struct Planned: Decodable {
    let state: String
    let report: String
    let period: String
    let command: String
    let reasons: [String]
    let deliveries: [Change]

    struct Change: Decodable, Equatable {
      let file: String
      let change: String
    }
  }

  private func plan(_ project: LibraryProject, _ options: String...) throws -> [Planned] {
    let program = try Program.run(
      Program.builds.appending(path: "kerncijfers"), ["plan", "--json", "--quiet"] + options,
      in: project.folder.url)
    #expect(program.exitCode == 0, "\(program.messages)")
    return try JSONDecoder().decode([Planned].self, from: Data(program.output.utf8))
  }

  @Test func `a run over what is there is current`() throws {
    let runs = try plan(LibraryProject())
    #expect(runs.map(\.state) == ["current"])
    #expect(runs[0].reasons.isEmpty)
    #expect(runs[0].command.isEmpty)
  }

  @Test func `a delivery that changed, came or went is named`() throws {
    let project = try LibraryProject()
    try project.edit("inputs/exports/loans/2023/central.csv", "Book", "Film")
    try FileManager.default.removeItem(at: project.url("inputs/exports/loans/2022/harbour.csv"))
    try project.folder.copy(
      project.url("inputs/exports/members/2023/register.csv"),
      to: "inputs/exports/members/2021/register.csv")
    let run = try #require(try plan(project).first)
    #expect(run.state == "stale")
    #expect(run.command == "kerncijfers run review --year 2023")
    #expect(
      run.deliveries == [
        .init(file: "loans/2022/harbour.csv", change: "missing"),
        .init(file: "loans/2023/central.csv", change: "changed"),
        .init(file: "members/2021/register.csv", change: "added"),
      ])
  }

  @Test func `a new year is due, and is later news for the year before`() throws {
    let project = try LibraryProject()
    try project.folder.copy(
      project.url("inputs/exports/members/2023/register.csv"),
      to: "inputs/exports/members/2024/register.csv")
    let runs = try plan(project)
    #expect(runs.map(\.state) == ["due", "stale"])
    #expect(runs[0].command == "kerncijfers run review --year 2024")
    #expect(runs[1].reasons.last == "1 delivery of later periods came")
    #expect(try plan(project, "--year", "2024").map(\.period) == ["2024"])
  }

  @Test func `people read what is missing, each run with its reasons, and a line that sums up`()
    throws
  {
    let project = try LibraryProject()
    try FileManager.default.removeItem(at: project.url("inputs/exports/loans/2023/harbour.csv"))
    let program = try project.kerncijfers("plan")
    #expect(program.exitCode == 0)
    #expect(program.messages.contains("loans/2023/harbour.csv: error: is not there"))
    #expect(program.output.contains("stale    review 2023  kerncijfers run review --year 2023\n"))
    #expect(program.output.contains("    delivery loans/2023/harbour.csv: is missing\n"))
    #expect(program.output.hasSuffix("runs: 1 stale\n"), "\(program.output)")
  }

  @Test func `a definition that changed is named with the indicator`() throws {
    let project = try LibraryProject()
    try project.edit(
      "inputs/definitions/indicators/lending.yaml",
      "measure: {kind: unique-count, dataset: loans, column: member_id}",
      "measure: {kind: record-count, dataset: loans}")
    let run = try #require(try plan(project).first)
    #expect(run.reasons.contains { $0.hasPrefix("indicator 'borrowers' changed") })
  }

  @Test func `a manifest that is refused is told and nothing else is lost`() throws {
    let project = try LibraryProject()
    #expect(try project.kerncijfers("run", "--year", "2022").exitCode == 0)
    try project.edit("\(LibraryProject.run)/manifest.json", "\"format\" : 1", "\"format\" : 9")
    #expect(try plan(project).map(\.state).sorted() == ["current", "due", "refused"])
  }
}
