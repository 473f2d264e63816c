import Foundation
import Testing

/// Holds the answers of `query` against the report: a question for a figure can never have another
/// answer than the figure.
@Suite struct QueryTests {
  /// A cell of the report with the question that asks for the same number.
  private struct Asked: Decodable {
    let figure: String
    let row: String
    let column: String
    let value: String
    let marker: String
    let question: [String]
  }

  private struct Report: Decodable {
    let numbersAddedUp: Int
    let problems: [String]
    let cells: [Asked]
  }

  /// What is told of every cell of the annual report, asked once for all tests.
  private static let every = Result { () throws -> Report in
    let program = try Program.kerncijfers("explain", "--every", "--year", "2019", "--json")
    #expect(program.exitCode == 0, "\(program.messages)")
    return try JSONDecoder().decode(Report.self, from: Data(program.output.utf8))
  }

  @Test func `the records of every cell of the report make the cell`() throws {
    let report = try QueryTests.every.get()
    #expect(report.problems.isEmpty)
    #expect(report.numbersAddedUp > 1000)
    let cells = try rows(ofCSV: FreshRun.file("figures.csv"))
    #expect(report.cells.map(\.figure) == cells.map { $0["figure"] })
    #expect(report.cells.map(\.value) == cells.map { $0["value"] })
  }

  /// A question without the members that a breakdown asks for all at once.
  private struct Breakdown: Hashable {
    let indicator: String
    let dimensions: [String]
    let fixed: [String]
  }

  /// One number of an answer.
  private struct Place: Hashable {
    let members: [String: String]
    let period: String
  }

  @Test func `every cell of the report that answers a question is what query answers`() throws {
    let cells = try QueryTests.every.get().cells.filter { !$0.question.isEmpty }
    var asked: [Breakdown: [(place: Place, cell: Asked)]] = [:]
    for cell in cells {
      let (breakdown, place) = try parsed(cell.question)
      asked[breakdown, default: []].append((place, cell))
    }
    var compared = 0
    for (breakdown, expected) in asked {
      let answers = try answers(to: breakdown, in: Set(expected.map(\.place.period)).sorted())
      for (place, cell) in expected {
        let name = "figure \(cell.figure), \(cell.row), \(cell.column)"
        guard let answer = answers[place] else {
          // A combination in which there is nothing is not listed.
          #expect(cell.value == "0" || cell.value.isEmpty, "\(name): \(cell.question)")
          continue
        }
        #expect(answer.value == cell.value, "\(name): \(cell.question)")
        if cell.marker != "w" { #expect(answer.marker == cell.marker, "\(name)") }
        compared += 1
      }
    }
    #expect(cells.count > 1000)
    #expect(compared * 10 > cells.count * 7, "\(compared) of \(cells.count) were compared")
  }

  private func parsed(_ question: [String]) throws -> (Breakdown, Place) {
    var members: [String: [String]] = [:]
    var (fixed, period): ([String], String) = ([], "")
    for index in stride(from: 1, to: question.count, by: 2) {
      let value = question[index + 1]
      switch question[index] {
      case "--where":
        let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        members[String(parts[0]), default: []].append(String(parts[1]))
      case "--period": period = value
      default: fixed += [question[index], value]
      }
    }
    for (dimension, slugs) in members.sorted(by: { $0.key < $1.key }) where slugs.count > 1 {
      fixed += slugs.flatMap { ["--where", "\(dimension)=\($0)"] }
    }
    let single = members.filter { $0.value.count == 1 }.mapValues { $0[0] }
    return (
      Breakdown(indicator: question[0], dimensions: single.keys.sorted(), fixed: fixed),
      Place(members: single, period: period)
    )
  }

  /// An answer, as far as it is read here.
  private struct Answer: Decodable {
    struct Cell: Decodable {
      let members: [String: String]
      let period: String
      let value: String
      let marker: String
    }
    let cells: [Cell]
  }

  private func answers(
    to breakdown: Breakdown, in periods: [String]
  ) throws -> [Place: (value: String, marker: String)] {
    let program = try Program.run(
      Program.builds.appending(path: "kerncijfers"),
      ["query", breakdown.indicator, "--json"] + breakdown.dimensions.flatMap { ["--by", $0] }
        + breakdown.fixed + periods.flatMap { ["--period", $0] })
    #expect(program.exitCode == 0, "\(breakdown): \(program.messages)")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(program.output.utf8))
    return answer.cells.reduce(into: [:]) { answers, cell in
      answers[Place(members: cell.members, period: cell.period)] = (cell.value, cell.marker)
    }
  }

  @Test func `a dimension that is called as a column is told apart from it`() throws {
    let program = try Program.kerncijfers(
      "query", "tolkaanvragen", "--by", "status", "--year", "2019", "--format", "csv")
    let header = program.output.split(separator: "\n").first
    #expect(header == "dimension status,period,value,marker,unit,source,status")
  }

  @Test func `a share is of the same over all members`() throws {
    let project = try LibraryProject()
    let program = try project.kerncijfers(
      "query", "loans", "--by", "branch", "--share", "branch", "--year", "2023", "--format", "csv")
    #expect(program.exitCode == 0, "\(program.messages)")
    let answer = try rows(ofCSV: project.folder.file("a.csv", Data(program.output.utf8)))
    let shares = answer.filter { $0["branch"] != "*" }.compactMap { Double($0["value"] ?? "") }
    #expect(abs(shares.reduce(0, +) - 100) < 1e-9)
    #expect(Set(answer.map { $0["unit"] }) == ["%"])
    #expect(program.messages.contains("note: contact: "), "\(program.messages)")
  }
}
