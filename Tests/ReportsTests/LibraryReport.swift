import Findings
import Indicators
import Register
import Reports
import TestSupport

/// A report about the library, built as the program builds one: plan, outcome, report.
struct LibraryReport {
  let library: ValuesLibrary
  let indicators: [Indicator]
  var register = Register()
  var history = SeriesHistory()
  var firstYear = 2010
  var words: [ReportWord: String] = LibraryReport.english
  var keyFigure: String?
  var calendar = PeriodCalendar.years
  var earlierRun: EarlierRun?
  var statements: [CoverageStatement] = []
  var focus: ReportFocus?

  /// The report with these figures and then these sentences.
  func report(
    _ figures: [FigureDefinition], sentences: [SentenceDefinition] = [], year: Int = 2019,
    months: ClosedRange<Int> = 1...12
  ) throws -> (report: Report, findings: [Finding]) {
    let builder = try builder(figures, sentences: sentences, year: year, months: months)
    return builder.report(from: library.outcome(of: builder.plan))
  }

  func builder(
    _ figures: [FigureDefinition], sentences: [SentenceDefinition] = [], year: Int = 2019,
    months: ClosedRange<Int> = 1...12
  ) throws -> ReportBuilder {
    let chapter = ChapterDefinition(
      id: "all", title: "All in {year}",
      items: figures.map { .figure($0) } + sentences.map { .sentences([$0]) })
    let definition = ReportDefinition(
      id: "annual", periods: [.year], isDefault: true, firstYear: firstYear,
      title: "Library {year}", subtitle: "After {year-1}", publisher: "", contact: "",
      disclaimer: "", language: "en",
      numbers: NumberFormat(decimalSeparator: ".", groupSeparator: ","),
      words: ReportWords(words), keyFigure: keyFigure, chapters: [chapter],
      location: SourceLocation(file: "report.yaml"), calendar: calendar)
    return ReportBuilder(
      definition, period: try .test(year, months: months), catalog: library.catalog(indicators),
      datasets: library.datasets, register: register, history: history, focus: focus,
      earlierRun: earlierRun, statements: statements)
  }

  /// One figure as text: see `Figure.text`.
  func table(
    _ figure: FigureDefinition, year: Int = 2019, months: ClosedRange<Int> = 1...12
  ) throws -> String {
    try report([figure], year: year, months: months).report.figures[0].text
  }

  /// One figure.
  func figure(_ figure: FigureDefinition, year: Int = 2019) throws -> Figure {
    try report([figure], year: year).report.figures[0]
  }

  /// The sentences below a figure, one by one, and what was found about those left out.
  func sentences(
    _ sentences: [SentenceDefinition], below figures: [FigureDefinition], year: Int = 2019
  ) throws -> (texts: [String], findings: [Finding]) {
    let (report, findings) = try report(figures, sentences: sentences, year: year)
    let texts = report.chapters[0].items.compactMap { item -> String? in
      if case .paragraph(let text) = item { return text }
      return nil
    }
    return (texts, findings)
  }

  static let english: [ReportWord: String] = [
    .and: " and ", .changeColumn: "{year} vs {earlier}", .fromExports: "From {datasets}.",
    .byHand: "Kept by hand: {datasets}.", .fromRegister: "Printed before: {years}.",
    .riseVerb: "rose", .fallVerb: "fell", .sameVerb: "stayed", .riseParticiple: "risen",
    .fallParticiple: "fallen", .sameParticiple: "unchanged", .riseNoun: "a rise",
    .fallNoun: "a fall", .sameNoun: "no change", .more: "more", .fewer: "fewer",
    .moved: "{label} {verb} by {change}: {before} to {value}.", .whole: "All",
    .focusTitle: "{title}: {member}", .focusColumn: "{member} {column}",
  ]
}

extension FigureDefinition {
  /// A figure of a test.
  static func test(
    _ id: String = "1", _ indicator: String? = "loans", members: [String: [String]] = [:],
    rows: [AxisPart], columns: [AxisPart], change: Bool = false, chart: ChartDefinition? = nil,
    notes: [NoteDefinition] = []
  ) -> FigureDefinition {
    FigureDefinition(
      id: id, label: "Figure \(id)", title: "Loans in {years}", rowTitle: "Branch",
      indicator: indicator, members: members, rows: AxisDefinition(rows),
      columns: AxisDefinition(columns), showsChange: change, chart: chart, isChartOnly: false,
      notes: notes, location: SourceLocation(file: "report.yaml"))
  }
}

extension AxisPart {
  /// The three branches that have files.
  static let branches = AxisPart.members(
    MemberAxis(dimension: "branch", only: ["north", "south", "west"]))

  static let total = AxisPart.total(label: "Total")

  static func years(_ count: Int) -> AxisPart { .years(count: count, newestFirst: false, each: []) }
}

extension Figure {
  /// The table as the reader sees it: the column labels, then each row, divided by ` | `.
  var text: String {
    let numbers = NumberFormat(decimalSeparator: ".", groupSeparator: ",")
    let header = columns.map(\.label).joined(separator: " | ")
    let lines = zip(rows, cells).map { row, cells in
      ([row.label] + cells.map { numbers.text($0.value, style: $0.style) })
        .joined(separator: " | ")
    }
    return ([header] + lines).joined(separator: "\n")
  }
}

extension PublishedCell {
  /// A cell that the annual report printed; nil for a dash.
  static func test(
    _ figure: String, _ row: String, _ column: String, _ value: String?, isPercent: Bool = false,
    period: String = "2018"
  ) -> PublishedCell {
    let printed = value.flatMap { PublishedValue(decimal: $0, isPercent: isPercent) }
    return PublishedCell(
      report: "annual", period: period, figure: figure, row: row, column: column,
      value: printed ?? .dash, location: SourceLocation(file: "published.csv"))
  }
}
