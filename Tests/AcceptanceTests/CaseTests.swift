import Foundation
import Testing

/// Runs every folder of `Cases/`: a small project, a command, and what is expected of it.
///
/// A case holds `command` (the arguments, one on each line), its project's files, and `expected/` with
/// `exit` (the exit code), `messages` (standard error), `output` (standard output) and, where the case
/// is about them, files of the report under `reports/`. What is not there is not compared. With
/// `UPDATE_EXPECTED=1` in the environment the expected files that are there are written anew.
@Suite struct CaseTests {
  static let folder = Program.root.appending(path: "Tests/AcceptanceTests/Cases")

  static var names: [String] {
    let entries = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return entries.filter {
      FileManager.default.fileExists(atPath: folder.appending(path: "\($0)/command").path)
    }.sorted()
  }

  @Test(arguments: names)
  func `a case gives what is expected`(name: String) throws {
    let source = CaseTests.folder.appending(path: name)
    let copy = try TemporaryFolder()
    try copy.copy(source.appending(path: "inputs"), to: "inputs")
    let command = try String(contentsOf: source.appending(path: "command"), encoding: .utf8)
    let program = try Program.run(
      Program.builds.appending(path: "kerncijfers"),
      command.split(separator: "\n").map(String.init), in: copy.url)

    let expected = source.appending(path: "expected")
    try compare(Data("\(program.exitCode)\n".utf8), with: expected.appending(path: "exit"))
    try compare(Data(program.output.utf8), with: expected.appending(path: "output"))
    try compare(
      Data(withoutTimes(program.messages).utf8), with: expected.appending(path: "messages"))
    let reports = expected.appending(path: "reports")
    for file in FileManager.default.subpaths(atPath: reports.path) ?? [] {
      let target = reports.appending(path: file)
      guard !target.hasDirectoryPath, try !isFolder(target) else { continue }
      let made = try? Data(contentsOf: copy.url.appending(path: "reports/\(file)"))
      try compare(made ?? Data("(not written)".utf8), with: target)
    }
    if !FileManager.default.fileExists(atPath: reports.path), program.exitCode > 1 {
      #expect(
        !FileManager.default.fileExists(atPath: copy.url.appending(path: "reports").path)
          || FileManager.default.subpaths(atPath: copy.url.appending(path: "reports").path)?
            .allSatisfy { !$0.hasSuffix(".csv") } == true,
        "nothing is written")
    }
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
