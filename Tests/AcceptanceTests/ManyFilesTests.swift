import Foundation
import Testing

/// Thousands of small deliveries.
@Suite struct ManyFilesTests {
  @Test func `three thousand files of one size are read with few files open`() throws {
    let project = try LibraryProject()
    let names = (0..<3000).map { "branch-\($0)" }
    try project.declare(branches: names)
    try FileManager.default.removeItem(at: project.url("inputs/exports/loans/2022"))
    for (number, name) in names.enumerated() {
      let text =
        "loan_id,member_id,lent,returned,branch,item,first_loan,renewals\n"
        + "L\(10_000 + number),M0005,2023-01-12,,\(name),Book,no,0\n"
      try Data(text.utf8).write(to: project.url("inputs/exports/loans/2023/\(name).csv"))
    }
    let program = try Program.run(
      URL(filePath: "/bin/bash"),
      [
        "-c", "ulimit -n 48; exec \"$0\" check",
        Program.builds.appending(path: "kerncijfers").path,
      ], in: project.folder.url)
    #expect(program.exitCode == 0, "\(program.messages)")
    let line = program.output.split(separator: "\n").first { $0.hasPrefix("loans    2023") }
    #expect(line?.contains("3002 of 3002  3009  3009") == true, "\(program.output)")
  }
}
