import Definitions
import Findings
import Foundation
import Reports

/// A small folder of definitions, of which a test changes the files that it is about.
struct SmallProject {
  private var files = SmallProject.library

  /// Creates the folder with some files changed or added, or left out with nil.
  init(_ changes: [String: String?] = [:]) {
    for (path, text) in changes { files[path] = text }
  }

  /// What the definitions hold.
  func load() throws -> Definitions {
    try inFolder { folder in
      try Definitions.load(folder: folder, displayPath: "definitions")
    }
  }

  /// What is wrong with the definitions, as it is printed.
  var findings: [String] {
    do {
      _ = try load()
      return []
    } catch DefinitionError.findings(let findings) {
      return findings.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }

  /// Writes the files to a new folder and removes it afterwards.
  func inFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("definitions-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (path, text) in files {
      let file = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return try body(folder.path)
  }

  /// A report whose test shows its chapters: the rest stands below them.
  static func report(_ chapters: String) -> String {
    let rest = """
      id: review
      periods: [year]
      firstYear: 2015
      title: Review of {year}
      language: en
      numbers: {decimal: ".", group: ","}
      words:
      """
    return chapters + "\n" + rest + "\n" + words()
  }

  /// The names of months and quarters.
  static let calendar =
    "calendar: {months: [a, b, c, d, e, f, g, h, i, j, k, l], quarters: [m, n, o, p], "
    + "form: \"{part} {year}\"}\n"

  /// The words of a report, but for some of them.
  static func words(besides others: [String] = []) -> String {
    ReportWord.allCases.map(\.rawValue).filter { !others.contains($0) }
      .map { "  \($0): w\n" }.joined()
  }
}
