import Foundation
import Testing

/// The report of 2018, from the same definitions, as far as its exports and the register allow.
@Suite struct EarlierYearTests {
  @Test func `the report of 2018 is made, and says what is missing`() throws {
    let folder = try TemporaryFolder()
    let program = try Program.kerncijfers(
      "run", "--year", "2018", "--output", folder.url.appending(path: "2018").path)
    #expect(program.exitCode == 0, "\(program.messages)")
    // Contracts are complete from 2019 on only, and figure 11 is about those that run.
    #expect(program.messages.contains("sentence 'S026' is not printed for 2018"))
    #expect(program.messages.contains("figure '11' has no number for 2018"))
    let cells = try rows(ofCSV: folder.url.appending(path: "2018/figures.csv"))
    func value(_ figure: String, _ row: String, _ column: String) -> String? {
      cells.first {
        $0["figure"] == figure && $0["row"] == row && $0["column"] == column
      }.map { ($0["value"] ?? "") + ($0["marker"] ?? "") }
    }
    // As the report of 2019 prints 2018.
    #expect(value("4", "Totaal", "2018") == "17364")
    #expect(value("28", "Totaal", "2018") == "74350")
    #expect(value("24", "Totaal", "2018") == "12183")
    #expect(value("11", "Totaal", "Totaal") == "-")
    // The helpdesk was centralised in February 2018: nothing is compared over that.
    #expect(value("46", "Totaal", "2018 t.o.v. 2017 (%)") == "w")
    let page = try String(
      contentsOf: folder.url.appending(path: "2018/jaarverslag-2018.md"), encoding: .utf8)
    #expect(
      page.contains("| 10.202 | 10.194 | -8 | Correctie t.o.v. jaarverslag 2018 door lege records"))
  }
}
