import Foundation
import Testing

/// `--incremental`: a cache saves reading and never changes a byte.
@Suite struct CacheTests {
  private let cache = ".kerncijfers-cache"

  private func run(_ project: LibraryProject, _ options: String...) throws -> Program {
    let program = try Program.run(
      Program.builds.appending(path: "kerncijfers"),
      ["run", "--year", "2023", "--force"] + options, in: project.folder.url)
    #expect(program.exitCode < 2, "\(program.messages)")
    return program
  }

  /// The manifest, which has the SHA-256 of every output.
  private func manifest(_ project: LibraryProject) throws -> Data {
    try Data(contentsOf: project.url("\(LibraryProject.run)/manifest.json"))
  }

  private func entries(_ project: LibraryProject) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: project.url(cache), includingPropertiesForKeys: nil
    ).filter { $0.lastPathComponent.count == 64 }
  }

  @Test func `the annual report is the same with a new cache, a full one and a broken one`() throws
  {
    let folder = try TemporaryFolder()
    let wanted = try Data(contentsOf: FreshRun.file("manifest.json"))
    let cache = folder.url.appending(path: "cache")
    func make() throws -> Program {
      let program = try Program.kerncijfers(
        "run", "--year", "2019", "--force", "--output", folder.url.appending(path: "2019").path,
        "--cache", cache.path)
      #expect(try Data(contentsOf: folder.url.appending(path: "2019/manifest.json")) == wanted)
      return program
    }
    #expect(try make().messages.contains(", 0 from the cache"))
    #expect(try !make().messages.contains(", 0 from the cache"))
    for (index, file) in try FileManager.default.contentsOfDirectory(
      at: cache, includingPropertiesForKeys: nil
    ).enumerated() where file.lastPathComponent.count == 64 {
      var bytes = try Data(contentsOf: file)
      bytes[bytes.count - 1 - index % 40] ^= 1
      try bytes.write(to: file)
    }
    let again = try make()
    #expect(again.messages.contains(", 0 from the cache"), "\(again.messages)")
    #expect(again.messages.contains("were not as they were written"), "\(again.messages)")
  }

  @Test func `only what changed is read again`() throws {
    let project = try LibraryProject()
    let before = try manifest(project)
    #expect(try run(project, "--incremental").messages.contains(", 0 from the cache"))
    #expect(try run(project, "--incremental").messages.contains(", 6 from the cache"))
    #expect(try manifest(project) == before)
    try project.edit(
      "inputs/exports/loans/2023/harbour.csv", "2023-12-02,,harbor,Film", "2023-12-02,,harbor,Book")
    #expect(try run(project, "--incremental").messages.contains(", 5 from the cache"))
    let incremental = try manifest(project)
    _ = try run(project, "--no-cache", "--incremental")
    #expect(try manifest(project) == incremental)
  }

  @Test func `datasets and code lists that say something else make everything anew`() throws {
    let project = try LibraryProject()
    _ = try run(project, "--incremental")
    try project.edit(
      "inputs/definitions/codelists/library.yaml", "variants: [Harbor]", "variants: [Haven]")
    #expect(try run(project, "--incremental").messages.contains(", 0 from the cache"))
    let incremental = try manifest(project)
    _ = try run(project)
    #expect(try manifest(project) == incremental)
  }

  @Test func `another plan takes the same records`() throws {
    let project = try LibraryProject()
    let check = try project.kerncijfers("check", "--incremental")
    #expect(check.messages.contains(", 0 from the cache"), "\(check.messages)")
    try project.edit(
      "inputs/definitions/indicators/lending.yaml",
      "measure: {kind: unique-count, dataset: loans, column: member_id}",
      "measure: {kind: record-count, dataset: loans}")
    #expect(try run(project, "--incremental").messages.contains(", 6 from the cache"))
    let incremental = try manifest(project)
    _ = try run(project)
    #expect(try manifest(project) == incremental)
  }

  @Test func `keys, references and marks over several files are found in what was kept`() throws {
    let project = try LibraryProject()
    try project.edit(
      "inputs/exports/loans/2023/harbour.csv", "L00304,M0007,2023-12-02,,harbor,Film,yes",
      "L00301,M9999,2023-12-02,,harbor,Film,yes")
    _ = try run(project)
    let wanted = try manifest(project)
    for _ in 1...3 {
      let program = try run(project, "--incremental")
      #expect(program.messages.contains("[duplicate-key]"), "\(program.messages)")
      #expect(try manifest(project) == wanted)
    }
  }

  @Test func `foreign entries are not taken`() throws {
    let project = try LibraryProject()
    let wanted = try manifest(project)
    _ = try run(project, "--incremental")
    let files = try entries(project)
    let contents = try files.map { try Data(contentsOf: $0) }
    for (index, file) in files.enumerated() {
      try contents[(index + 1) % files.count].write(to: file)
    }
    let program = try run(project, "--incremental")
    #expect(program.messages.contains("6 entries of the cache"), "\(program.messages)")
    #expect(try manifest(project) == wanted)
    try FileManager.default.removeItem(at: project.url(cache))
    _ = try run(project, "--incremental")
    #expect(try manifest(project) == wanted)
  }

  @Test func `nobody else may look into it, and without the option there is none`() throws {
    let project = try LibraryProject()
    _ = try run(project)
    #expect(!FileManager.default.fileExists(atPath: project.url(cache).path))
    _ = try run(project, "--incremental")
    func mode(_ url: URL) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: url.path)[.posixPermissions] as? Int
    }
    #expect(try mode(project.url(cache)) == 0o700)
    for entry in try entries(project) { #expect(try mode(entry) == 0o600) }
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: project.url(cache).path)
    let program = try Program.run(
      Program.builds.appending(path: "kerncijfers"),
      ["run", "--year", "2023", "--force", "--incremental"], in: project.folder.url)
    #expect(program.exitCode == 5)
    #expect(program.messages.contains("is open to others"), "\(program.messages)")
  }
}
