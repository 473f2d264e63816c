import Foundation
import Testing

/// Profiles and areas, run as their readers run them.
@Suite struct VariantsTests {
  private struct Place: Hashable {
    let figure: String
    let row: String
    let column: String
  }

  private func numbers(in file: URL) throws -> [Place: String] {
    let lines = try rows(ofCSV: file).map { line in
      (
        Place(
          figure: line["figure"] ?? "", row: line["row"] ?? "", column: line["column"] ?? ""),
        line["value"] ?? ""
      )
    }
    return Dictionary(lines) { first, _ in first }
  }

  @Test func `the numbers of an area are those of its row in the report about all`() throws {
    let folder = try TemporaryFolder()
    let output = folder.url.appending(path: "limburg")
    let program = try Program.kerncijfers(
      "run", "--year", "2019", "--area", "limburg", "--output", output.path)
    #expect(program.exitCode == 0)
    let area = try numbers(in: output.appending(path: "figures.csv"))
    let whole = try numbers(in: FreshRun.file("figures.csv"))
    for (place, number) in whole where area[place] != nil {
      #expect(area[place] == number, "\(place)")
    }
    let figure = Place(figure: "4", row: "Limburg", column: "2019")
    let key = Place(
      figure: "kerncijfers", row: "Inburgering / Eerste aanmeldingen", column: "Limburg 2019")
    #expect(area[key] == whole[figure])
    #expect(area[figure] == whole[figure])
    #expect(area[Place(figure: "4", row: "Brussel", column: "2019")] == nil)
  }

  @Test func `runs of other variants stay when the usual one is made again`() throws {
    let project = try TemporaryFolder()
    let source = Program.root.appending(
      path: "Tests/AcceptanceTests/Cases/library-loans/inputs")
    try project.copy(source, to: "inputs")
    let definition = project.url.appending(path: "inputs/definitions/reports/review.yaml")
    let text = try String(contentsOf: definition, encoding: .utf8)
    let keys = """
      area: branch
      profiles: [{id: desk, form: directors}, {id: web, form: publication}]

      """
    try Data((keys + text).utf8).write(to: definition)
    for options in [["--area", "harbour"], ["--profile", "web"], []] {
      let program = try Program.run(
        Program.builds.appending(path: "kerncijfers"), ["run", "--year", "2023"] + options,
        in: project.url)
      #expect(program.exitCode < 2, "\(program.messages)")
    }
    let files = FileManager.default.subpaths(atPath: project.url.path + "/reports") ?? []
    let workbooks = files.filter { $0.hasSuffix(".xlsx") }.sorted()
    #expect(
      workbooks == [
        "review/2023/harbour/review-2023-harbour.xlsx", "review/2023/review-2023.xlsx",
        "review/2023/web/review-2023-web.xlsx",
      ])
    #expect(!files.contains { $0.contains(".kept") })
  }

  @Test func `an unknown area, profile or dimension is bad use`() throws {
    for (option, value) in [("--area", "limbrg"), ("--profile", "publicate"), ("--where", "x=y")] {
      let program = try Program.kerncijfers("run", "--year", "2019", option, value)
      #expect(program.exitCode == 2)
      #expect(program.messages.contains("there is no "))
    }
  }
}
