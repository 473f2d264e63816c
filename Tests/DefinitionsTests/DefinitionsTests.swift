import Definitions
import Findings
import Foundation
import Indicators
import Reports
import Schemas
import Testing

/// What comes out of a folder of definitions without mistakes.
@Suite struct DefinitionsTests {
  @Test func `a project of another field loads whole`() throws {
    let definitions = try Definitions.load(folder: DefinitionsTests.libraryLoans)
    #expect(definitions.datasets.map(\.name) == ["members", "loans"])
    #expect(definitions.dimensions.map(\.name) == ["age_group"])
    #expect(
      definitions.indicators.map(\.id) == [
        "loans", "borrowers", "loans-per-borrower", "new-members", "item-share",
      ])
    #expect(definitions.reports.map(\.id) == ["review"])
    #expect(definitions.reports.flatMap(\.figures).map(\.id) == ["1", "2", "3"])
    let missing = definitions.reports.first?.words.missing
    #expect(missing.map { ReportWord.ofPartsOfYears.isSuperset(of: $0) } == true)
  }

  @Test func `the files come back in order of path with their bytes`() throws {
    let definitions = try SmallProject().load()
    #expect(
      definitions.files.map(\.path) == [
        "codelists/lists.yaml", "datapackage.yaml", "indicators/all.yaml", "schemas/loans.yaml",
        "schemas/visits.yaml",
      ])
    #expect(
      definitions.files.last?.bytes
        == Array(SmallProject.library["schemas/visits.yaml", default: ""].utf8))
  }

  @Test func `each declaration knows its place`() throws {
    let definitions = try SmallProject().load()
    #expect(
      definitions.datasets.map(\.location.description) == [
        "definitions/datapackage.yaml:3:11", "definitions/datapackage.yaml:14:11",
      ])
    #expect(
      definitions.indicators.last?.location.description == "definitions/indicators/all.yaml:6:10")
  }

  @Test func `words that YAML takes for something else stay the text that stands there`() throws {
    let definitions = try SmallProject([
      "codelists/lists.yaml": """
      - name: branch
        codes:
          - {slug: 012, label: no, variants: [off, ~, null]}
          - {slug: 1e3, label: 2019-01-01, variants: [0x1F, 12:30]}
      - {name: item, codes: [{label: M}]}
      - {name: subject, codes: [{label: "true"}]}
      """,
      "datapackage.yaml": SmallProject.library["datapackage.yaml"]?
        .replacing(", members: [central, harbour]", with: ""),
    ]).load()
    guard case .code(let list)? = definitions.datasets.first?.column("branch")?.type else {
      Issue.record("branch is no code")
      return
    }
    #expect(
      list.codes == [
        Code(slug: "012", label: "no", variants: ["off", "~", "null"]),
        Code(slug: "1e3", label: "2019-01-01", variants: ["0x1F", "12:30"]),
      ])
  }

  @Test func `a byte-order mark and Windows line ends change nothing`() throws {
    let lists = SmallProject.library["codelists/lists.yaml", default: ""]
    let windows = "\u{FEFF}" + lists.replacing("\n", with: "\r\n")
    let definitions = try SmallProject(["codelists/lists.yaml": windows]).load()
    #expect(try definitions.datasets == SmallProject().load().datasets)
  }

  @Test func `aliases stand for what is anchored`() throws {
    let definitions = try SmallProject([
      "indicators/more.yaml": """
      indicators:
        - {id: a, title: T, unit: u, status: validated,
           measure: {kind: record-count, dataset: loans, where: &central {branch: central}}}
        - {id: b, title: T, unit: u, status: validated,
           measure: {kind: record-count, dataset: loans, where: *central}}
      """
    ]).load()
    let measures = definitions.indicators.suffix(2).map(\.measure)
    #expect(measures[0] == measures[1])
  }

  @Test(arguments: [900, 5_000, 100_000])
  func `brackets nested however deep end in a finding`(_ depth: Int) {
    let brackets =
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let findings = SmallProject(["indicators/more.yaml": "indicators: \(brackets)"]).findings
    #expect(findings.count == 1)
    #expect(findings.first?.hasPrefix("definitions/indicators/more.yaml:1:14: error: ") == true)
  }

  @Test func `the message is the findings as they are printed`() {
    let finding = Finding(
      .error, rule: "cycle", at: SourceLocation(file: "a.yaml", line: 1, column: 2), "found",
      fix: "mend")
    #expect(
      DefinitionError.findings([finding, finding]).description == """
        a.yaml:1:2: error: found [cycle]
          fix: mend
        a.yaml:1:2: error: found [cycle]
          fix: mend
        """)
  }

  private static var libraryLoans: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("AcceptanceTests/Cases/library-loans/inputs/definitions").path
  }
}
