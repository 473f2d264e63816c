import Foundation
import Testing

@Suite struct CommandLineTests {
  @Test(arguments: [
    ["run"], ["run", "--year", "19"], ["run", "--month", "2019-13"],
    ["run", "--quarter", "2019-Q5"],
    ["run", "--year", "2019", "--month", "2019-01"], ["run", "jaarverlag", "--year", "2019"],
    ["run", "--year", "2019", "--jobs", "0"], ["nonsense"], ["run", "--yaer", "2019"],
    ["run", "--month", "2019-06", "jaarverslag"],
    ["check", "--project", "/nonexistent"],
  ])
  func `bad use ends with 2 and a message on standard error`(arguments: [String]) throws {
    let program = try Program.run(Program.builds.appending(path: "kerncijfers"), arguments)
    #expect(program.exitCode == 2, "\(program.messages)")
    #expect(program.output.isEmpty)
    #expect(!program.messages.isEmpty)
  }

  @Test func `a misspelled report is answered with the one that was meant`() throws {
    let program = try Program.kerncijfers("run", "jaarverlag", "--year", "2019")
    #expect(program.messages.contains("(nearest: 'jaarverslag')"))
  }

  @Test func `help ends with 0 and leads with examples`() throws {
    let program = try Program.kerncijfers("--help")
    #expect(program.exitCode == 0)
    #expect(program.output.contains("EXAMPLES"))
    #expect(program.output.contains("EXIT CODES"))
  }

  @Test(arguments: ["figures", "indicators", "datasets"])
  func `what is defined is listed for people and as JSON`(command: String) throws {
    let table = try Program.kerncijfers(command)
    #expect(table.exitCode == 0)
    let json = try Program.kerncijfers(command, "--json")
    let rows = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: String]]
    #expect(try #require(rows).count == table.output.split(separator: "\n").count - 1)
  }

  @Test func `a run writes nothing into a stream but its summary, and no control characters`()
    throws
  {
    let (_, program) = try FreshRun.result.get()
    #expect(program.output.split(separator: "\n").count == 1)
    #expect(!program.messages.contains("\u{1B}"))
    #expect(!program.messages.contains("\r"))
  }

  @Test func `an output folder that cannot be written ends with 5 before anything is read`() throws
  {
    let folder = try TemporaryFolder()
    try folder.file("file", Data("not a folder".utf8))
    let program = try Program.kerncijfers(
      "run", "--year", "2019", "--output", folder.url.appending(path: "file/2019").path)
    #expect(program.exitCode == 5, "\(program.messages)")
    #expect(!program.messages.contains("read and compute"))
  }

  @Test func `with - as output the figures go to standard output and nothing is written`() throws {
    let folder = try TemporaryFolder()
    let program = try Program.run(
      Program.builds.appending(path: "kerncijfers"),
      ["run", "--year", "2019", "--quiet", "--output", "-", "--project", Program.root.path],
      in: folder.url)
    #expect(program.exitCode == 0, "\(program.messages)")
    #expect(try program.output == String(contentsOf: FreshRun.file("figures.csv"), encoding: .utf8))
    #expect(try FileManager.default.subpathsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  @Test func `with strict warnings nothing is written and the earlier run stays`() throws {
    let folder = try TemporaryFolder()
    try folder.file("2019/mine.txt", Data("earlier".utf8))
    let program = try Program.kerncijfers(
      "run", "--year", "2019", "--strict=warning", "--output",
      folder.url.appending(path: "2019").path)
    #expect(program.exitCode == 1)
    let left = try FileManager.default.subpathsOfDirectory(atPath: folder.url.path)
      .filter { !$0.hasSuffix(".lock") }
    #expect(left.sorted() == ["2019", "2019/mine.txt"])
  }

  @Test func `a file-size limit ends with 5 and leaves the earlier run as it was`() throws {
    let folder = try TemporaryFolder()
    try folder.file("2019/index.html", Data("earlier".utf8))
    let binary = Program.builds.appending(path: "kerncijfers").path
    let output = folder.url.appending(path: "2019").path
    let program = try Program.run(
      URL(filePath: "/bin/bash"),
      ["-c", "ulimit -f 20; exec '\(binary)' run --year 2019 --output '\(output)'"])
    #expect(program.exitCode == 5, "\(program.messages)")
    let left = try FileManager.default.subpathsOfDirectory(atPath: folder.url.path)
      .filter { !$0.hasSuffix(".lock") }
    #expect(left.sorted() == ["2019", "2019/index.html"])
  }
}
