internal import Reports

/// What the parts of one report gather while they are read, for checks of what they say about each
/// other.
///
/// A class, because chapters, figures and sentences all add to it, however deep they stand.
final class ReportScope {
  /// The indicators and dimensions.
  let measured: MeasuredDefinitions

  /// Where findings go.
  let log: FindingCollector

  /// The label of the change column, with years as placeholders.
  let changeLabel: String?

  private var figures = NameTable<FigureLabels>(kind: "figure")
  private var chapters = NameTable<Bool>(kind: "chapter")
  private var sentences = NameTable<Bool>(kind: "sentence")
  private var captions = NameTable<Bool>(kind: "label")
  private var mentions: [FigureMention] = []

  /// Creates the scope of a report.
  init(measured: MeasuredDefinitions, changeLabel: String?, log: FindingCollector) {
    self.measured = measured
    self.changeLabel = changeLabel
    self.log = log
  }

  /// Adds a chapter.
  func declareChapter(_ id: TextValue) {
    chapters.declare(id, true, log: log)
  }

  /// Adds a sentence.
  func declareSentence(_ id: TextValue) {
    sentences.declare(id, true, log: log)
  }

  /// Adds a figure with what its caption and sheet are called.
  func declareFigure(_ id: TextValue, caption: TextValue?, labels: FigureLabels?) {
    figures.declare(id, labels, log: log)
    if let caption { captions.declare(caption, true, log: log) }
  }

  /// Notes that there may be figures whose ids cannot be read.
  func declareUnnamedFigure() {
    figures.isIncomplete = true
  }

  /// Remembers that something is said about a figure.
  func refer(to mention: FigureMention) {
    mentions.append(mention)
  }

  /// Checks that a figure is one of the report's.
  func checkFigure(_ name: TextValue) {
    _ = figures.resolve(name, log: log)
  }

  /// Checks all that is said about figures, when all are known.
  func checkMentions() {
    for mention in mentions { check(mention) }
    checkCycles()
  }

  private func check(_ mention: FigureMention) {
    guard let labels = figures.resolve(mention.figure, log: log) else { return }
    let whole = "figure '\(mention.figure.text)'"
    for row in mention.rows where !labels.rows.contains(row.text) {
      log.reportUnknown("row", row.text, at: row.place, among: labels.rows.known, in: whole)
    }
    if let column = mention.column, !labels.columns.contains(column.text) {
      log.reportUnknown(
        "column", column.text, at: column.place, among: labels.columns.known, in: whole)
    }
    if mention.comparesYears, let column = mention.column { checkChange(of: column, whole, labels) }
    let years = mention.comparesYears ? ["{year}", "{year-1}"] : ["{year}"]
    let periods = mention.comparesYears ? ["{period}", "{period-1}"] : ["{period}"]
    guard mention.column == nil, !years.allSatisfy(labels.columns.contains),
      !periods.allSatisfy(labels.columns.contains)
    else { return }
    log.report(
      "unknown-column", at: mention.figure.place,
      "\(whole) has no column for \(mention.comparesYears ? "this year and the last" : "the year")"
        + ", expected \(Wording.listed(labels.columns.known))",
      fix: mention.comparesYears ? "name a figure over years" : "add 'column:' with one of them")
  }

  /// Checks that a column stands beside the same one of the year before.
  private func checkChange(of column: TextValue, _ whole: String, _ labels: FigureLabels) {
    let earlier = [("{year}", "{year-1}"), ("{period}", "{period-1}")].reduce(column.text) {
      $0.replacing($1.0, with: $1.1)
    }
    guard earlier == column.text || !labels.columns.contains(earlier) else { return }
    log.report(
      "unknown-column", at: column.place,
      "\(whole) has no column of the year before '\(column.text.shortened)', expected two columns "
        + "that differ in {year} and {year-1}, or {period} and {period-1}",
      fix: "name a column that stands beside the one of the year before")
  }

  private func checkCycles() {
    let parts = Dictionary(grouping: mentions.filter { !$0.from.isEmpty }, by: \.from)
      .mapValues { $0.map(\.figure.text) }
    let known = Dictionary(figures.names.map { ($0, parts[$0] ?? []) }) { first, _ in first }
    for cycle in DependencyGraph(ids: figures.names, parts: known).cycles {
      guard let first = cycle.first, let place = figures.place(of: first) else { continue }
      log.report(
        "cycle", at: place,
        "\((cycle + [first]).map { "'\($0)'" }.joined(separator: " -> ")) is a cycle, expected "
          + "figures that do not repeat cells of themselves",
        fix: "remove one of these cells")
    }
  }
}

/// The labels of a figure's rows and columns.
struct FigureLabels {
  /// The labels of the rows.
  let rows: AxisLabels

  /// The labels of the columns.
  let columns: AxisLabels
}

/// Something that is said about a figure: a cell, a change or a ranking.
struct FigureMention {
  /// The figure.
  let figure: TextValue

  /// The rows that are named.
  let rows: [TextValue]

  /// The column that is named; nil for that of the year.
  let column: TextValue?

  /// Whether the year is compared with the one before.
  let comparesYears: Bool

  /// The figure that repeats the cell; empty for a sentence.
  let from: String
}
