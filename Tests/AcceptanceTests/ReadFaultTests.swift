import Foundation
import Testing

/// What disks do to the deliveries.
@Suite struct ReadFaultTests {
  private static let report = ["run", "review", "--year", "2023", "--quiet", "--force"]

  private func bytes(of folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in FileManager.default.subpaths(atPath: folder.path) ?? [] {
      files[path] = try? Data(contentsOf: folder.appending(path: path))
    }
    return files
  }

  @Test(arguments: [0, 100])
  func `a disk that fails at a byte ends the run with 4, and the old report stays`(
    byte: Int
  ) throws {
    let project = try LibraryProject()
    let report = project.url(LibraryProject.run)
    let whole = try bytes(of: report)
    let program = try Program.run(
      Program.builds.appending(path: "kerncijfers"), ReadFaultTests.report,
      in: project.folder.url,
      environment: Surroundings.brokenFile("loans/2023/central.csv", fromByte: byte))
    #expect(program.exitCode == 4, "\(program.messages)")
    #expect(
      program.messages.contains(
        """
        loans/2023/central.csv: error: cannot be read at byte \(byte): Input/output error, \
        expected a readable file [unreadable-file]
        """), "\(program.messages)")
    #expect(!whole.isEmpty)
    #expect(try bytes(of: report) == whole)
  }
}
