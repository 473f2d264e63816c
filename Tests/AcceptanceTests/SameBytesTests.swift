import Foundation
import Testing

@Suite struct SameBytesTests {
  @Test(arguments: [
    ["--jobs", "1"], ["--jobs", "2"], ["--jobs", "7"], ["--jobs", "64"],
  ])
  func `any number of threads writes the same manifest`(options: [String]) throws {
    try expectSameManifest(options: options)
  }

  @Test(arguments: [
    ["TZ": "Pacific/Kiritimati"], ["TZ": "America/New_York", "LC_ALL": "tr_TR.UTF-8"],
    ["TZ": "Europe/Brussels", "LC_ALL": "ar_EG.UTF-8"],
    ["LC_ALL": "nl_BE.UTF-8", "LANG": "nl_BE.UTF-8"],
    ["SOURCE_DATE_EPOCH": "0", "HOME": "/", "USER": "somebody", "LC_ALL": "C"],
  ])
  func `any time zone, locale and home writes the same manifest`(
    environment: [String: String]
  ) throws {
    try expectSameManifest(environment: environment)
  }

  @Test(.enabled(if: Surroundings.canMakeLocales), arguments: ["nl_BE", "tr_TR"])
  func `a language with a decimal comma that the system has writes the same manifest`(
    name: String
  ) throws {
    let (environment, folder) = try Surroundings.locale(name)
    let comma = try Program.run(
      URL(filePath: "/usr/bin/printf"), ["%.1f", "1,5"], environment: environment)
    #expect(comma.output == "1,5", "the C library writes a comma: \(comma.messages)")
    try expectSameManifest(environment: environment)
    withExtendedLifetime(folder) {}
  }

  /// 1970, the last seconds of a leap year's February, New Year's Eve in Brussels, and 2099.
  @Test(arguments: [
    ("1970-01-01T00:00:30Z", "UTC"), ("2000-02-29T23:59:58Z", "Asia/Tokyo"),
    ("2019-12-31T22:30:00Z", "Europe/Brussels"), ("2099-07-01T12:00:00Z", "America/New_York"),
  ])
  func `any clock writes the same manifest, only the record of the run tells it`(
    moment: String, zone: String
  ) throws {
    let wanted = try #require(ISO8601DateFormatter().date(from: moment)).timeIntervalSince1970
    let shift = Int(wanted) - Int(Date().timeIntervalSince1970)
    let folder = try expectSameManifest(
      environment: try Surroundings.clock(shiftedBy: shift).merging(["TZ": zone]) { $1 })
    let record = try JSONSerialization.jsonObject(
      with: Data(contentsOf: folder.url.appending(path: "again/run.json")))
    let startedAt = try #require((record as? [String: Any])?["startedAt"] as? Int)
    #expect(abs(startedAt - Int(wanted)) < 600, "the program saw the other clock")
  }

  @Test func `any order of the files in their folders writes the same manifest`() throws {
    let folder = try TemporaryFolder()
    for name in ["one", "two", "three", "four"] { _ = try folder.emptyFile(name) }
    let list = URL(filePath: "/bin/ls")
    let usual = try Program.run(list, ["-U", folder.url.path])
    let reversed = try Program.run(
      list, ["-U", folder.url.path], environment: Surroundings.reversedFolders())
    #expect(
      reversed.output.split(separator: "\n") == usual.output.split(separator: "\n").reversed())
    try expectSameManifest(environment: Surroundings.reversedFolders())
  }

  @Test(arguments: ["000", "027", "077"])
  func `any umask writes the same files, which others cannot read`(mask: String) throws {
    let project = try LibraryProject()
    let output = project.url("elsewhere/again")
    let program = try Program.run(
      URL(filePath: "/bin/sh"),
      [
        "-c", "umask \(mask); exec \"$0\" run --year 2023 --quiet --output \"$1\"",
        Program.builds.appending(path: "kerncijfers").path, output.path,
      ], in: project.folder.url)
    #expect(program.exitCode == 0, "\(program.messages)")
    #expect(try files(in: output) == files(in: project.url(LibraryProject.run)))
    for name in try files(in: output).keys {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: output.appending(path: name).path)
      let mode = try #require(attributes[.posixPermissions] as? NSNumber).intValue
      #expect(mode & 0o007 == 0, "\(name)")
    }
  }

  @Test(.enabled(if: Surroundings.isAdministrator))
  func `another user without an environment writes the same files`() throws {
    let project = try LibraryProject()
    let other = try TemporaryFolder()
    try other.copy(project.url("inputs"), to: "Other folder/inputs")
    let program = try Program.run(
      URL(filePath: "/bin/sh"),
      [
        "-c",
        """
        cp "$0" "$1/program" && chown -R 65534:65534 "$1" && cd "$1/Other folder" && \
        exec setpriv --reuid=65534 --regid=65534 --clear-groups env -i "$1/program" \
        run --year 2023 --quiet
        """,
        Program.builds.appending(path: "kerncijfers").path, other.url.path,
      ])
    #expect(program.exitCode == 0, "\(program.messages)")
    let again = other.url.appending(path: "Other folder/\(LibraryProject.run)")
    #expect(try files(in: again) == files(in: project.url(LibraryProject.run)))
  }

  @Test func `twenty processes, each with another order of its dictionaries, write the same`()
    throws
  {
    let project = try LibraryProject()
    let first = try files(in: project.url(LibraryProject.run))
    for _ in 1...20 {
      #expect(try project.kerncijfers("run", "--year", "2023", "--quiet", "--force").exitCode == 0)
      #expect(try files(in: project.url(LibraryProject.run)) == first)
    }
  }

  /// The files of a run by name, but for the record of the run.
  private func files(in folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    where name != "run.json" {
      let file = folder.appending(path: name)
      let isFolder = try file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory ?? false
      if !isFolder { files[name] = try Data(contentsOf: file) }
    }
    return files
  }

  /// The manifest holds the SHA-256 of every output, so that equal manifests are equal runs.
  @discardableResult
  private func expectSameManifest(
    options: [String] = [], environment: [String: String] = [:]
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let output = folder.url.appending(path: "again")
    let arguments = ["run", "--year", "2019", "--quiet", "--output", output.path] + options
    let program = try Program.run(
      Program.builds.appending(path: "kerncijfers"), arguments, environment: environment)
    #expect(program.exitCode == 0, "\(program.messages)")
    let manifest = try Data(contentsOf: output.appending(path: "manifest.json"))
    #expect(try manifest == Data(contentsOf: FreshRun.file("manifest.json")))
    return folder
  }
}
