import Foundation
import Testing

/// Holds the printed report of 2019 against itself and the shipped exports, as a user would.
@Suite struct ReconcileTests {
  private static let print = "inputs/published/jaarverslag-2019.csv"
  private static let sentences = "Tests/AcceptanceTests/Print/statements-2019.csv"

  /// Every contradiction of the print, found by hand: figure, row, column.
  private static let contradictions: Set<String> = [
    "kerncijfers|Inburgering / Eerste aanmeldingen|2017",
    "kerncijfers|Inburgering / Eerste inburgeringscontracten|2017",
    "kerncijfers|Inburgering / Gestarte cursussen MO|2017",
    "kerncijfers|Inburgering / Inburgeringsattesten|2017",
    "kerncijfers|Nederlands als tweede taal / Inschrijvingen (Vlaanderen en Brussel)|2017",
    "kerncijfers|Vreemdelingenrecht en internationaal familierecht / Helpdeskvragen|2016",
    "kerncijfers|Vreemdelingenrecht en internationaal familierecht / Helpdeskvragen|2015",
    "4|Totaal|2015", "7|Totaal|2016", "21|Totaal|Geslaagd", "21|Totaal|Niet geslaagd",
    "29|Totaal|NT2-gesprek", "31|Totaal|Civiele test", "32|Totaal|CBE", "32|Totaal|CBE alfa",
    "32|Totaal|CBE NT2", "32|Totaal|CVO standaard", "32|Totaal|CVO verkort of UTC",
    "32|Totaal|CVO verlengd", "47|Provincie West-Vlaanderen|Aandeel",
    "47|Provincie Vlaams-Brabant|Aandeel", "48|Betrokkene zelf|Aandeel",
    "48|Ruime publiek|Aandeel", "49|Totaal|Totaal", "49|Justitie|Aandeel", "S120",
  ]

  private struct Answer: Decodable {
    let places: Int
    let discrepancies: [Item]
    let ranges: [Range]
  }

  private struct Item: Decodable {
    let verdict: String
    let figure: String?
    let row: String?
    let column: String?
    let sentence: String?

    var place: String {
      sentence ?? [figure, row, column].compactMap { $0 }.joined(separator: "|")
    }
  }

  private struct Range: Decodable {
    let figures: [String]
    let from: Int
    let to: Int
  }

  @Test func `every contradiction of the print is found, and no false one`() throws {
    let folder = try TemporaryFolder()
    let program = try Program.kerncijfers(
      "reconcile", Self.print, Self.sentences, "--json", "--output",
      folder.url.appending(path: "out").path)
    #expect(program.exitCode == 6, "\(program.messages)")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(program.output.utf8))
    let unexplained = answer.discrepancies.filter { $0.verdict == "unexplained" }
    #expect(Set(unexplained.map(\.place)) == Self.contradictions)
    #expect(unexplained.count == Self.contradictions.count)
    #expect(answer.places == 28, "two wrong totals are printed once more in the overview")
    #expect(answer.ranges.map(\.figures) == [["47", "48", "49"]])
    #expect(answer.ranges.map(\.from) == [10482] && answer.ranges.map(\.to) == [10493])
    let page = try String(
      contentsOf: folder.url.appending(path: "out/reconciliation.md"), encoding: .utf8)
    #expect(page.contains("all of them follow from a whole between 10482 and 10493"))
    #expect(page.contains("Brussel is left out and would come first"))
  }

  @Test func `a print that agrees with itself ends with exit code 0`() throws {
    let folder = try TemporaryFolder()
    try folder.file(
      "small-2019.csv",
      Data(
        """
        figure,title,row_label,column_label,value,marker,note
        4,T,Limburg,2019,3,,
        4,T,Brussel,2019,4,,
        4,T,Totaal,2019,7,,

        """.utf8))
    let program = try Program.kerncijfers(
      "reconcile", folder.url.appending(path: "small-2019.csv").path, "--print-only", "--output",
      folder.url.appending(path: "out").path)
    #expect(program.exitCode == 0, "\(program.messages)")
    #expect(program.output.contains("0 unexplained"))
  }

  @Test func `what is no printed report is refused`() throws {
    let noYear = try Program.kerncijfers("reconcile", "inputs/README.md")
    #expect(noYear.exitCode == 2 && noYear.messages.contains("add --year 2019"))
    let noFile = try Program.kerncijfers("reconcile", "none-2019.csv")
    #expect(noFile.exitCode == 4)
    let wrong = try Program.kerncijfers("reconcile", Self.sentences, "--year", "2019")
    #expect(wrong.exitCode == 4 && wrong.messages.contains("is no file of printed cells"))
  }
}
