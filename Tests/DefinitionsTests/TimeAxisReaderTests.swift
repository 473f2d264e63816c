import Definitions
import Indicators
import Reports
import Testing

/// Columns about parts of years, and the names of periods.
@Suite struct TimeAxisReaderTests {
  private func report(_ columns: String, _ rest: String = "") -> String {
    SmallProject.report(
      """
      chapters:
        - id: all
          title: All
          items:
            - figure:
                id: "1"
                label: Table 1
                title: Loans in {period}
                rowTitle: Branch
                indicator: loans
                rows: [{members: branch}]
                columns: \(columns)
      """) + rest
  }

  /// The first line of each finding, without its place.
  private func messages(_ text: String) -> [String] {
    let project = SmallProject(["reports/review.yaml": text])
    return project.findings.map { finding in
      let line = finding.split(separator: "\n").first ?? ""
      return line.split(separator: "error: ").last.map(String.init) ?? ""
    }
  }

  @Test func `periods, changes and expectations are read with all that they can say`() throws {
    let columns = """
      [{months: 13}, {quarters: {count: 5, newestFirst: true}}, {periods: 2}, \
      {item: {label: "{period}"}}, {item: {label: "to {period}", span: year-to-date, yearsBack: 1, periodsBack: 2}}, \
      {change: {label: Change, from: "{period}", to: "to {period}"}}, \
      {forecast: {label: Expected, low: Low, name: N, method: evenly, range: [rest-as-before], years: 2, alsoFor: [stock], note: A note.}}]
      """
    let project = SmallProject(["reports/review.yaml": report(columns)])
    let figure = try #require(try project.load().reports.first?.figures.first)
    #expect(
      figure.columns.parts == [
        .periods(.month, count: 13, newestFirst: false),
        .periods(.quarter, count: 5, newestFirst: true),
        .periods(nil, count: 2, newestFirst: false),
        .item(AxisItem(label: "{period}")),
        .item(
          AxisItem(
            label: "to {period}", time: CellTime(span: .yearToDate, periodsBack: 2, yearsBack: 1))),
        .change(ChangeColumn(label: "Change", from: "{period}", to: "to {period}")),
        .forecast(
          ForecastColumn(
            label: "Expected", lowLabel: "Low", name: "N", method: .evenly,
            range: [.restAsBefore], yearCount: 2, alsoFor: ["stock"], note: "A note.")),
      ])
  }

  @Test func `a report for months must name them`() throws {
    let text = report("[{months: 13}]").replacing("periods: [year]", with: "periods: [month]")
    #expect(
      messages(text) == [
        "key 'calendar' is missing in a report for months or quarters, expected their names "
          + "[missing-key]"
      ])
    let short = text + "\ncalendar: {months: [a, b], quarters: [a, b, c, c], form: \"{part}\"}\n"
    #expect(
      messages(short) == [
        "months gives 2 names, expected 12 different ones [wrong-count]",
        "quarters gives 3 names, expected 4 different ones [wrong-count]",
      ])
  }

  @Test func `a change names columns that stand before it, and stands among the columns`() {
    let text = report(
      "[{change: {label: Change, from: \"{year}\", to: \"{year-1}\"}}, {years: 2}]"
    ).replacing("rows: [{members: branch}]", with: "rows: [{forecast: {label: X}}]")
    let findings = SmallProject(["reports/review.yaml": text]).findings
    #expect(findings.count { $0.contains("[unknown-column]") } == 2)
    #expect(findings.contains { $0.contains("a forecast stands among the rows") })
  }

  @Test func `an unknown method and a measure that adds up anyway are reported`() {
    let text = report(
      "[{forecast: {label: E, name: N, method: magic, range: [evenly, luck], alsoFor: [sum], note: A.}}]"
    )
    let known = "is unknown, expected same-months-share, rest-as-before or evenly"
    #expect(
      messages(text).sorted() == [
        "measure 'sum' is unknown, expected stock, unique-count or cohort [unknown-measure]",
        "method 'luck' \(known) [unknown-method]", "method 'magic' \(known) [unknown-value]",
      ])
  }
}
