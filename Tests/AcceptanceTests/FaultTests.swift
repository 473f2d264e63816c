import Foundation
import Testing

/// What machines and people do to a run: it ends, or it is as if it had not begun.
@Suite struct FaultTests {
  private static let report = ["run", "review", "--year", "2023", "--quiet", "--force"]

  /// A copy of the small project, with a report in it if it is asked for.
  private func project(withReport: Bool = true) throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    try copy.copy(CaseTests.folder.appending(path: "library-loans/inputs"), to: "inputs")
    if withReport {
      #expect(try run(FaultTests.report, in: copy).exitCode == 0)
    }
    return copy
  }

  private func run(_ arguments: [String], in project: TemporaryFolder) throws -> Program {
    try Program.run(Program.builds.appending(path: "kerncijfers"), arguments, in: project.url)
  }

  /// Runs a script in a project, which calls the program by `$KC`.
  private func script(_ text: String, in project: TemporaryFolder) throws -> Program {
    try Program.run(
      URL(filePath: "/bin/bash"), ["-uo", "pipefail", "-c", text], in: project.url,
      environment: ["KC": Program.builds.appending(path: "kerncijfers").path])
  }

  /// Every file of the report that must be the same whenever it is made, with its bytes.
  private func files(of project: TemporaryFolder) throws -> [String: Data] {
    let folder = project.url.appending(path: "reports/review/2023")
    var files: [String: Data] = [:]
    for path in FileManager.default.subpaths(atPath: folder.path) ?? [] where path != "run.json" {
      files[path] = try? Data(contentsOf: folder.appending(path: path))
    }
    return files
  }

  @Test func `a run that is killed leaves the old report or the new one`() throws {
    let project = try project()
    let whole = try files(of: project)
    for round in 0..<25 {
      let process = Process()
      process.executableURL = Program.builds.appending(path: "kerncijfers")
      process.arguments = FaultTests.report
      process.currentDirectoryURL = project.url
      process.standardError = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      usleep(UInt32(2000 * round))
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      #expect(try files(of: project) == whole)
    }
    #expect(try run(FaultTests.report, in: project).exitCode == 0)
    let left = try FileManager.default.contentsOfDirectory(
      atPath: project.url.appending(path: "reports/review").path)
    #expect(left.sorted() == [".2023.lock", "2023"], "the next run removes what was left")
  }

  @Test func `a file that may not grow leaves the old report and ends with 5`() throws {
    let project = try project()
    let whole = try files(of: project)
    let program = try script(
      "ulimit -f 8; exec $KC run review --year 2023 --quiet --force", in: project)
    #expect(program.exitCode == 5)
    #expect(program.messages.contains("error: "))
    #expect(try files(of: project) == whole)
    let left = try FileManager.default.contentsOfDirectory(
      atPath: project.url.appending(path: "reports/review").path)
    #expect(!left.contains(".2023.new"))
  }

  @Test func `a second run for the same folder is told so at once`() throws {
    let project = try project()
    let program = try script(
      "flock reports/review/.2023.lock $KC run review --year 2023", in: project)
    #expect(program.exitCode == 5)
    #expect(program.messages.contains("another run is writing 'reports/review/2023'"))
    #expect(try run(FaultTests.report, in: project).exitCode == 0, "no lock stays behind")
  }

  @Test func `a run that is asked to end ends with the signal's code and leaves the report`() throws
  {
    let project = try project()
    let whole = try files(of: project)
    for (signal, code) in [("TERM", 143), ("HUP", 129)] {
      let program = try script(
        "$KC run review --year 2023 --quiet --force & sleep 0.005; kill -\(signal) $!; wait $!",
        in: project
      )
      #expect([0, Int32(code)].contains(program.exitCode))
      #expect(try files(of: project) == whole)
    }
  }

  @Test func `a closed pipe ends the program quietly`() throws {
    let project = try project(withReport: false)
    let program = try script(
      "(echo a,b; yes 1,2 | head -200000) > big.csv; $KC read big.csv --quiet | head -1",
      in: project)
    #expect(program.messages == "")
    #expect(program.output == "{\"line\": 2, \"fields\": {\"a\": \"1\", \"b\": \"2\"}}\n")
  }

  @Test func `outputs are not for others to read`() throws {
    let project = try project(withReport: false)
    #expect(
      try script("umask 000; exec $KC run review --year 2023 --quiet --force", in: project).exitCode
        == 0)
    let report = project.url.appending(path: "reports/review/2023")
    for path in FileManager.default.subpaths(atPath: report.path) ?? [] {
      let rights =
        try FileManager.default.attributesOfItem(atPath: report.appending(path: path).path)[
          .posixPermissions] as? Int
      #expect((rights ?? 0o7) & 0o7 == 0, "\(path)")
    }
  }

  @Test func `a hundred thousand bad records are reported in seconds`() throws {
    let project = try project(withReport: false)
    let file = project.url.appending(path: "inputs/exports/loans/2023/central.csv")
    var text = try String(contentsOf: file, encoding: .utf8)
    text += (0..<100_000).map { "X\($0),M0001,2023-10-01,,Central,Book,no,0\n" }.joined()
    try Data(text.utf8).write(to: file)
    let start = ContinuousClock.now
    let program = try run(["check", "--quiet"], in: project)
    #expect(ContinuousClock.now - start < .seconds(10))
    #expect(program.exitCode == 1)
    #expect(program.messages.contains("and 99980 more findings [bad-identifier]"))
    #expect(program.messages.split(separator: "\n").count < 80)
  }
}
