import Indicators
import Testing

import Provenance

@Suite struct RunDifferenceTests {
  private func cells(_ rows: [(String, String)], source: String = "exports") throws -> RunCells {
    try #require(RunCells(csv: table(rows, source: source)))
  }

  @Test func `runs of the same things do not differ`() {
    #expect(RunDifference(manifest(), manifest()).isEmpty)
  }

  @Test func `one byte of a delivery names the file and the cells`() throws {
    let difference = RunDifference(manifest(), manifest(loans: "id;day\n2;2023-01-02\n"))
    #expect(
      difference.deliveries.map(\.description)
        == ["loans/2023/harbour.csv: has another content (as many records as before)"])
    let cell = try cells([("Harbour", "1")]).cells[0]
    #expect(
      difference.reasons(for: cell)
        == ["delivery loans/2023/harbour.csv: has another content (as many records as before)"])
  }

  @Test func `records more and set apart are told`() {
    let after = manifest(
      loans: "x", recordsRead: 4, setApart: [RuleCount(rule: "duplicate-key", count: 1)])
    #expect(
      RunDifference(manifest(), after).deliveries.map(\.detail)
        == ["3 more records, 3 counted, 1 before"])
  }

  @Test func `a comment in a definition is text, not meaning`() throws {
    let difference = RunDifference(manifest(), manifest(indicatorsFile: "a#"))
    #expect(difference.definitions.map(\.change) == [.textOnly])
    #expect(difference.reasons(for: try cells([("Harbour", "1")]).cells[0]) == [])
  }

  @Test func `an indicator that counts otherwise is shown with both definitions`() {
    let after = manifest(definition: "number of different member in loans", indicatorsFile: "b")
    let difference = RunDifference(manifest(), after)
    #expect(difference.indicators.map(\.id) == ["loans"])
    #expect(difference.indicators[0].before == "number of records of loans")
    #expect(difference.indicators[0].after == "number of different member in loans")
  }

  @Test func `another program is a reason for every cell`() throws {
    let difference = RunDifference(manifest(), manifest(version: "1.1"))
    #expect(
      difference.reasons(for: try cells([("Harbour", "1")]).cells[0])
        == ["program kerncijfers: 1.0 before, 1.1 now"])
  }

  @Test func `the register is a reason for cells that come from it only`() throws {
    let difference = RunDifference(manifest(), manifest(register: "other"))
    #expect(difference.reasons(for: try cells([("Harbour", "1")]).cells[0]) == [])
    #expect(
      difference.reasons(for: try cells([("Harbour", "1")], source: "register").cells[0])
        == ["register review-2022.csv: has another content (8 bytes before, 5 now)"])
  }

  @Test func `a renamed delivery is not one missing and one added`() {
    let before = [FileRecord(file: "a.csv", content: [1]), FileRecord(file: "b.csv", content: [2])]
    let after = [FileRecord(file: "a.csv", content: [1]), FileRecord(file: "c.csv", content: [2])]
    #expect(
      FileDifference.between(before, after).map(\.description)
        == ["c.csv: was renamed (before: b.csv)"])
  }

  @Test func `a file that is gone and one that came are named`() {
    let before = [FileRecord(file: "a.csv", content: [1])]
    let after = [FileRecord(file: "b.csv", content: [2])]
    #expect(
      FileDifference.between(before, after).map(\.description)
        == ["a.csv: is missing", "b.csv: was added"])
  }

  @Test func `cells come with the largest difference first`() throws {
    let before = try cells([("Harbour", "10"), ("Central", "100"), ("North", "3"), ("South", "5")])
    let after = try cells([("Harbour", "12"), ("Central", "60.5"), ("North", "3"), ("South", "")])
    let differences = CellDifference.between(
      before, after, because: RunDifference(manifest(), manifest()))
    #expect(differences.map(\.place.row) == ["Central", "South", "Harbour"])
    #expect(differences.map(\.change) == ["-39.5", "", "2"])
    #expect(differences[1].after == "'-'")
  }

  @Test func `a cell that only one run has differs`() throws {
    let differences = CellDifference.between(
      try cells([("Harbour", "10")]), try cells([("Harbour", "10"), ("North", "1")]),
      because: RunDifference(manifest(), manifest()))
    #expect(differences.map(\.place.row) == ["North"])
    #expect(differences[0].before == nil)
  }
}
