import Foundation
import Testing

@Suite struct LogTests {
  private struct Line: Decodable {
    let time: String
    let level: String
    let message: String
    let milliseconds: Int?
    let file: String?
    let rule: String?
    let exit: Int?
  }

  private func lines(_ program: Program) throws -> [Line] {
    try program.messages.split(separator: "\n").map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
  }

  @Test func `as JSON every line of standard error is an object with time, level and message`()
    throws
  {
    let project = try LibraryProject()
    try project.edit(
      "inputs/exports/loans/2023/harbour.csv", "2023-12-02,,harbor,Film", "2023-12-02,,harbor,Flim")
    let program = try project.kerncijfers("run", "--year", "2023", "--log-format", "json")
    #expect(program.exitCode == 1)
    let lines = try lines(program)
    #expect(lines.allSatisfy { $0.time.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil })
    #expect(lines.contains { $0.level == "info" && $0.milliseconds != nil })
    let finding = try #require(lines.first { $0.rule == "unknown-code" })
    #expect(finding.level == "error")
    #expect(finding.file == "loans/2023/harbour.csv")
  }

  @Test func `an error that ends the program says which exit code`() throws {
    let project = try LibraryProject()
    let program = try project.kerncijfers("run", "other", "--year", "2023", "--log-format=json")
    let line = try #require(try lines(program).last)
    #expect(line.exit == 2)
    #expect(program.exitCode == 2)
    #expect(!line.message.contains("fix:"))
  }

  @Test func `each level tells what the one after it tells, and more`() throws {
    let project = try LibraryProject()
    let counts = try ["debug", "info", "warning"].map { level in
      try project.kerncijfers("run", "--year", "2023", "--force", "--log-level", level)
        .messages.split(separator: "\n").count
    }
    #expect(counts[0] > counts[1])
    #expect(counts[1] > counts[2])
    let debug = try project.kerncijfers("run", "--year", "2023", "--force", "--log-level", "debug")
    #expect(debug.messages.contains("debug: loans/2023/harbour.csv: 5 records read, 5 counted"))
  }

  @Test func `no level and no form tells what belongs to a person`() throws {
    let project = try LibraryProject()
    try project.edit("inputs/exports/loans/2023/harbour.csv", "L00304,M0007", "L00301,M0007")
    for form in ["text", "json"] {
      let program = try project.kerncijfers(
        "run", "--year", "2023", "--force", "--log-level", "debug", "--log-format", form)
      #expect(program.messages.firstMatch(of: /[LM][0-9]{4,5}/) == nil, "\(program.messages)")
    }
  }
}
