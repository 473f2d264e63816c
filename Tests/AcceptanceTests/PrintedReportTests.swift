import Foundation
import Testing

/// Holds the run of 2019 against the printed report.
@Suite struct PrintedReportTests {
  private struct Place: Hashable, CustomStringConvertible {
    let figure: String
    let row: String
    let column: String

    var description: String { "figure \(figure), \(row), \(column)" }
  }

  private func cells() throws -> [Place: [String: String]] {
    let cells = try rows(ofCSV: FreshRun.file("figures.csv"))
    return Dictionary(
      cells.map { cell in
        (
          Place(
            figure: cell["figure"] ?? "", row: cell["row"] ?? "", column: cell["column"] ?? ""),
          cell
        )
      }
    ) { first, _ in first }
  }

  private func printed() throws -> [[String: String]] {
    try rows(ofCSV: Program.root.appending(path: "inputs/published/jaarverslag-2019.csv"))
  }

  private func exceptions() throws -> [Place: [String: String]] {
    let file = Program.root.appending(path: "Tests/AcceptanceTests/print-exceptions.csv")
    return Dictionary(
      try rows(ofCSV: file).map { row in
        (
          Place(figure: row["figure"] ?? "", row: row["row"] ?? "", column: row["column"] ?? ""),
          row
        )
      }
    ) { first, _ in first }
  }

  /// Whether a computed value is what was printed, by the report's rounding.
  private func isPrinted(_ computed: String, as text: String) -> Bool {
    guard let value = Decimal(string: computed), let wanted = Decimal(string: text) else {
      return false
    }
    let decimals = text.split(separator: ".").dropFirst().first?.count ?? 0
    // Half away from zero is what NSDecimalRound calls plain.
    var (rounded, exact) = (Decimal(), value)
    NSDecimalRound(&rounded, &exact, decimals, .plain)
    return rounded == wanted
  }

  @Test func `every printed number is computed, but for the listed contradictions of the print`()
    throws
  {
    let (cells, exceptions) = try (cells(), exceptions())
    var compared = 0
    var unexplained: [String] = []
    var explained: Set<Place> = []
    for line in try printed() {
      let place = Place(
        figure: line["figure"] ?? "", row: line["row_label"] ?? "",
        column: line["column_label"] ?? "")
      guard let value = line["value"], !value.isEmpty else { continue }
      compared += 1
      let computed = cells[place]?["value"] ?? "no such cell"
      if isPrinted(computed, as: value) { continue }
      if let exception = exceptions[place], exception["printed"] == value,
        isPrinted(computed, as: exception["computed"] ?? "")
      {
        explained.insert(place)
      } else {
        unexplained.append("\(place): printed \(value), computed \(computed)")
      }
    }
    #expect(unexplained.isEmpty, "\(unexplained.sorted().joined(separator: "\n"))")
    #expect(explained == Set(exceptions.keys), "every listed exception is one")
    // All numbers of the print, as published/figures-2019.csv has them.
    #expect(compared == 1612)
  }

  @Test func `a printed dash is never a number, but where zero was counted`() throws {
    let cells = try cells()
    for line in try printed() where line["marker"] == "-" && line["value"] == "" {
      let place = Place(
        figure: line["figure"] ?? "", row: line["row_label"] ?? "",
        column: line["column_label"] ?? "")
      guard let cell = cells[place] else { continue }
      // Figure 21 prints a dash where nothing was counted (rule 8 of the exports).
      if place.figure == "21" {
        #expect(cell["value"] == "0", "\(place)")
      } else {
        #expect(["-", "z"].contains(cell["marker"] ?? ""), "\(place)")
      }
    }
  }

  @Test func `every exception says why`() throws {
    for (place, exception) in try exceptions() {
      #expect((exception["reason"] ?? "").count > 20, "\(place)")
    }
  }

  @Test func `every cell is a number or has a marker, never both`() throws {
    for (place, cell) in try cells() {
      #expect((cell["value"] == "") != (cell["marker"] == ""), "\(place)")
      #expect(["exports", "hand", "register"].contains(cell["source"] ?? ""), "\(place)")
    }
  }
}
