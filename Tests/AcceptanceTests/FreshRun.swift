import Foundation

/// One run of the annual report of 2019 on the shipped exports, made once for all tests.
enum FreshRun {
  /// The folder with its outputs, and what the program said.
  static let result = Result { () throws -> (folder: TemporaryFolder, program: Program) in
    let folder = try TemporaryFolder()
    let program = try Program.kerncijfers(
      "run", "--year", "2019", "--output", folder.url.appending(path: "2019").path)
    return (folder, program)
  }

  /// A file of the run.
  static func file(_ name: String) throws -> URL {
    try result.get().folder.url.appending(path: "2019/\(name)")
  }
}
