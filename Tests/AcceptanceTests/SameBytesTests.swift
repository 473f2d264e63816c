import Foundation
import Testing

@Suite struct SameBytesTests {
  @Test(arguments: [
    ["--jobs", "1"], ["--jobs", "2"], ["--jobs", "7"],
  ])
  func `any number of threads writes the same manifest`(options: [String]) throws {
    try expectSameManifest(options: options)
  }

  @Test(arguments: [
    ["TZ": "Pacific/Kiritimati"], ["TZ": "America/New_York", "LC_ALL": "tr_TR.UTF-8"],
    ["LC_ALL": "nl_BE.UTF-8", "LANG": "nl_BE.UTF-8"], ["SOURCE_DATE_EPOCH": "0", "HOME": "/"],
  ])
  func `any time zone, locale and home writes the same manifest`(
    environment: [String: String]
  ) throws {
    try expectSameManifest(environment: environment)
  }

  /// The manifest holds the SHA-256 of every output, so that equal manifests are equal runs.
  private func expectSameManifest(
    options: [String] = [], environment: [String: String] = [:]
  ) throws {
    let folder = try TemporaryFolder()
    let output = folder.url.appending(path: "again")
    let arguments = ["run", "--year", "2019", "--quiet", "--output", output.path] + options
    let program = try Program.run(
      Program.builds.appending(path: "kerncijfers"), arguments, environment: environment)
    #expect(program.exitCode == 0, "\(program.messages)")
    let manifest = try Data(contentsOf: output.appending(path: "manifest.json"))
    #expect(try manifest == Data(contentsOf: FreshRun.file("manifest.json")))
  }
}
