import Definitions
import Reports
import Testing

/// Parts that reports have in common.
@Suite struct SharedPartsTests {
  private let chapters = """
    chapters:
      - id: all
        title: All
        items:
          - figure:
              id: "1"
              label: Table 1
              title: Loans
              rowTitle: Branch
              indicator: loans
              rows: [{use: branches}, {total: All}]
              columns: {use: years}
    """

  private func report(_ id: String, _ text: String, use: String = "house") -> String {
    "id: \(id)\nperiods: [year]\nfirstYear: 2015\ntitle: T\nuse: \(use)\n" + text
  }

  private let shared =
    "house:\n  language: en\n  numbers: {decimal: \".\", group: \",\"}\n  words:\n"
    + SmallProject.words().split(separator: "\n").map { "  \($0)\n" }.joined()
      + """
      branches:
        - members: branch
      years:
        - years: 2
      """

  @Test func `a report takes in words, and lists as runs of items`() throws {
    let project = SmallProject([
      "shared/all.yaml": shared,
      "reports/review.yaml": report("review", chapters + "\nwords: {cover: Own}"),
    ])
    let report = try #require(try project.load().reports.first)
    #expect(report.words(.cover) == "Own")
    #expect(report.words(.notes) == "w")
    #expect(
      report.figures[0].rows.parts == [
        .members(MemberAxis(dimension: "branch")), .total(label: "All"),
      ])
    #expect(report.figures[0].columns.parts == [.years(count: 2, newestFirst: false, each: [])])
  }

  @Test func `a figure of another report is taken in with keys of its own on top`() throws {
    let project = SmallProject([
      "shared/all.yaml": shared,
      "reports/review.yaml": report("review", chapters),
      "reports/short.yaml": report(
        "short",
        """
        chapters:
          - id: short
            title: Short
            items:
              - figure: {use: review/1, label: Short 1, change: true}
        """),
    ])
    let short = try #require(try project.load().reports.first { $0.id == "short" })
    #expect(short.figures[0].id == "1")
    #expect(short.figures[0].label == "Short 1")
    #expect(short.figures[0].showsChange)
    #expect(short.figures[0].title == "Loans")
  }

  @Test func `a report takes in another one and says only what differs`() throws {
    let project = SmallProject([
      "shared/all.yaml": shared,
      "reports/review.yaml": report("review", chapters),
      "reports/short.yaml": "id: short\nuse: review\ntitle: Short\n",
    ])
    let short = try #require(try project.load().reports.first { $0.id == "short" })
    #expect(short.title == "Short")
    #expect(short.figures.map(\.id) == ["1"])
  }

  @Test func `an unknown part and one that uses itself are reported at their place`() {
    let project = SmallProject([
      "shared/all.yaml": shared + "\nring: [{use: ring}]\n",
      "reports/review.yaml": report(
        "review", chapters.replacing("use: branches", with: "use: ring"), use: "hose"),
    ])
    let findings = project.findings.filter { !$0.contains("[missing-key]") }
    #expect(
      findings.map { $0.split(separator: "\n")[0] } == [
        "definitions/reports/review.yaml:5:6: error: shared part 'hose' is unknown, expected "
          + "branches, house, review, review/1, ring or years [unknown-shared-part]",
        "definitions/shared/all.yaml:\(shared.split(separator: "\n").count + 1):14: error: 'ring' "
          + "-> 'ring' is a cycle, expected parts that do not use themselves [cycle]",
      ])
  }

  @Test func `a key that stands twice beside a part is reported`() {
    let project = SmallProject([
      "shared/all.yaml": shared,
      "reports/review.yaml": report("review", chapters + "\ntitle: Again"),
    ])
    #expect(project.findings.contains { $0.contains("[duplicate-key]") })
  }
}
