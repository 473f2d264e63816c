import Foundation
import Testing

/// What a run of a cluster needs before it is published. Its files are those of a run of this machine
/// but for the engine's name in `run.json`, as `Tests/Spark/run` sees of real ones.
@Suite struct ParityTests {
  private let record = "\(LibraryProject.run)/run.json"

  /// A project whose run says that a cluster made it, with copies of both at `local` and `cluster`.
  private func project() throws -> LibraryProject {
    let project = try LibraryProject()
    try project.folder.copy(project.url(LibraryProject.run), to: "local")
    try project.edit(record, "\"engine\" : \"local\"", "\"engine\" : \"spark\"")
    try project.folder.copy(project.url(LibraryProject.run), to: "cluster")
    return project
  }

  private func expectRefused(_ program: Program, _ reason: String) {
    #expect(program.exitCode == 6)
    #expect(program.messages.contains(reason), "\(program.messages)")
    #expect(program.messages.contains("fix: "), "\(program.messages)")
  }

  private func expectUnpublished(_ project: LibraryProject) throws {
    expectRefused(
      try project.kerncijfers("publish", "review/2023"),
      "nothing proves that it computes what this machine does")
    #expect(
      !FileManager.default.fileExists(atPath: project.url("inputs/published/review-2023.csv").path))
  }

  private func prove(
    _ project: LibraryProject, _ local: String = "local", _ cluster: String = "cluster"
  ) throws -> Program {
    try project.kerncijfers("compare", local, cluster, "--proof", "review/2023")
  }

  @Test func `a run of a cluster without a proof is not published`() throws {
    try expectUnpublished(project())
  }

  @Test func `a run of which nothing says how it was made is not published`() throws {
    let project = try project()
    try FileManager.default.removeItem(at: project.url(record))
    expectRefused(try project.kerncijfers("publish", "review/2023"), "is missing or names another")
    try project.folder.copy(project.url("local/run.json"), to: record)
    try project.edit(record, "\"manifest\" : \"", "\"manifest\" : \"0")
    expectRefused(try project.kerncijfers("publish", "review/2023"), "is missing or names another")
  }

  @Test(arguments: [("cluster", "local"), ("local", "local"), ("cluster", "cluster")])
  func `two runs that are not one of each engine prove nothing`(
    local: String, cluster: String
  ) throws {
    let project = try project()
    expectRefused(try prove(project, local, cluster), "nothing is proven: the runs compared")
    try expectUnpublished(project)
  }

  @Test func `runs that differ prove nothing`() throws {
    let project = try project()
    try project.edit(
      "inputs/exports/loans/2023/harbour.csv", "L00304,M0007,2023-12-02,,harbor,Film",
      "L00304,M0007,2023-12-02,,harbor,Book")
    #expect(
      try project.kerncijfers("run", "--year", "2023", "--quiet", "--output", "other").exitCode == 0
    )
    #expect(try prove(project, "other").exitCode == 6)
    try expectUnpublished(project)
  }

  @Test func `runs of other definitions prove nothing about a run`() throws {
    let project = try project()
    try project.edit(
      "inputs/definitions/codelists/library.yaml", "variants: [Harbor]", "variants: [Harbor, Port]")
    for folder in ["other-local", "other-cluster"] {
      let made = try project.kerncijfers(
        "run", "--year", "2023", "--quiet", "--output", folder)
      #expect(made.exitCode == 0, "\(made.messages)")
    }
    try project.edit(
      "other-cluster/run.json", "\"engine\" : \"local\"", "\"engine\" : \"spark\"")
    expectRefused(
      try prove(project, "other-local", "other-cluster"), "another program or other definitions")
    try expectUnpublished(project)
  }

  @Test func `a run of another program is not proven`() throws {
    let project = try project()
    let manifest = "\(LibraryProject.run)/manifest.json"
    try project.edit(manifest, "\"version\" : \"", "\"version\" : \"9")
    expectRefused(try prove(project), "is that of another run")
  }

  @Test func `a run of this machine needs no proof and gets none`() throws {
    let project = try LibraryProject()
    try project.folder.copy(project.url(LibraryProject.run), to: "local")
    try project.folder.copy(project.url(LibraryProject.run), to: "cluster")
    try project.edit("cluster/run.json", "\"engine\" : \"local\"", "\"engine\" : \"spark\"")
    expectRefused(try prove(project), "was not made on a cluster")
  }

  @Test func `a proof in full is recorded with its day, and the run is published`() throws {
    let project = try project()
    let before = Date.now
    let proven = try prove(project)
    #expect(proven.exitCode == 0, "\(proven.output)\(proven.messages)")
    let parity = try parity(of: project)
    #expect(parity["scope"] as? String == "full")
    // The cells are the lines of the table but for its header.
    let lines = try String(contentsOf: project.url("local/figures.csv"), encoding: .utf8)
      .split(separator: "\n").count
    #expect(parity["cells"] as? Int == lines - 1)
    let days = [before, Date.now].map { $0.formatted(.iso8601.year().month().day()) }
    #expect(days.contains(parity["provenOn"] as? String ?? ""))
    let check = try Program.run(
      Program.python,
      [
        "-c",
        """
        import json, sys, jsonschema
        schema, file = (json.load(open(path)) for path in sys.argv[1:])
        jsonschema.Draft202012Validator(schema).validate(file)
        """,
        "Documentation/run.schema.json", project.url(record).path,
      ])
    #expect(check.exitCode == 0, "\(check.messages)")
    let published = try project.kerncijfers("publish", "review/2023")
    #expect(published.exitCode == 0, "\(published.messages)")
  }

  @Test func `a sample proves for a run over other deliveries`() throws {
    let project = try project()
    try project.edit(
      "inputs/exports/loans/2023/harbour.csv", "L00304,M0007,2023-12-02,,harbor,Film",
      "L00304,M0007,2023-12-02,,harbor,Book")
    #expect(try project.kerncijfers("run", "--year", "2023", "--quiet").exitCode == 0)
    try project.edit(record, "\"engine\" : \"local\"", "\"engine\" : \"spark\"")
    let proven = try prove(project)
    #expect(proven.exitCode == 0, "\(proven.messages)")
    #expect(try parity(of: project)["scope"] as? String == "sample")
    #expect(try project.kerncijfers("publish", "review/2023").exitCode == 0)
  }

  private func parity(of project: LibraryProject) throws -> [String: Any] {
    let bytes = try Data(contentsOf: project.url(record))
    let content = try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    return try #require(content["parity"] as? [String: Any])
  }
}
