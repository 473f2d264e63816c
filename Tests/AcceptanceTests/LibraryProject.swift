import Foundation
import Testing

/// A copy of the town library's project with a run of 2023, which a test may change.
struct LibraryProject {
  /// Where it is.
  let folder: TemporaryFolder

  /// The run's folder, relative to the project.
  static let run = "reports/review/2023"

  init() throws {
    folder = try TemporaryFolder()
    try folder.copy(
      Program.root.appending(path: "Tests/AcceptanceTests/Cases/library-loans/inputs"),
      to: "inputs")
    let made = try kerncijfers("run", "--year", "2023", "--quiet")
    #expect(made.exitCode == 0, "\(made.messages)")
  }

  /// A copy with the report for months, and without a run.
  static func monthly() throws -> LibraryProject {
    let folder = try TemporaryFolder()
    let cases = Program.root.appending(path: "Tests/AcceptanceTests/Cases")
    try folder.copy(cases.appending(path: "library-loans/inputs"), to: "inputs")
    let setup = try Program.run(
      URL(filePath: "/bin/bash"),
      ["-euo", "pipefail", cases.appending(path: "library-month/setup").path], in: folder.url)
    #expect(setup.exitCode == 0, "\(setup.messages)")
    return LibraryProject(folder: folder)
  }

  private init(folder: TemporaryFolder) {
    self.folder = folder
  }

  /// Runs the program in the project.
  func kerncijfers(_ arguments: String...) throws -> Program {
    try Program.run(Program.builds.appending(path: "kerncijfers"), arguments, in: folder.url)
  }

  /// A file of the project.
  func url(_ path: String) -> URL { folder.url.appending(path: path) }

  /// Declares branches, by slug, beside the two that the library has: each is to deliver its loans.
  func declare(branches: [String]) throws {
    let codes = branches.map { "    - {slug: \($0), label: \($0)}\n" }.joined()
    try edit(
      "inputs/definitions/codelists/library.yaml", "    - {slug: central,",
      codes + "    - {slug: central,")
    try edit(
      "inputs/definitions/datapackage.yaml", "[central, harbour]",
      "[" + (["central", "harbour"] + branches).joined(separator: ", ") + "]")
  }

  /// Replaces text that a file must hold.
  func edit(_ path: String, _ old: String, _ new: String) throws {
    var bytes = try Data(contentsOf: url(path))
    let place = try #require(bytes.range(of: Data(old.utf8)), "'\(old)' stands in \(path)")
    bytes.replaceSubrange(place, with: Data(new.utf8))
    try bytes.write(to: url(path))
  }
}
