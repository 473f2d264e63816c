import Reports
import Testing
import Writers

struct MarkdownWriterTests {
  @Test func `a report is a title, contents, chapters, tables and its deliveries`() throws {
    let chapter = Chapter(
      id: "loans", title: "Loans",
      items: [
        .paragraph("Loans rose by 10%."),
        .chapter(
          Chapter(id: "branches", title: "Branches", items: [.figure(SampleReport.branches)])),
      ])
    let report = try SampleReport.report(chapters: [chapter])
    #expect(
      MarkdownWriter().write(report) == """
        # Library loans 2019

        **Four branches**

        > Made-up numbers.

        - Publisher: The Library
        - Period: 2019
        - Contact: loans@example.org

        Loans are not readers.

        All deliveries are there.

        All definitions are agreed.

        A dash (-) means that there is no number. A zero is a counted zero. Percentages are rounded.

        ## Contents

        - [Loans](#chapter-loans)
          - [Branches](#chapter-branches)
            - [Figure 1. Loans by branch in 2018-2019](#figure-1)
        - [Deliveries](#about-quality)

        <a id="chapter-loans"></a>

        ## Loans

        Loans rose by 10%.

        <a id="chapter-branches"></a>

        ### Branches

        <a id="figure-1"></a>

        #### Figure 1. Loans by branch in 2018-2019

        | Branch | 2018 | 2019 | 2019 against 2018 (%) |
        | :-- | --: | --: | --: |
        | North | 1,200 | 1,320 | +10% |
        | South \\[1\\] | - | 0 | - |
        | **Total** | **1,200** | **1,320 \\[2\\]** | **+10%** |

        - \\[1\\] South opened in 2019.
        - \\[2\\] Without renewals.

        Source: Loans.\("  ")
        Unit: loans. Status: validated.\("  ")
        How counted: Every loan once.

        <a id="about-quality"></a>

        ## Deliveries

        All deliveries are there.

        2 errors, 3 warnings, 1 notes.

        | Dataset | Year | Files | Records read | Records counted | Missing |
        | :-- | --: | --: | --: | --: | :-- |
        | Loans | 2019 | 4 / 4 | 12,345 | 12,343 |  |

        ### Left out

        | Dataset | Reason | Number |
        | :-- | :-- | --: |
        | Loans | unknown-code | 2 |

        """)
  }

  @Test func `a figure that is a chart shows its picture instead of its table`() throws {
    let chart = Chart(
      kind: .bars, title: "Loans", rows: [0], columns: [0], alternativeText: "North: 1 [loan].")
    let figure = SampleReport.figure(
      rows: [("North", [.count(1), .count(2)])], chart: chart, isChartOnly: true)
    let text = MarkdownWriter().write(try SampleReport.report(figures: [figure]))
    #expect(text.contains("![North: 1 \\[loan\\].](charts/figure-4.svg)"))
    #expect(!text.contains("| North |"))
  }

  @Test(arguments: [
    ("a|b", "a\\|b"), ("*x* _y_ `z`", "\\*x\\* \\_y\\_ \\`z\\`"), ("<script>", "&lt;script&gt;"),
    ("[a](javascript:b)", "\\[a\\](javascript:b)"), ("a\r\nb", "a b"), ("# a", "\\# a"),
    ("&copy;", "&amp;copy;"), ("a\\", "a\\\\"), ("$x$", "\\$x\\$"),
  ])
  func `a label is shown as it is, in one cell`(label: String, escaped: String) throws {
    let figure = SampleReport.figure(columns: ["C"], rows: [(label, [.count(1)])])
    let text = MarkdownWriter().write(try SampleReport.report(figures: [figure]))
    #expect(text.contains("\n| \(escaped) | 1 |\n"))
  }

  @Test(arguments: [("1. a", "1\\. a"), ("- a", "\\- a"), ("> a", "&gt; a"), ("   a", "a")])
  func `a paragraph stays a paragraph`(text: String, escaped: String) throws {
    let chapter = Chapter(id: "a", title: "A", items: [.paragraph(text)])
    let written = MarkdownWriter().write(try SampleReport.report(chapters: [chapter]))
    #expect(written.contains("\n\n\(escaped)\n\n"))
  }
}
