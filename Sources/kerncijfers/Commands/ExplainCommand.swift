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
      Without a period the last year is meant of which there are deliveries; a workbook is explained
      as its run was asked for.

      EXAMPLES
        kerncijfers explain 4 --row Harbour --column 2019
        kerncijfers explain 4 --row Harbour --column 2019 --records harbour.csv
        kerncijfers explain annual-2019.xlsx 'Figure 4!D7'
        kerncijfers explain --sentence "rose by"
        kerncijfers explain --every
      """)

  @Argument(help: "The figure's id ('kerncijfers figures' lists them), or a workbook of a run.")
  var figure: String?

  @Argument(help: "With a workbook: the cell, as 'SHEET!D7'.")
  var cell: String?

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

  @OptionGroup var variants: VariantOptions

  @Option(help: "The number of threads.")
  var jobs = Processors.available

  @OptionGroup var common: CommonOptions

  func validate() throws {
    let isWorkbook = figure?.lowercased().hasSuffix(".xlsx") ?? false
    let ways = [every, sentence != nil, isWorkbook, figure != nil && !isWorkbook]
    guard ways.count(where: { $0 }) == 1 else {
      throw ValidationError(
        "one thing is explained: FIGURE --row ROW --column COLUMN, WORKBOOK CELL, "
          + "--sentence WORDS, or --every")
    }
    if isWorkbook, cell.flatMap(WorkbookReference.init) == nil || row != nil || column != nil {
      throw ValidationError("with a workbook a cell is needed, as 'SHEET!D7'")
    }
    if !isWorkbook, cell != nil {
      throw ValidationError("'\(cell ?? "")' is a cell of a workbook, expected FILE.xlsx before it")
    }
    if !isWorkbook, figure != nil, row == nil || column == nil {
      throw ValidationError("a cell is needed: FIGURE --row ROW --column COLUMN")
    }
    if every, records != nil {
      throw ValidationError("--records is about one cell or sentence, not about --every")
    }
  }

  func run() throws {
    if let figure, let place = cell.flatMap(WorkbookReference.init) {
      return try explain(workbook: figure, at: place)
    }
    let run = try reportRun()
    try refuseRecords(of: run)
    let made = try run.make(log: StageLog(isQuiet: true))
    let explainer = try Explainer(run, made)
    if every { return try checkEveryCell(explainer) }
    if let sentence {
      let found = try SentenceChoice(run.builder.sentences(in: made.report)).named(sentence)
      return try show(
        found.map {
          ExplainedCells(
            heading: "sentence \($0.id) (\($0.location.description)): \($0.text)", cells: $0.cells)
        }, explainer)
    }
    let cell = try CellChoice(explainer.report).cell(figure, row: row, column: column)
    try show([ExplainedCells(heading: "", cells: [cell])], explainer)
  }

  private func explain(workbook file: String, at place: WorkbookReference) throws {
    let (recorded, path) = try RecordedRun.ofFile(file, in: common.folder)
    let run = try ReportRun(again: recorded.manifest, in: common.folder, jobs: jobs)
    try refuseRecords(of: run)
    let made = try run.make(log: StageLog(isQuiet: true))
    let workbook = try WorkbookOfRun(of: run, made, recorded: recorded, file: path)
    let reference = try workbook.cell(at: place)
    workbook.remarks.forEach { ProgramLog.notice("\($0)") }
    try show(
      [ExplainedCells(heading: "\(path), \(cell ?? ""):", cells: [reference])],
      Explainer(run, made))
  }

  private func show(_ parts: [ExplainedCells], _ explainer: Explainer) throws {
    let explanations = parts.map { $0.cells.compactMap(explainer.explanation) }
    if common.json {
      let all = Array(explanations.joined())
      let json =
        parts.allSatisfy { $0.cells.count == 1 } && all.count == 1 && sentence == nil
        ? all[0].json() : all.json()
      print(String(decoding: json, as: UTF8.self), terminator: "")
    } else {
      for (part, explanations) in zip(parts, explanations) {
        if !part.heading.isEmpty { print(part.heading) }
        let indent = part.heading.isEmpty ? "" : "  "
        for explanation in explanations {
          ExplanationText(explanation).lines.forEach { print(indent + $0) }
        }
      }
      explainer.facts.forEach { print($0) }
    }
    if let records { try writeRecords(of: parts.flatMap(\.cells), explainer, to: records) }
  }

  /// Records, and what they add up to, tell what a profile leaves blank.
  private func refuseRecords(of run: ReportRun) throws {
    guard every || records != nil, let profile = run.variant.profile,
      profile.suppression != nil
    else { return }
    throw CommandFailure(
      .badUse,
      "profile '\(profile.id)' leaves small counts blank, and \(every ? "--every" : "--records") "
        + "would tell them\n  fix: ask with a profile that prints every number")
  }

  private func reportRun() throws -> ReportRun {
    let definitions = try common.folder.loadDefinitions()
    let definition = try definitions.report(named: report, for: period.kind)
    return try ReportRun(
      folder: common.folder, definitions: definitions, definition: definition,
      period: askedPeriod(definitions),
      register: RegisterFiles(folder: common.folder.published).read(), jobs: jobs,
      variant: variants.variant(of: definition, in: definitions)
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

  private func writeRecords(
    of cells: [CellReference], _ explainer: Explainer, to path: String
  ) throws {
    let parts = cells.flatMap { cell in
      explainer.numbers(of: cell).compactMap { number in
        number.question.map { question in
          let place =
            cells.count == 1 ? [] : ["figure \(cell.figure)", cell.row, cell.column ?? ""]
          let role = (place + [number.role]).filter { !$0.isEmpty }.joined(separator: ", ")
          return (role, question.source.dataset, explainer.records(of: question))
        }
      }
    }
    let table = RecordsTable(parts)
    try NewFile(path: path, mode: 0o600).write(Array(table.csv.utf8))
    ProgramLog.notice(
      "\(table.recordCount) records were written to '\(path)'; they are personal data: keep "
        + "the file to yourself and remove it when the question is answered")
  }

  private func checkEveryCell(_ explainer: Explainer) throws {
    let check = EveryCell(explainer)
    if common.json {
      let answer = CheckedCells(
        numbersAddedUp: check.checkedCount, problems: check.problems, cells: check.asked)
      print(String(decoding: answer.json(), as: UTF8.self), terminator: "")
      if !check.problems.isEmpty { throw CommandFailure(.differences) }
      return
    }
    check.problems.forEach { print($0) }
    print(
      "\(check.cellCount) cells; the records of \(check.checkedCount) numbers were added up, "
        + "\(check.problems.count) do not agree")
    if !check.problems.isEmpty { throw CommandFailure(.differences) }
  }
}

/// What a program reads of the check of every cell.
private struct CheckedCells: Encodable {
  let numbersAddedUp: Int
  let problems: [String]
  let cells: [EveryCell.Asked]
}

/// Cells that are explained together, with what is said before them.
private struct ExplainedCells {
  let heading: String
  let cells: [CellReference]
}
