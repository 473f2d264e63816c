import Findings
import Indicators
import Register
import Reports
import TestSupport
import Testing

/// Sentences that are bound to cells.
@Suite struct SentenceTests {
  private let loans = Indicator.test("loans", .recordCount(.test("loans")))

  /// A report whose figure 1 has these printed numbers of 2018 and 2019 by branch; nil is a dash.
  private func report(
    _ rows: [(branch: String, before: Int?, now: Int?)]
  ) throws -> LibraryReport {
    let cells = rows.flatMap { row in
      [
        PublishedCell.test("1", row.branch, "2018", row.before.map(String.init)),
        PublishedCell.test("1", row.branch, "2019", row.now.map(String.init)),
      ]
    }
    return LibraryReport(
      library: try ValuesLibrary(years: []), indicators: [loans], register: Register(cells))
  }

  private let figure = FigureDefinition.test(
    rows: [.branches, .total],
    columns: [.years(2), .item(AxisItem(label: "Share", shareOver: ["branch"]))])

  private func sentence(
    _ template: String, unchanged: String? = nil, _ bindings: [String: SentenceBinding]
  ) -> SentenceDefinition {
    SentenceDefinition(
      id: "S1", template: template, unchangedTemplate: unchanged, bindings: bindings,
      location: SourceLocation(file: "report.yaml", line: 12, column: 9))
  }

  private func text(
    _ template: String, unchanged: String? = nil, _ bindings: [String: SentenceBinding],
    _ rows: [(branch: String, before: Int?, now: Int?)]
  ) throws -> String? {
    try report(rows).sentences(
      [sentence(template, unchanged: unchanged, bindings)], below: [figure]
    ).texts.first
  }

  private let north = SentenceBinding.change(CellReference(figure: "1", row: "North"))

  @Test(arguments: [
    (200, 220, "Loans rose by 10%, or 20 more: risen, a rise, 10%."),
    (200, 150, "Loans fell by 25%, or 50 fewer: fallen, a fall, -25%."),
  ])
  func `the words follow the direction of the change`(before: Int, now: Int, expected: String)
    throws
  {
    #expect(
      try text(
        "Loans {x.verb} by {x}, or {x.absolute} {x.comparative}: {x.participle}, {x.noun}, {x.signed}.",
        ["x": north], [("North", before, now)]) == expected)
  }

  @Test func `a change that is printed as 0% is no change`() throws {
    let (template, unchanged) = ("Loans {x.verb} by {x}.", "Loans {x.verb} as in {year-1}.")
    func text(_ before: Int, _ now: Int) throws -> String? {
      try self.text(template, unchanged: unchanged, ["x": north], [("North", before, now)])
    }
    #expect(try text(1000, 1000) == "Loans stayed as in 2018.")
    #expect(try text(1000, 1004) == "Loans stayed as in 2018.")
    #expect(try text(1000, 1005) == "Loans rose by 1%.")
    #expect(try text(1000, 995) == "Loans fell by 1%.")
    #expect(try text(1000, 996) == "Loans stayed as in 2018.")
  }

  @Test func `where the difference is printed, a small one is a change`() throws {
    func text(_ before: Int, _ now: Int) throws -> String? {
      try self.text(
        "Loans {x.verb} by {x.absolute}.", unchanged: "Loans stayed the same.", ["x": north],
        [("North", before, now)])
    }
    #expect(try text(1000, 1004) == "Loans rose by 4.")
    #expect(try text(1000, 997) == "Loans fell by 3.")
    #expect(try text(1000, 1000) == "Loans stayed the same.")
  }

  @Test func `a cell is printed as in its figure, with the word that goes with it`() throws {
    let cell = SentenceBinding.cell(CellReference(figure: "1", row: "North"))
    let template = "In {year} there {x.word:was|were} {x} {x.word:loan|loans}."
    #expect(
      try text(template, ["x": cell], [("North", 1, 12_345)])
        == "In 2019 there were 12,345 loans.")
    #expect(try text(template, ["x": cell], [("North", 2, 1)]) == "In 2019 there was 1 loan.")
    #expect(try text(template, ["x": cell], [("North", 2, 0)]) == "In 2019 there were 0 loans.")
  }

  @Test func `a cell can be one of another year`() throws {
    let cell = SentenceBinding.cell(
      CellReference(figure: "1", row: "North", column: "{year-1}"))
    #expect(try text("It was {x}.", ["x": cell], [("North", 7, 8)]) == "It was 7.")
  }

  private func ranking(
    by column: String? = nil, lowest: Bool = false, count: Int = 1, except: [String] = []
  ) -> [String: SentenceBinding] {
    [
      "x": .ranking(
        Ranking(
          figure: "1", column: column, isLowest: lowest, count: count, excluded: except))
    ]
  }

  @Test func `the strongest rise is named with its percentage`() throws {
    let rows = [("North", 100, 110), ("South", 50, 60), ("West", 10, 9)] as [(String, Int?, Int?)]
    let template = "{x.word:Branch|Branches} {x}; {x.labels}; {x.value}."
    #expect(try text(template, ranking(), rows) == "Branch South (20%); South; 20%.")
    #expect(
      try text(template, ranking(count: 2), rows)
        == "Branches South (20%) and North (10%); South and North; 20%.")
    #expect(try text(template, ranking(lowest: true), rows) == "Branch West (-10%); West; -10%.")
    #expect(
      try text(template, ranking(except: ["South"]), rows) == "Branch North (10%); North; 10%.")
  }

  @Test func `a tie names both, in the order of the figure`() throws {
    let rows = [("North", 100, 110), ("South", 50, 55), ("West", 10, 9)] as [(String, Int?, Int?)]
    #expect(
      try text("{x.word:Branch|Branches} {x}.", ranking(), rows)
        == "Branches North (10%) and South (10%).")
  }

  @Test func `values are ranked by what they are, not by what is printed`() throws {
    let rows =
      [("North", 1000, 1101), ("South", 1000, 1102), ("West", 9, 9)]
      as [(String, Int?, Int?)]
    #expect(try text("{x}.", ranking(), rows) == "South (10%).")
  }

  @Test func `a column is ranked by its values, without the totals`() throws {
    let rows = [("North", 1, 30), ("South", 1, 1000), ("West", 1, 20)] as [(String, Int?, Int?)]
    #expect(try text("{x}", ranking(by: "{year}"), rows) == "South (1,000)")
    #expect(
      try text("{x}", ranking(by: "2019", lowest: true, count: 2), rows)
        == "West (20) and North (30)"
    )
  }

  @Test func `a row with nothing to compare is passed over, one whose number is missing is not`()
    throws
  {
    // South rose from zero, which has no percentage; West was printed as a dash.
    let rows = [("North", 100, 110), ("South", 0, 60), ("West", nil, 9)] as [(String, Int?, Int?)]
    #expect(try text("{x}.", ranking(), rows) == "North (10%).")
    let unknown = [("North", 100, 110), ("South", 0, 60)] as [(String, Int?, Int?)]
    #expect(try text("{x}.", ranking(), unknown) == nil)
  }

  @Test func `a sentence without its number is left out, and a finding says which`() throws {
    let (texts, findings) = try report([("North", nil, 7)]).sentences(
      [
        sentence("Loans {growth.verb}.", ["growth": north]),
        sentence("{x}", ["x": .cell(CellReference(figure: "9", row: "North"))]),
        sentence("Now {x}.", ["x": .cell(CellReference(figure: "1", row: "North"))]),
      ], below: [figure])
    #expect(texts == ["Now 7."])
    #expect(
      findings.first?.description == """
        report.yaml:12:9: note: sentence 'S1' is not printed for 2019: 'growth' has no number to \
        print [sentence-left-out]
          fix: none if the number is expected to be missing
        """)
    #expect(findings.count == 2)
  }

  @Test func `a form that does not fit its value is not printed`() throws {
    let cell = SentenceBinding.cell(CellReference(figure: "1", row: "North"))
    let (texts, findings) = try report([("North", 1, 7)]).sentences(
      [sentence("{x.verb}", ["x": cell]), sentence("{y}", ["x": cell])], below: [figure])
    #expect(texts == [])
    #expect(findings.map(\.rule) == ["sentence-left-out", "sentence-left-out"])
  }

  @Test func `a change can be that of a column within its year`() throws {
    let columns = AxisPart.years(
      count: 2, newestFirst: false,
      each: [AxisItem(label: "Loans"), AxisItem(label: "Books", members: ["kind": ["book"]])])
    let cells = [("2018 / Books", "40"), ("2019 / Books", "50")].map {
      PublishedCell.test("1", "North", $0.0, $0.1)
    }
    let report = LibraryReport(
      library: try ValuesLibrary(years: []), indicators: [loans], register: Register(cells))
    func texts(_ column: String) throws -> [String] {
      let change = SentenceBinding.change(
        CellReference(figure: "1", row: "North", column: column))
      return try report.sentences(
        [sentence("{x.verb} {x}", ["x": change])],
        below: [.test(rows: [.branches], columns: [columns])]
      ).texts
    }
    #expect(try texts("{year} / Books") == ["rose 25%"])
    #expect(try texts("2019 / Books") == [])
  }
}

/// How a template is taken apart.
@Suite struct SentenceTemplateTests {
  @Test func `placeholders have a name, a form and choices`() {
    #expect(
      SentenceTemplate("In {a}, {b-2.verb} {c.word:één|meer}.").parts == [
        .words("In "), .placeholder(name: "a", form: "", choices: []), .words(", "),
        .placeholder(name: "b-2", form: "verb", choices: []), .words(" "),
        .placeholder(name: "c", form: "word", choices: ["één", "meer"]), .words("."),
      ])
  }

  @Test(arguments: ["{", "}", "{}", "{A}", "{1a}", "{a.}", "{a b}", "{a.1}", "{a", "a}", "{.x}"])
  func `braces around something else stand for themselves`(template: String) {
    #expect(SentenceTemplate(template).parts == [.words(template)])
  }

  @Test func `a placeholder after a stray brace is found`() {
    #expect(
      SentenceTemplate("{{a}{").parts == [
        .words("{"), .placeholder(name: "a", form: "", choices: []), .words("{"),
      ])
  }

  @Test func `an empty choice is a choice`() {
    #expect(
      SentenceTemplate("{a.word:|s}").parts
        == [.placeholder(name: "a", form: "word", choices: ["", "s"])])
  }
}
