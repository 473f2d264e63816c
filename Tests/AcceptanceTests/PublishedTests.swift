import Foundation
import Testing

/// What was published: the register, the archive and the answers from it.
@Suite struct PublishedTests {
  @Test func `an answer says which publication printed it, when and why again`() throws {
    let project = try LibraryProject()
    let first = try project.kerncijfers("publish", "review/2023", "--date", "2024-02-01")
    #expect(first.exitCode == 0, "\(first.messages)")
    #expect(
      FileManager.default.fileExists(atPath: project.url("reports/archive.sqlite").path))
    try project.edit(
      "inputs/exports/loans/2023/harbour.csv", "L00305,",
      "L00399,M0001,2023-12-27,,harbor,Book,no,0\nL00305,")
    #expect(try project.kerncijfers("run", "--year", "2023", "--quiet").exitCode == 0)
    let again = try project.kerncijfers(
      "publish", "review/2023", "--revision", "a late loan", "--date", "2024-05-01")
    #expect(again.exitCode == 0, "\(again.messages)")

    let answer = try project.kerncijfers(
      "query", "loans", "--published", "--year", "2023", "--where", "branch=harbour", "--format",
      "csv")
    #expect(answer.exitCode == 0, "\(answer.messages)")
    let cells = try rows(ofCSV: project.folder.file("a.csv", Data(answer.output.utf8)))
      .filter { $0["figure"] == "1" && $0["column"] == "2023" }
    #expect(cells.map { $0["value"] } == ["5", "6"])
    #expect(cells.map { $0["version"] } == ["1", "2"])
    #expect(cells.map { $0["published on"] } == ["2024-02-01", "2024-05-01"])
    #expect(cells.map { $0["reason"] } == ["", "a late loan"])
    #expect(cells.last?["printed at"]?.hasPrefix("inputs/published/review-2023.r02.csv:") == true)
    #expect(answer.messages.contains("note: contact: "), "\(answer.messages)")
  }

  @Test func `the archive is made anew when the register or a run changed, and only then`() throws {
    let project = try LibraryProject()
    #expect(try project.kerncijfers("publish", "review/2023").exitCode == 0)
    let archive = project.url("reports/archive.sqlite")
    func inode() throws -> NSNumber? {
      try FileManager.default.attributesOfItem(atPath: archive.path)[.systemFileNumber] as? NSNumber
    }
    let first = try inode()
    #expect(try project.kerncijfers("query", "loans", "--published").exitCode == 0)
    #expect(try inode() == first)
    try project.edit("inputs/published/review-2023.csv", "Harbour,2023,5,", "Harbour,2023,50,")
    let edited = try project.kerncijfers("query", "loans", "--published", "--format", "csv")
    #expect(edited.output.contains(",Harbour,2023,50,"), "\(edited.output)\(edited.messages)")
    try Data("no database".utf8).write(to: archive)
    #expect(try project.kerncijfers("query", "loans", "--published").exitCode == 0)
    try FileManager.default.removeItem(at: archive)
    #expect(try project.kerncijfers("query", "loans", "--published").exitCode == 0)
    #expect(FileManager.default.fileExists(atPath: archive.path))
  }

  @Test func `an archive of another version of the program is made anew`() throws {
    let project = try LibraryProject()
    #expect(try project.kerncijfers("publish", "review/2023").exitCode == 0)
    let archive = project.url("reports/archive.sqlite")
    let older = try Program.run(
      Program.python,
      [
        "-c",
        """
        import sqlite3, sys
        with sqlite3.connect(sys.argv[1]) as archive:
            archive.execute("ALTER TABLE published DROP COLUMN is_suppressed")
        """, archive.path,
      ])
    #expect(older.exitCode == 0, "\(older.messages)")
    let asked = try project.kerncijfers("query", "loans", "--published", "--year", "2023")
    #expect(asked.exitCode == 0, "\(asked.messages)")
  }

  @Test func `what was put into the register by hand is answered without a day`() throws {
    let program = try Program.kerncijfers(
      "query", "eerste-aanmeldingen", "--published", "--year", "2016", "--format", "csv")
    #expect(program.exitCode == 0, "\(program.messages)")
    #expect(program.output.contains("jaarverslag,2019,1,,,4,Limburg,2016,"), "\(program.output)")
  }

  @Test func `publishing the same run again changes no file`() throws {
    let project = try LibraryProject()
    #expect(try project.kerncijfers("publish", "review/2023", "--date", "2024-02-01").exitCode == 0)
    func published() throws -> [String: Data] {
      let folder = project.url("inputs/published")
      return try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .reduce(into: [:]) { $0[$1] = try Data(contentsOf: folder.appending(path: $1)) }
    }
    let before = try published()
    #expect(before.count == 2)
    #expect(try project.kerncijfers("publish", "review/2023", "--date", "2025-01-01").exitCode == 0)
    #expect(try published() == before)
  }
}
