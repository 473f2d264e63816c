import Foundation
import Testing

/// Other surroundings for the program: a clock that goes wrong, folders in another order, a disk
/// that fails.
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

  /// An environment in which a file cannot be read from a byte on.
  static func brokenFile(_ name: String, fromByte byte: Int) throws -> [String: String] {
    [
      "LD_PRELOAD": try library().path, "KERNCIJFERS_BROKEN_FILE": name,
      "KERNCIJFERS_BROKEN_BYTE": String(byte),
    ]
  }

  /// Whether the system can make languages that are not installed.
  static let canMakeLocales =
    FileManager.default.fileExists(atPath: "/usr/bin/localedef")
    && FileManager.default.fileExists(atPath: "/usr/share/i18n/locales")

  /// An environment in which the system speaks a language that it need not have, such as `nl_BE`;
  /// the folder holds it.
  static func locale(_ name: String) throws -> (
    environment: [String: String], folder: TemporaryFolder
  ) {
    let folder = try TemporaryFolder()
    let made = try Program.run(
      URL(filePath: "/usr/bin/localedef"),
      ["-i", name, "-f", "UTF-8", folder.url.appending(path: "\(name).UTF-8").path])
    #expect(made.exitCode == 0, "\(made.messages)")
    return (["LOCPATH": folder.url.path, "LC_ALL": "\(name).UTF-8"], folder)
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
