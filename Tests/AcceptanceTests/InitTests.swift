import Foundation
import Testing

@Suite struct InitTests {
  private func kerncijfers(_ arguments: String..., in folder: TemporaryFolder) throws -> Program {
    try Program.run(
      Program.builds.appending(path: "kerncijfers"), arguments, in: folder.url)
  }

  private func text(_ folder: TemporaryFolder, _ path: String) throws -> String {
    try String(contentsOf: folder.url.appending(path: path), encoding: .utf8)
  }

  @Test func `a new project runs at once and says that its deliveries are made up`() throws {
    let folder = try TemporaryFolder()
    let made = try kerncijfers("init", "new", in: folder)
    #expect(made.exitCode == 0, "\(made.messages)")
    let run = try kerncijfers("run", "--year", "2024", "--project", "new", in: folder)
    #expect(run.exitCode == 0, "\(run.messages)")
    // By hand: 8 + 5 visits in 2024, 6 + 4 in 2023.
    let figures = try text(folder, "new/reports/review/2024/figures.csv")
    #expect(figures.contains("1,Visits in 2023-2024,Total,2024,13,"), "\(figures)")
    #expect(figures.contains("Total,2023,10,"))
    #expect(try text(folder, "new/README.md").contains("made up"))
    let check = try kerncijfers("check", "--project", "new", in: folder)
    #expect(check.messages.isEmpty || !check.messages.contains("warning"), "\(check.messages)")
  }

  @Test func `nothing is written over, and nothing is written beside what is there`() throws {
    let folder = try TemporaryFolder()
    try folder.file("new/inputs/definitions/datapackage.yaml", Data("mine\n".utf8))
    let made = try kerncijfers("init", "new", in: folder)
    #expect(made.exitCode == 2)
    #expect(made.messages.contains("is there already"), "\(made.messages)")
    #expect(try text(folder, "new/inputs/definitions/datapackage.yaml") == "mine\n")
    let files = FileManager.default.subpaths(atPath: folder.url.path) ?? []
    #expect(!files.contains { $0.hasSuffix("README.md") })
  }

  /// Sixty records as a helpdesk might deliver them.
  private func delivery(_ delimiter: String = ";", end: String = "\r\n") -> String {
    let lines = (0..<60).map { index in
      let day = index % 28 + 1
      return [
        "Q\(10_000 + index)", "P\(2000 + index % 20)",
        "\(day < 10 ? "0" : "")\(day)/03/2024", ["ja", "nee"][index % 2],
        ["Not passed", "Passed with honours"][index % 2], ["Peeters", "Janssens"][index % 2],
        "Ann\(index) lives in caf\u{E9} \(index)", String(index % 7), "\(index),5",
      ].joined(separator: delimiter)
    }
    let header = [
      "question_id", "person_id", "asked", "answered", "result", "clerk", "remark", "minutes",
      "score",
    ].joined(separator: delimiter)
    return ([header] + lines).joined(separator: end) + end
  }

  @Test func `what is drafted from a delivery loads and reads it`() throws {
    let folder = try TemporaryFolder()
    let bytes = try #require(delivery().data(using: .windowsCP1252))
    try folder.file("questions/2024/2024-03.csv", bytes)
    let made = try kerncijfers("init", "--from", "questions/2024/2024-03.csv", "new", in: folder)
    #expect(made.exitCode == 0, "\(made.messages)")
    #expect(!made.messages.contains("warning"), "\(made.messages)")

    let schema = try text(folder, "new/inputs/definitions/schemas/questions.yaml")
    #expect(schema.contains("primaryKey: \"question_id\""))
    #expect(schema.contains("pattern: \"P[0-9]{4}\""))
    #expect(schema.contains("name: \"asked\", type: date, format: \"%d/%m/%Y\", constraints"))
    #expect(schema.contains("name: \"minutes\", type: integer"))
    #expect(schema.contains("name: \"score\", type: number, decimalChar: \",\""))
    #expect(schema.count(of: "# review:") == 10, "the key and each of nine columns")
    let package = try text(folder, "new/inputs/definitions/datapackage.yaml")
    #expect(package.contains("encoding: windows-1252"))
    #expect(package.contains("delimiter: \";\", lineTerminator: \"\\r\\n\""))
    #expect(package.contains("files: month"))
    #expect(package.contains("event: \"asked\""))

    try folder.copy(
      folder.url.appending(path: "questions/2024"), to: "new/inputs/exports/questions/2024")
    let read = try kerncijfers(
      "read", "new/inputs/exports/questions/2024/2024-03.csv", "--dataset", "questions",
      "--project", "new", in: folder)
    #expect(read.exitCode == 0, "\(read.messages)")
    #expect(read.output.split(separator: "\n").count == 60)
    let run = try kerncijfers("run", "--year", "2024", "--project", "new", in: folder)
    #expect(run.exitCode < 2, "\(run.messages)")
    // January and February were not delivered, so that the year is not known.
    #expect(
      try text(folder, "new/reports/review/2024/figures.csv").contains("Records,2024,,-,"))
  }

  @Test func `no value that might name a person stands in a draft`() throws {
    let folder = try TemporaryFolder()
    try folder.file(
      "questions.csv", Data(delivery(",", end: "\n").replacing(",5\n", with: "\n").utf8))
    #expect(try kerncijfers("init", "--from", "questions.csv", "new", in: folder).exitCode == 0)
    let files = FileManager.default.subpaths(atPath: folder.url.appending(path: "new").path) ?? []
    for file in files where file.hasSuffix(".yaml") || file.hasSuffix(".md") {
      let text = try text(folder, "new/\(file)")
      for name in ["Peeters", "Janssens", "Ann1", "P2001", "Q10001"] {
        #expect(!text.contains(name), "\(file)")
      }
    }
    let lists = try text(folder, "new/inputs/definitions/codelists/questions.yaml")
    #expect(lists.contains("label: \"ja\""))
    #expect(lists.contains("label: \"Passed with honours\""))
    let schema = try text(folder, "new/inputs/definitions/schemas/questions.yaml")
    #expect(schema.contains("draft it again with --codes clerk"))
  }

  @Test func `the analyst says that a column holds codes`() throws {
    let folder = try TemporaryFolder()
    try folder.file("questions.csv", Data(delivery(";", end: "\n").utf8))
    let made = try kerncijfers(
      "init", "--from", "questions.csv", "--codes", "clerk", "new", in: folder)
    #expect(made.exitCode == 0, "\(made.messages)")
    #expect(
      try text(folder, "new/inputs/definitions/codelists/questions.yaml")
        .contains("label: \"Peeters\""))
    let other = try kerncijfers(
      "init", "--from", "questions.csv", "--codes", "clark", "other", in: folder)
    #expect(other.exitCode == 2)
    #expect(other.messages.contains("(nearest: 'clerk')"), "\(other.messages)")
  }

  @Test func `a draft is added to a project that is there, once`() throws {
    let folder = try TemporaryFolder()
    #expect(try kerncijfers("init", "new", in: folder).exitCode == 0)
    let before = try text(folder, "new/inputs/definitions/datapackage.yaml")
    try folder.file("questions.csv", Data(delivery("\t", end: "\n").utf8))
    let made = try kerncijfers("init", "--from", "questions.csv", "new", in: folder)
    #expect(made.exitCode == 0, "\(made.messages)")
    let after = try text(folder, "new/inputs/definitions/datapackage.yaml")
    #expect(after.hasPrefix(before))
    let datasets = try kerncijfers("datasets", "--project", "new", in: folder)
    #expect(datasets.output.contains("questions"), "\(datasets.output)\(datasets.messages)")
    let again = try kerncijfers("init", "--from", "questions.csv", "new", in: folder)
    #expect(again.exitCode == 2)
    #expect(try text(folder, "new/inputs/definitions/datapackage.yaml") == after)
  }

  @Test(arguments: ["", "a;b\n", "a;b\n1;2\n", "a;a\n2024-01-01;x\n", "just text\n"])
  func `what is no delivery is refused and nothing is written`(content: String) throws {
    let folder = try TemporaryFolder()
    try folder.file("some.csv", Data(content.utf8))
    let made = try kerncijfers("init", "--from", "some.csv", "new", in: folder)
    #expect(made.exitCode == 4, "\(made.output)\(made.messages)")
    #expect(FileManager.default.subpaths(atPath: folder.url.path) == ["some.csv"])
  }
}

extension String {
  fileprivate func count(of part: String) -> Int { ranges(of: part).count }
}
