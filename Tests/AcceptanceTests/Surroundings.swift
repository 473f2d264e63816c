import Foundation
import Testing

/// Other surroundings for the program: a clock that goes wrong, folders in another order.
enum Surroundings {
  /// Whether the tests may become another user.
  static let isAdministrator = geteuid() == 0

  /// An environment in which the clock is so many seconds off.
  static func clock(shiftedBy seconds: Int) throws -> [String: String] {
    ["LD_PRELOAD": try library().path, "KERNCIJFERS_CLOCK": String(seconds)]
  }

  /// An environment in which folders list their files in reverse.
  static func reversedFolders() throws -> [String: String] {
    ["LD_PRELOAD": try library().path, "KERNCIJFERS_REVERSED": "1"]
  }

  /// What is loaded before the C library, compiled once for all tests.
  private static let built = Result { () throws -> (folder: TemporaryFolder, file: URL) in
    let folder = try TemporaryFolder()
    let file = folder.url.appending(path: "surroundings.so")
    let compiler = try Program.run(
      URL(filePath: "/usr/bin/env"),
      [
        "clang", "-shared", "-fPIC", "-O1", "-o", file.path,
        Program.root.appending(path: "Tests/Surroundings/surroundings.c").path, "-ldl",
      ])
    #expect(compiler.exitCode == 0, "\(compiler.messages)")
    return (folder, file)
  }

  private static func library() throws -> URL { try built.get().file }
}
