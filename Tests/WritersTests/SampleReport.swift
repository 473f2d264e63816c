import Indicators
import Reports
import Testing

/// A small report about the loans of a library, for the tests of all writers.
enum SampleReport {
  /// The words of the sample's language; `{...}` is filled in by the writers.
  static let words = ReportWords(
    Dictionary(
      uniqueKeysWithValues: ReportWord.allCases.map { ($0, english[$0] ?? $0.rawValue) }))

  private static let english: [ReportWord: String] = [
    .contents: "Contents", .cover: "Cover", .notes: "Notes", .quality: "Deliveries",
    .backToContents: "Back to the contents", .figure: "Figure", .title: "Title", .note: "Note",
    .dataset: "Dataset", .year: "Year", .files: "Files", .missing: "Missing",
    .recordsRead: "Records read", .recordsCounted: "Records counted", .leftOut: "Left out",
    .reason: "Reason", .number: "Number", .source: "Source", .howCounted: "How counted",
    .unit: "Unit", .status: "Status", .validated: "validated", .indicative: "indicative",
    .publisher: "Publisher", .contact: "Contact", .period: "Period",
    .complete: "All deliveries are there.", .incomplete: "{count} deliveries are missing.",
    .dashMeaning: "A dash (-) means that there is no number.",
    .zeroMeaning: "A zero is a counted zero.", .rounding: "Percentages are rounded.",
    .oneTable: "This sheet has one table.", .notesElsewhere: "Notes are on sheet {sheet}.",
    .chart: "chart", .shorthand: "[x] means not available.", .direction: "Direction",
    .riseNoun: "rise", .fallNoun: "fall", .sameNoun: "same",
    .findings: "{errors} errors, {warnings} warnings, {notes} notes.", .banner: "Made-up numbers.",
    .allValidated: "All definitions are agreed.", .movedMost: "What moved most",
    .indicativeFigures: "{count} of {total} are indicative: {figures}.", .trend: "Since {years}",
    .deliveryMatrix: "Delivered parts", .part: "Part", .emptyDelivery: "empty",
    .notExpected: "not expected", .origin: "Made from", .program: "Program", .file: "File",
    .exactShare: "{value} ({part} of {whole})",
    .exactAverage: "{value} ({part} over {whole})",
    .exactChange: "{value} (from {before} to {now})",
    .openBars: "Open bars cannot be compared.", .notComparable: "not comparable",
    .bytes: "Bytes", .cells: "cells", .focusColumn: "{member} {column}", .whole: "All",
  ]

  /// How the sample writes numbers.
  static let numbers = NumberFormat(decimalSeparator: ".", groupSeparator: ",")

  /// A report of chapters.
  static func report(
    chapters: [Chapter], title: String = "Library loans 2019", quality: Quality? = nil,
    keyFigure: String? = nil, words: ReportWords = SampleReport.words, language: String = "en",
    period id: String = "2019"
  ) throws -> Report {
    let period = try #require(ReportingPeriod(id: id))
    return Report(
      id: "loans", period: period, title: title, subtitle: "Four branches",
      publisher: "The Library",
      contact: "loans@example.org", disclaimer: "Loans are not readers.", language: language,
      numbers: numbers, words: words, chapters: chapters, quality: quality ?? complete,
      keyFigure: keyFigure)
  }

  /// A report of figures in one chapter.
  static func report(figures: [Figure]) throws -> Report {
    try report(
      chapters: [Chapter(id: "loans", title: "Loans", items: figures.map { .figure($0) })])
  }

  /// Deliveries without anything missing.
  static let complete = Quality(
    deliveries: [
      DeliveryLine(
        dataset: "Loans", year: 2019, fileCount: 4, expectedCount: 4, missing: [],
        recordsRead: 12_345, recordsCounted: 12_343)
    ],
    isIncomplete: false,
    leftOut: [LeftOut(dataset: "Loans", rule: "unknown-code", count: 2)],
    findingCounts: (notes: 1, warnings: 3, errors: 2))

  /// A figure with a row for each of `rows`, of cells with the same style.
  static func figure(
    id: String = "4", label: String? = nil, title: String = "Loans by branch",
    columns: [String] = ["2018", "2019"], rows: [(String, [CellValue])],
    style: NumberStyle = .count, chart: Chart? = nil, isChartOnly: Bool = false,
    notes: [String] = []
  ) -> Figure {
    Figure(
      id: id, label: label ?? "Figure \(id)", title: title, rowTitle: "Branch",
      rows: rows.map { FigureRow(label: $0.0, isTotal: $0.0 == "Total") },
      columns: columns.map { FigureColumn(label: $0) },
      cells: rows.map { $0.1.map { cell($0, style: style) } }, chart: chart,
      isChartOnly: isChartOnly, notes: notes, source: "Loans.", explanation: "Every loan once.",
      unit: "loans", status: .validated)
  }

  /// A cell counted from exports.
  static func cell(
    _ value: CellValue, style: NumberStyle = .count, notes: [Int] = []
  ) -> Cell {
    Cell(
      value: value, style: style, source: .exports, unit: "loans", status: .validated, notes: notes)
  }

  /// A figure of counts over two years with a change, a total, a note and a dash.
  static let branches = Figure(
    id: "1", label: "Figure 1", title: "Loans by branch in 2018-2019", rowTitle: "Branch",
    rows: [
      FigureRow(label: "North"), FigureRow(label: "South", notes: [0]),
      FigureRow(label: "Total", isTotal: true),
    ],
    columns: [
      FigureColumn(label: "2018"), FigureColumn(label: "2019"),
      FigureColumn(label: "2019 against 2018 (%)", kind: .change),
    ],
    cells: [
      [
        cell(.count(1_200)), cell(.count(1_320)),
        cell(.change(from: 1_200, to: 1_320), style: .change),
      ],
      [cell(.notAvailable), cell(.count(0)), cell(.notAvailable, style: .change)],
      [
        cell(.count(1_200)), cell(.count(1_320), notes: [1]),
        cell(.change(from: 1_200, to: 1_320), style: .change),
      ],
    ],
    chart: nil, isChartOnly: false,
    notes: ["South opened in 2019.", "Without renewals."], source: "Loans.",
    explanation: "Every loan once.", unit: "loans", status: .validated)
}
