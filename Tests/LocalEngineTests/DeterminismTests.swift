import Exports
import Findings
import Indicators
import LocalEngine
import Schemas
import TestSupport
import Testing

/// The same bytes for any number of jobs, any order of files and any cut.
@Suite struct DeterminismTests {
  private let loans = ExportSchema.dataset(
    "loans",
    [
      ExportSchema.identifier("loan", "L[0-9]{8}"), ExportSchema.date("day"),
      ExportSchema.column("language", .openCode(list: "language")),
      ExportSchema.column("note", .text, isPublic: false),
    ], key: "loan", event: "day")

  private let aggregates = [
    Aggregate(
      RecordSource(dataset: "loans"), by: [.eventMonth, .dimension("language")],
      .distinct(column: "loan")),
    Aggregate(RecordSource(dataset: "loans"), by: [.eventYear], .count),
  ]

  private func export(_ count: Int, from key: Int, year: Int, lineBreaks: Bool) -> String {
    let languages = ["Frans", "frans", "FRANS", "Dari", "DARI", "dari", "Fárs", "F\u{61}\u{301}rs"]
    let lines = (0..<count).map { index in
      let number = String(100_000_000 + key + index).dropFirst()
      let language = languages[(index / 3 + key) % languages.count]
      let month = index % 500 == 7 ? "13" : "0\(index % 9 + 1)"
      let note =
        lineBreaks && index % 5 == 0
        ? "\"said;\"\"yes\"\"\n" + String(repeating: "L00000001;2019-01-01;Frans;x\n", count: 9)
          + "\""
        : "x"
      return "L\(number);\(year)-\(month)-11;\(language);\(note)\n"
    }
    return "loan;day;language;note\n" + lines.joined()
  }

  private func outcome(_ folder: ExportFolder, jobs: Int, reversed: Bool) throws -> PlanOutcome {
    let deliveries = try DeliveryFolder(path: folder.path, schemas: [loans]).deliveries().deliveries
    return try LocalEngine(schemas: [loans], dimensions: [], jobs: jobs, progress: nil)
      .run(Plan(aggregates), over: reversed ? deliveries.reversed() : deliveries)
  }

  @Test(arguments: [true, false])
  func `results, findings, books and spellings do not depend on jobs or order`(
    _ lineBreaks: Bool
  ) throws {
    let folder = try ExportFolder()
    for (index, year) in [2018, 2019, 2020].enumerated() {
      let text = export(
        year == 2019 ? 150_000 : 500, from: index * 1_000_000, year: year, lineBreaks: lineBreaks)
      try folder.write(text, to: "loans/\(year)/all.csv")
    }
    let first = try outcome(folder, jobs: 1, reversed: false)
    #expect(first.books.map(\.recordsRead) == [500, 150_000, 500])
    #expect(first.findings.count == 302)
    #expect(first.results.spellings["language"]?["fars"] == "Fa\u{301}rs")
    for (jobs, reversed) in [(2, true), (7, false)] {
      let other = try outcome(folder, jobs: jobs, reversed: reversed)
      #expect(Array(other.findings) == Array(first.findings))
      #expect(other.books == first.books)
      #expect(other.results.spellings == first.results.spellings)
      for aggregate in aggregates {
        #expect(other.results.table(aggregate) == first.results.table(aggregate))
      }
    }
  }
}
