import Foundation

/// A program that a test runs for real, and what came of it.
struct Program: Sendable {
  /// The exit code.
  let exitCode: Int32

  /// What it wrote on standard output.
  let output: String

  /// What it wrote on standard error.
  let messages: String

  /// The folder of the package.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The built programs: beside the tests, wherever they were built.
  static let builds: URL = {
    let environment = ProcessInfo.processInfo.environment
    if let folder = environment["KERNCIJFERS_BUILD"] { return URL(filePath: folder) }
    return root.appending(path: ".build/release")
  }()

  /// The Python with the libraries of `Scripts/requirements.txt`.
  static let python: URL = {
    let environment = ProcessInfo.processInfo.environment
    return environment["KERNCIJFERS_PYTHON"].map { URL(filePath: $0) }
      ?? root.appending(path: ".venv/bin/python3")
  }()

  /// Runs `kerncijfers` in a folder.
  static func kerncijfers(
    _ arguments: String..., in folder: URL = root, environment: [String: String] = [:]
  ) throws -> Program {
    try run(
      builds.appending(path: "kerncijfers"), arguments, in: folder, environment: environment)
  }

  /// Runs a program to its end.
  static func run(
    _ program: URL, _ arguments: [String], in folder: URL = root,
    environment: [String: String] = [:]
  ) throws -> Program {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment
      .merging(environment) { _, wanted in wanted }
    process.standardInput = FileHandle.nullDevice
    // Files, not pipes: a program that writes much to both can then never wait for the reader.
    let streams = try TemporaryFolder()
    let output = try streams.emptyFile("output")
    let messages = try streams.emptyFile("messages")
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: messages)
    try process.run()
    process.waitUntilExit()
    return try Program(
      exitCode: process.terminationStatus, output: text(of: output), messages: text(of: messages))
  }

  private static func text(of file: URL) throws -> String {
    String(decoding: try Data(contentsOf: file), as: UTF8.self)
  }
}

/// A folder that is there as long as a test holds it.
final class TemporaryFolder: Sendable {
  /// Where it is.
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  /// Makes an empty file in it.
  func emptyFile(_ name: String) throws -> URL {
    try file(name, Data())
  }

  /// Makes a file in it, with the folders that it needs.
  @discardableResult
  func file(_ name: String, _ content: Data) throws -> URL {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try content.write(to: file)
    return file
  }

  /// Copies a file or folder into it.
  func copy(_ source: URL, to name: String) throws {
    let target = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: source, to: target)
  }
}
