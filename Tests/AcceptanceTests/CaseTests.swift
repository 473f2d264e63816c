import Foundation
import Testing

/// Runs every folder of `Cases/`: a small project, a command, and what is expected of it.
///
/// A case holds `command` (the arguments, one on each line) and `expected/` with `exit` (the exit
/// code), `messages` (standard error), `output` (standard output) and, where the case is about them,
/// files of the report under `reports/`. What is not there is not compared. Its project is its own
/// `inputs/`, or without one that of `library-loans`, in which `setup` (a script for bash, run in the
/// project, after the `prepare` of the chapter) may change something first; `environment` holds variables, one `NAME=value` on each
/// line. With `UPDATE_EXPECTED=1` in the environment the expected files that are there are written
/// anew.
@Suite struct CaseTests {
  static let folder = Program.root.appending(path: "Tests/AcceptanceTests/Cases")

  /// The cases, in folders of their own or together in a folder of a chapter.
  static var names: [String] {
    let paths = FileManager.default.subpaths(atPath: folder.path) ?? []
    return paths.filter { $0.hasSuffix("/command") }.map { String($0.dropLast("/command".count)) }
      .sorted()
  }

  @Test(arguments: names)
  func `a case gives what is expected`(name: String) throws {
    let source = CaseTests.folder.appending(path: name)
    let copy = try project(of: source)
    let command = try String(contentsOf: source.appending(path: "command"), encoding: .utf8)
    let program = try Program.run(
      Program.builds.appending(path: "kerncijfers"),
      command.split(separator: "\n").map(String.init), in: copy.url,
      environment: try environment(of: source))

    let expected = source.appending(path: "expected")
    try compare(Data("\(program.exitCode)\n".utf8), with: expected.appending(path: "exit"))
    try compare(Data(program.output.utf8), with: expected.appending(path: "output"))
    try compare(
      Data(withoutTimes(program.messages).utf8), with: expected.appending(path: "messages"))
    expectNoPersonalData(in: program, of: command)
    try compareReports(copy.url, with: expected.appending(path: "reports"))
    if program.exitCode > 1 { expectNothingWritten(in: copy.url) }
  }

  /// A copy of the project of a case, made ready by its script.
  private func project(of source: URL) throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    let own = source.appending(path: "inputs")
    let isOwn = FileManager.default.fileExists(atPath: own.path)
    try copy.copy(
      isOwn ? own : CaseTests.folder.appending(path: "library-loans/inputs"), to: "inputs")
    let chapter = source.deletingLastPathComponent().appending(path: "prepare")
    for script in [chapter, source.appending(path: "setup")]
    where !isOwn && FileManager.default.fileExists(atPath: script.path) {
      let setup = try Program.run(
        URL(filePath: "/bin/bash"), ["-euo", "pipefail", script.path], in: copy.url,
        environment: ["LC_ALL": "C"])
      try #require(setup.exitCode == 0, "setup: \(setup.messages)")
    }
    return copy
  }

  private func environment(of source: URL) throws -> [String: String] {
    guard
      let text = try? String(
        contentsOf: source.appending(path: "environment"), encoding: .utf8)
    else { return [:] }
    let pairs = text.split(separator: "\n").map { $0.split(separator: "=", maxSplits: 1) }
    return Dictionary(uniqueKeysWithValues: pairs.map { (String($0[0]), String($0[1])) })
  }

  /// No message repeats what belongs to a person: a key, a register number, an address.
  private func expectNoPersonalData(in program: Program, of command: String) {
    guard !command.hasPrefix("read") else { return }
    let text = program.messages + program.output
    for personal in [/[LM][0-9]{4,5}/, /85\.07\.30/, /@example/, /470 12 34/, /Jan Peeters/] {
      #expect(!text.contains(personal), "a personal value stands in a message")
    }
  }

  private func compareReports(_ made: URL, with expected: URL) throws {
    for file in FileManager.default.subpaths(atPath: expected.path) ?? [] {
      let target = expected.appending(path: file)
      guard try !isFolder(target) else { continue }
      let content = try? Data(contentsOf: made.appending(path: "reports/\(file)"))
      try compare(content ?? Data("(not written)".utf8), with: target)
    }
  }

  private func expectNothingWritten(in project: URL) {
    let reports = project.appending(path: "reports").path
    let files = FileManager.default.subpaths(atPath: reports) ?? []
    #expect(!files.contains { $0.hasSuffix(".csv") || $0.hasSuffix(".xlsx") }, "nothing is written")
  }

  /// Stages say how many milliseconds they took, which no two runs share.
  private func withoutTimes(_ messages: String) -> String {
    messages.replacing(/\([0-9]+ ms\)/, with: "(... ms)")
  }

  private func isFolder(_ url: URL) throws -> Bool {
    try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false
  }

  private func compare(_ made: Data, with file: URL) throws {
    guard FileManager.default.fileExists(atPath: file.path) else { return }
    if ProcessInfo.processInfo.environment["UPDATE_EXPECTED"] == "1" {
      try made.write(to: file)
      return
    }
    let wanted = try Data(contentsOf: file)
    #expect(
      String(decoding: made, as: UTF8.self) == String(decoding: wanted, as: UTF8.self),
      "\(file.lastPathComponent)")
  }
}
