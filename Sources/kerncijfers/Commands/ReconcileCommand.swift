internal import ArgumentParser
internal import Definitions
internal import Exports
internal import Findings
internal import Indicators
internal import Reconciliation
internal import Register
internal import Reports

/// Holds a printed report against itself and against what the exports give.
struct ReconcileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "Find where a printed report contradicts itself or the exports.",
    discussion: """
      Which relations hold between figures is declared in inputs/definitions/reconciliations. The \
      table goes to standard output and reconciliation.md to reports/REPORT/PERIOD-reconciliation \
      (or --output). Exit code 6 when anything is unexplained.

      EXAMPLES
        kerncijfers reconcile inputs/published/review-2019.csv
        kerncijfers reconcile figures-2019.csv statements-2019.csv --year 2019 --json
        kerncijfers reconcile figures-2019.csv --print-only
      """)

  @Argument(help: "The printed cells: figure,title,row_label,column_label,value,marker,note.")
  var figures: String

  @Argument(help: "The printed sentences: id,page_context,sentence,figure,kind,expected.")
  var statements: String?

  @Option(
    help: ArgumentHelp(
      "The year of the print; without it the one that ends the file's name.",
      valueName: "yyyy"))
  var year: Int?

  @Option(help: "The report that the print is of; without it the one that is made for a year.")
  var report: String?

  @Flag(help: "Hold the print against itself only; read no exports.")
  var printOnly = false

  @Option(help: "The folder for reconciliation.md.")
  var output: String?

  @Option(help: "The number of threads.")
  var jobs = Processors.available

  @OptionGroup var common: CommonOptions

  func run() throws {
    let log = StageLog(isQuiet: common.quiet)
    let year = try printedYear()
    let print = try PrintedFiles(figures: figures, statements: statements).read()
    let definitions = try common.folder.loadDefinitions()
    let definition = try definitions.report(named: report, for: .year)
    let register = try RegisterFiles(folder: common.folder.published).read()
    let computed = try computed(definition, definitions, year, register, log)
    let reconciliation = Reconciler(
      print, definition: definitions.reconciliations.first { $0.report == definition.id },
      year: year, computed: computed, register: Register(register.cells)
    ).reconciliation()
    log.finish("reconcile: \(reconciliation.counts.cells) printed numbers")
    try write(reconciliation, of: definition, year)
    show(reconciliation)
    guard reconciliation.unexplained.isEmpty else { throw CommandFailure(.differences) }
  }

  private func printedYear() throws -> Int {
    if let year { return year }
    let name = figures.split(separator: "/").last?.split(separator: ".").first ?? ""
    guard let year = Int(name.suffix(4)), (1900...9999).contains(year) else {
      throw CommandFailure(
        .badUse, "the name of '\(figures)' does not end in a year\n  fix: add --year 2019")
    }
    return year
  }

  /// The report that the exports give; nil when it is not wanted or when there are no exports.
  private func computed(
    _ definition: ReportDefinition, _ definitions: Definitions, _ year: Int,
    _ register: RegisterFiles.Content, _ log: StageLog
  ) throws -> Report? {
    guard !printOnly, let period = ReportingPeriod(year: year) else { return nil }
    guard !(try common.folder.findDeliveries(definitions).deliveries.isEmpty) else {
      ProgramLog.notice("no deliveries; the print is held against itself only")
      return nil
    }
    let run = ReportRun(
      folder: common.folder, definitions: definitions, definition: definition, period: period,
      register: register, jobs: jobs)
    return try run.make(log: log).report
  }

  private func write(
    _ reconciliation: Reconciliation, of report: ReportDefinition, _ year: Int
  ) throws {
    let path =
      output ?? common.folder.output(report: report.id, period: "\(year)-reconciliation")
    let name = figures.split(separator: "/").last.map(String.init) ?? figures
    let page = ReconciliationMarkdown(
      reconciliation, title: "Reconciliation of \(report.id) \(year)", file: name)
    if output == nil { try common.folder.refuseLinkOut(of: path) }
    let folder = try RunFolder(path: path)
    do {
      _ = try folder.replace(with: [OutputFile("reconciliation.md", Array(page.text.utf8))])
    } catch {
      folder.abandon()
      throw error
    }
    ProgramLog.say(.info, "write: \(path)/reconciliation.md")
  }

  private func show(_ reconciliation: Reconciliation) {
    guard !common.json else {
      ReconciliationJSON(reconciliation).print()
      return
    }
    TextTable(header: ReconciliationTable.header, rows: ReconciliationTable(reconciliation).rows)
      .print(asJSON: false)
    for range in reconciliation.ranges { print(range.message) }
    print(reconciliation.summary)
  }
}
