import Foundation
import Testing

/// The job of every month, in the project of the town library.
@Suite struct MonthlyTests {
  private static let central = "inputs/exports/loans/2023/central.csv"

  private func summary(_ program: Program) -> String {
    program.output.split(separator: "\n").last.map(String.init) ?? ""
  }

  @Test func `a late record is told against the report of the month before`() throws {
    let project = try LibraryProject.monthly()
    let first = try project.kerncijfers("run", "--month", "2023-05", "--quiet")
    #expect(first.exitCode == 0, "\(first.messages)")
    #expect(summary(first).contains("no report of April 2023 to compare with"))

    // A loan of February is registered in June.
    try project.edit(
      Self.central, "L00203,M0003,2023-06-06,2023-06-27,Central,Book,no,0\n",
      "L00203,M0003,2023-06-06,2023-06-27,Central,Book,no,0\n"
        + "L00205,M0005,2023-02-20,2023-03-27,Central,Book,no,0\n")
    let second = try project.kerncijfers("run", "--month", "2023-06", "--quiet")
    #expect(second.exitCode == 0, "\(second.messages)")
    #expect(
      summary(second).contains(
        "since monthly 2023-05: 0 new findings, 2 cells restated (February 2023)"))
    #expect(summary(second).contains("moved most: "))

    let page = try String(
      contentsOf: project.url("reports/monthly/2023-06/monthly-2023-06.md"), encoding: .utf8)
    #expect(page.contains("## Since May 2023"))
    #expect(page.contains("2 numbers changed, about February 2023."))
    #expect(page.contains("Recorded or corrected after monthly 2023-05."))
  }

  @Test
  func `a month is verified with the report of the month before, which is named when changed`()
    throws
  {
    let project = try LibraryProject.monthly()
    _ = try project.kerncijfers("run", "--month", "2023-05", "--quiet")
    _ = try project.kerncijfers("run", "--month", "2023-06", "--quiet")
    let verified = try project.kerncijfers("verify", "monthly/2023-06", "--quiet")
    #expect(verified.exitCode == 0, "\(verified.output)\(verified.messages)")

    try project.edit("reports/monthly/2023-05/figures.csv", ",Feb", ",Veb")
    let changed = try project.kerncijfers("verify", "monthly/2023-06", "--quiet")
    #expect(changed.exitCode == 6)
    #expect(changed.output.contains("parameter: before"))
  }

  @Test func `a report of the month before that is broken is not passed over`() throws {
    let project = try LibraryProject.monthly()
    _ = try project.kerncijfers("run", "--month", "2023-05", "--quiet")
    try Data("nothing".utf8).write(to: project.url("reports/monthly/2023-05/figures.csv"))
    let program = try project.kerncijfers("run", "--month", "2023-06", "--quiet")
    #expect(program.exitCode == 4)
    #expect(program.messages.contains("the report of the period before"))
    #expect(!FileManager.default.fileExists(atPath: project.url("reports/monthly/2023-06").path))
  }

  @Test func `two months are compared, one is published, and its indicator is asked`() throws {
    let project = try LibraryProject.monthly()
    _ = try project.kerncijfers("run", "--month", "2023-05", "--quiet")
    _ = try project.kerncijfers("run", "--month", "2023-06", "--quiet")
    let compared = try project.kerncijfers("compare", "monthly/2023-05", "monthly/2023-06")
    #expect(compared.exitCode == 6, "\(compared.messages)")
    let published = try project.kerncijfers("publish", "monthly/2023-05")
    #expect(published.exitCode == 0, "\(published.messages)")
    let again = try project.kerncijfers("publish", "monthly/2023-05")
    #expect(again.exitCode == 0, "\(again.messages)")
    let asked = try project.kerncijfers("query", "loans", "--month", "2023-06")
    #expect(asked.exitCode == 0, "\(asked.messages)")
    #expect(asked.output.contains("2023-06"))
    let quarter = try project.kerncijfers("run", "--quarter", "2023-Q2", "--quiet")
    #expect(quarter.exitCode == 0, "\(quarter.messages)")
    let verified = try project.kerncijfers("verify", "monthly/2023-q2", "--quiet")
    #expect(verified.exitCode == 0, "\(verified.output)\(verified.messages)")
  }

  @Test func `a month after the last records is provisional, and a statement makes it whole`()
    throws
  {
    let project = try LibraryProject.monthly()
    func firstPage() throws -> String {
      let run = try project.kerncijfers("run", "--month", "2023-12", "--quiet")
      #expect(run.exitCode == 0, "\(run.messages)")
      return try String(
        contentsOf: project.url("reports/monthly/2023-12/monthly-2023-12.md"), encoding: .utf8)
    }
    #expect(try firstPage().contains("December 2023 is provisional: "))
    let statement = project.url("inputs/definitions/deliveries/desk.yaml")
    try FileManager.default.createDirectory(
      at: statement.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data("complete:\n  - {through: \"2023-12-31\", by: The desk}\n".utf8).write(to: statement)
    #expect(try firstPage().contains("December 2023 is complete."))
  }

  @Test func `what comes after the month is outside by rule, without a finding`() throws {
    let project = try LibraryProject.monthly()
    let whole = try project.kerncijfers("run", "--month", "2023-02", "--quiet", "--json")
    #expect(whole.exitCode == 0)
    #expect(whole.output.contains("\"errors\": 0, "))
    #expect(!whole.messages.contains("2023-1"))
  }

  @Test(arguments: [
    ("datarapport", ["--month", "2019-06"], "6", "6"),
    ("datarapport", ["--quarter", "2019-Q2"], "4", "6"),
    ("inburgeringsmonitor", ["--month", "2019-01"], "1", "1"),
    ("inburgeringsmonitor", ["--quarter", "2019-Q1"], "1", "3"),
    ("dashboard-mo", ["--month", "2019-06"], "6", "6"),
    ("maandrapport", ["--month", "2019-06"], "6", "6"),
    ("maandrapport", ["--month", "2019-01"], "1", "1"),
    ("maandrapport", ["--month", "2019-12"], "12", "12"),
    ("kwartaalrapport", ["--quarter", "2019-Q2"], "4", "6"),
  ])
  func `SQL over the same deliveries gives the same cells of each report`(
    report: String, period: [String], first: String, last: String
  ) throws {
    let folder = try TemporaryFolder()
    let output = folder.url.appending(path: "run").path
    let run = try Program.run(
      Program.builds.appending(path: "kerncijfers"),
      ["run", report] + period + ["--quiet", "--output", output])
    #expect(run.exitCode == 0, "\(run.messages)")
    let comparison = try Program.run(
      Program.python,
      [
        "Tests/AcceptanceTests/Oracle/compare.py", "inputs/exports", "\(output)/figures.csv",
        "month.sql", first, last,
      ])
    #expect(comparison.exitCode == 0, "\(comparison.output)\(comparison.messages)")
  }

  @Test(arguments: ["kernindicatoren", "tolken-per-sector", "juridische-helpdesk"])
  func `SQL over the same deliveries gives the same cells of each yearly dashboard`(report: String)
    throws
  {
    let folder = try TemporaryFolder()
    let output = folder.url.appending(path: "run").path
    let run = try Program.run(
      Program.builds.appending(path: "kerncijfers"),
      ["run", report, "--year", "2019", "--quiet", "--output", output])
    #expect(run.exitCode == 0, "\(run.messages)")
    for script in ["figures.sql", "dashboards.sql"] {
      guard script == "figures.sql" || report != "kernindicatoren" else { continue }
      let comparison = try Program.run(
        Program.python,
        [
          "Tests/AcceptanceTests/Oracle/compare.py", "inputs/exports", "\(output)/figures.csv",
          script,
        ])
      #expect(comparison.exitCode == 0, "\(comparison.output)\(comparison.messages)")
    }
  }
}
