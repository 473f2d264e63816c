import Foundation
import Testing

/// Reads a workbook back with another program: openpyxl, in Python.
enum WorkbookReader {
  /// What a Python script prints about a workbook, line by line.
  ///
  /// The script finds the open workbook as `book` and the file's path as `path`.
  static func lines(of bytes: [UInt8], _ script: String) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("workbook-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("book.xlsx")
    try Data(bytes).write(to: file)
    return try run(script, file: file.path)
  }

  private static func run(_ script: String, file: String) throws -> [String] {
    let opening = """
      import re, sys, zipfile, openpyxl
      path = sys.argv[1]
      book = openpyxl.load_workbook(path)

      """
    let process = Process()
    process.executableURL = python
    process.arguments = ["-c", opening + script, file]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "the script failed; see standard error")
    return text.split(separator: "\n").map(String.init)
  }

  /// The Python with openpyxl: `KERNCIJFERS_PYTHON`, or the one in `.venv` of the package.
  private static var python: URL {
    if let path = ProcessInfo.processInfo.environment["KERNCIJFERS_PYTHON"] {
      return URL(fileURLWithPath: path)
    }
    return URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent(".venv/bin/python3")
  }
}
