internal import ArgumentParser
internal import Definitions
internal import Exports
internal import Findings
internal import Indicators
internal import Provenance
internal import Reports

/// Tells how a cell of a report came about.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell how a cell came about: formula, definition, selection, deliveries, records.",
    discussion: """
      Without a period the last year is meant of which there are deliveries.

      EXAMPLES
        kerncijfers explain 4 --row Harbour --column 2019
        kerncijfers explain 4 --row Harbour --column 2019 --records harbour.csv
        kerncijfers explain --sentence "rose by"
        kerncijfers explain --every
      """)

  @Argument(help: "The figure's id; 'kerncijfers figures' lists them.")
  var figure: String?

  @Option(help: "The row's label.")
  var row: String?

  @Option(help: "The column's label.")
  var column: String?

  @Option(
    help: ArgumentHelp(
      "Write the contributing records as CSV, for your eyes only: they are personal data.",
      valueName: "file"))
  var records: String?

  @Flag(help: "Hold the records of every cell of the report against the cell; say nothing more.")
  var every = false

  @Option(help: "Instead of a cell: a sentence of the report, by its id or some of its words.")
  var sentence: String?

  @Option(help: "The report; without it the one that is meant for such a period.")
  var report: String?

  @OptionGroup var period: PeriodOptions

  @Option(help: "The number of threads.")
  var jobs = Processors.available

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if !every, sentence == nil, figure == nil || row == nil || column == nil {
      throw ValidationError("a cell is needed: FIGURE --row ROW --column COLUMN")
    }
  }

  func run() throws {
    let run = try reportRun()
    let made = try run.make(log: StageLog(isQuiet: true))
    let explainer = try Explainer(run, made)
    if every { return try checkEveryCell(explainer) }
    if let sentence {
      return try explain(run.builder.sentences(in: made.report), with: sentence, explainer)
    }
    let reference = try cell(in: explainer.report)
    guard let explanation = explainer.explanation(of: reference) else {
      throw CommandFailure(.badUse, "the report has no such cell")
    }
    if common.json {
      print(String(decoding: explanation.json(), as: UTF8.self), terminator: "")
    } else {
      ExplanationText(explanation).lines.forEach { print($0) }
    }
    if let records { try writeRecords(of: reference, explainer, to: records) }
  }

  private func reportRun() throws -> ReportRun {
    let definitions = try common.folder.loadDefinitions()
    return try ReportRun(
      folder: common.folder, definitions: definitions,
      definition: definitions.report(named: report, for: period.kind),
      period: askedPeriod(definitions),
      register: RegisterFiles(folder: common.folder.published).read(), jobs: jobs
    ).comparedWithEarlier()
  }

  private func askedPeriod(_ definitions: Definitions) throws -> ReportingPeriod {
    if [period.year, period.quarter, period.month].contains(where: { $0 != nil }) {
      return try period.reportingPeriod()
    }
    let years = try common.folder.findDeliveries(definitions).deliveries.map(\.year)
    guard let last = years.max().flatMap({ ReportingPeriod(year: $0) }) else {
      throw CommandFailure(.unusableInputs, "no deliveries in '\(common.folder.exports)'")
    }
    return last
  }

  /// The cell that was asked for, with labels as the report writes them.
  private func cell(in report: Report) throws -> CellReference {
    guard let found = report.figures.first(where: { $0.id == figure }) else {
      throw unknown("figure", figure, among: report.figures.map(\.id))
    }
    guard let line = found.rows.first(where: { $0.label == row }) else {
      throw unknown("row", row, among: found.rows.map(\.label))
    }
    guard let place = found.columns.first(where: { $0.label == column }) else {
      throw unknown("column", column, among: found.columns.map(\.label))
    }
    return CellReference(figure: found.id, row: line.label, column: place.label)
  }

  private func explain(
    _ sentences: [PrintedSentence], with words: String, _ explainer: Explainer
  ) throws {
    let byId = sentences.filter { $0.id == words }
    let found = byId.isEmpty ? sentences.filter { $0.text.contains(words) } : byId
    guard !found.isEmpty else {
      throw CommandFailure(
        .badUse,
        "no sentence of the report has this id or these words\n"
          + "  fix: copy some words from the report, or name one of "
          + sentences.map(\.id).joined(separator: ", "))
    }
    if common.json {
      let explanations = found.flatMap(\.cells).compactMap(explainer.explanation)
      return print(String(decoding: explanations.json(), as: UTF8.self), terminator: "")
    }
    for sentence in found {
      print("sentence \(sentence.id) (\(sentence.location.description)): \(sentence.text)")
      for explanation in sentence.cells.compactMap(explainer.explanation) {
        ExplanationText(explanation).lines.forEach { print("  \($0)") }
      }
    }
  }

  private func unknown(_ kind: String, _ name: String?, among known: [String]) -> CommandFailure {
    let hint = known.nearest(to: name ?? "").map { " (nearest: '\($0)')" } ?? ""
    return CommandFailure(
      .badUse,
      "there is no \(kind) '\(name ?? "")'\(hint)\n  fix: name one of "
        + known.map { "'\($0)'" }.joined(separator: ", "))
  }

  private func writeRecords(
    of cell: CellReference, _ explainer: Explainer, to path: String
  ) throws {
    let parts = explainer.numbers(of: cell).compactMap { number in
      number.question.map { (number.role, $0.source.dataset, explainer.records(of: $0)) }
    }
    let table = RecordsTable(parts)
    try NewFile(path: path, mode: 0o600).write(Array(table.csv.utf8))
    ProgramLog.notice(
      "\(table.recordCount) records were written to '\(path)'; they are personal data: keep "
        + "the file to yourself and remove it when the question is answered")
  }

  private func checkEveryCell(_ explainer: Explainer) throws {
    let check = EveryCell(explainer)
    check.problems.forEach { print($0) }
    print(
      "\(check.cellCount) cells; the records of \(check.checkedCount) numbers were added up, "
        + "\(check.problems.count) do not agree")
    if !check.problems.isEmpty { throw CommandFailure(.differences) }
  }
}
