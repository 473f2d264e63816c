import Foundation
import Reports
import Testing
import Writers

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct ChartWriterTests {
  private func svg(
    _ kind: ChartKind, rows: [(String, [CellValue])], columns: [Int] = [0, 1],
    style: NumberStyle = .count, title: String = "Loans"
  ) throws -> String {
    let chart = Chart(
      kind: kind, title: title, rows: Array(rows.indices), columns: columns,
      alternativeText: "The numbers.")
    let figure = SampleReport.figure(rows: rows, style: style, chart: chart)
    let report = try SampleReport.report(figures: [figure])
    return ChartWriter().svg(for: chart, of: figure, in: report)
  }

  @Test func `a chart is a picture with a name, a description and its source`() throws {
    let text = try svg(.bars, rows: [("North", [.count(10)])], columns: [0])
    #expect(
      text == """
        <svg xmlns="http://www.w3.org/2000/svg" width="720" height="123" viewBox="0 0 720 123" \
        role="img" aria-labelledby="title desc" \
        font-family="'Helvetica Neue', Arial, 'Liberation Sans', sans-serif">
        <title id="title">Loans</title>
        <desc id="desc">The numbers.</desc>
        <metadata>Library loans 2019 Loans are not readers. Contact: loans@example.org</metadata>
        <rect width="720" height="123" fill="#ffffff"/>
        <text x="16" y="28" font-size="16" text-anchor="start" fill="#1c2733" font-weight="600">\
        Loans</text>
        <line x1="61.73" y1="40" x2="61.73" y2="72" stroke="#5b6670" stroke-width="1"/>
        <line x1="186.02" y1="40" x2="186.02" y2="72" stroke="#dfe3e8" stroke-width="1"/>
        <line x1="310.31" y1="40" x2="310.31" y2="72" stroke="#dfe3e8" stroke-width="1"/>
        <line x1="434.6" y1="40" x2="434.6" y2="72" stroke="#dfe3e8" stroke-width="1"/>
        <line x1="558.89" y1="40" x2="558.89" y2="72" stroke="#dfe3e8" stroke-width="1"/>
        <line x1="683.17" y1="40" x2="683.17" y2="72" stroke="#dfe3e8" stroke-width="1"/>
        <text x="53.73" y="60.5" font-size="13" text-anchor="end" fill="#1c2733">North</text>
        <rect x="61.73" y="47" width="621.44" height="18" fill="#1f4e79">\
        <title>North: 10</title></rect>
        <text x="688.17" y="60" font-size="12" text-anchor="start" fill="#1c2733">10</text>
        <text x="61.73" y="86" font-size="11" text-anchor="middle" fill="#5b6670">0</text>
        <text x="186.02" y="86" font-size="11" text-anchor="middle" fill="#5b6670">2</text>
        <text x="310.31" y="86" font-size="11" text-anchor="middle" fill="#5b6670">4</text>
        <text x="434.6" y="86" font-size="11" text-anchor="middle" fill="#5b6670">6</text>
        <text x="558.89" y="86" font-size="11" text-anchor="middle" fill="#5b6670">8</text>
        <text x="683.17" y="86" font-size="11" text-anchor="middle" fill="#5b6670">10</text>
        <text x="16" y="111" font-size="11" text-anchor="start" fill="#5b6670">Source: Loans.</text>
        </svg>

        """)
  }

  @Test func `a missing number has a dash and no bar`() throws {
    let text = try svg(
      .bars, rows: [("North", [.count(10)]), ("South", [.notAvailable])], columns: [0])
    #expect(text.contains(">North: 10</title>"))
    #expect(!text.contains("South: "))
    #expect(text.contains(">-</text>"))
  }

  @Test(arguments: ChartKind.allCases)
  func `every kind of chart is well-formed and has no number that is not finite`(
    kind: ChartKind
  ) throws {
    let values: [[(String, [CellValue])]] = [
      [],
      [("Nothing", [.notAvailable, .suppressed])],
      [("Zero", [.count(0), .count(0)])],
      [("One", [.count(1), .count(2)])],
      [
        ("<&\"'>\u{1}", [.change(from: 4, to: 1), .change(from: 4, to: 6)]),
        ("b", [.count(3), .count(4)]),
      ],
      [
        ("Huge", [.count(Int.max / 1000), .count(1)]), ("Tiny", [.millionths(1), .millionths(2)]),
      ],
    ]
    for rows in values {
      let text = try svg(kind, rows: rows, title: "<loans> & \"more\"")
      #expect(!text.contains("nan") && !text.contains("inf"))
      #expect(XMLParser(data: Data(text.utf8)).parse(), "\(text)")
    }
  }

  @Test func `parts of a whole have their numbers where there is room`() throws {
    let text = try svg(
      .stackedBars,
      rows: [("North", [.share(part: 99, whole: 100), .share(part: 1, whole: 100)])],
      style: .percent)
    #expect(text.contains(">99%</text>"))
    #expect(!text.contains(">1%</text>"))
    #expect(text.contains("<title>North, 2019: 1.00% (1 of 100)</title>"))
  }

  @Test(arguments: [
    ("2", "Figuur 2", "figuur-2.svg"), ("A.1.4", "Figuur A.1.4", "figuur-a-1-4.svg"),
    ("key", "2019 in numbers", "key.svg"), ("../../etc/passwd", "x", "etc-passwd.svg"),
    ("\u{E9}", "\u{E9}", "ue9.svg"), ("2", "Table 12", "2.svg"),
  ])
  func `files are named after the label or the id`(id: String, label: String, name: String) {
    let figure = SampleReport.figure(id: id, label: label, rows: [])
    #expect(ChartWriter.chartFileName(for: figure) == name)
  }
}
