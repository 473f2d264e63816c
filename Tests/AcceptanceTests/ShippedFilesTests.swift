import Foundation
import Testing

@Suite struct ShippedFilesTests {
  @Test func `the generated exports are the pinned bytes`() throws {
    let folder = try TemporaryFolder()
    let exports = folder.url.appending(path: "exports")
    let made = try Program.run(
      Program.builds.appending(path: "SampleExports"), [exports.path])
    #expect(made.exitCode == 0, "\(made.messages)")
    try folder.copy(
      Program.root.appending(path: "inputs/exports/SHA256SUMS"), to: "exports/SHA256SUMS")
    let check = try Program.run(
      URL(filePath: "/usr/bin/sha256sum"), ["--check", "--quiet", "--strict", "SHA256SUMS"],
      in: exports)
    #expect(check.exitCode == 0, "\(check.output)\(check.messages)")
  }

  @Test func `the committed report is what a fresh run writes, byte for byte`() throws {
    let (folder, program) = try FreshRun.result.get()
    #expect(program.exitCode == 0, "\(program.messages)")
    let fresh = try files(in: folder.url.appending(path: "2019"))
    let committed = try files(in: Program.root.appending(path: "reports/jaarverslag/2019"))
    #expect(fresh.keys.sorted() == committed.keys.sorted())
    for (name, content) in fresh {
      #expect(committed[name] == content, "\(name) differs: run 'make report' and read the change")
    }
  }

  @Test(arguments: ["2019-05", "2019-06"])
  func `a committed report of a month is what a fresh run writes, byte for byte`(month: String)
    throws
  {
    let folder = try TemporaryFolder()
    let output = folder.url.appending(path: month)
    let program = try Program.kerncijfers(
      "run", "--month", month, "--quiet", "--output", output.path)
    #expect(program.exitCode == 0, "\(program.messages)")
    let fresh = try files(in: output)
    let committed = try files(in: Program.root.appending(path: "reports/maandrapport/\(month)"))
    #expect(fresh.keys.sorted() == committed.keys.sorted())
    for (name, content) in fresh {
      #expect(committed[name] == content, "\(name) differs: run 'make report' and read the change")
    }
  }

  private func files(in folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where name != "run.json" && !folder.appending(path: name).hasDirectoryPath {
      let file = folder.appending(path: name)
      let isFolder = try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false
      if !isFolder { files[name] = try Data(contentsOf: file) }
    }
    return files
  }
}
