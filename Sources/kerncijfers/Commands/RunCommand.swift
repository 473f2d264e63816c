internal import ArgumentParser
internal import Definitions
internal import Exports
internal import Findings
internal import Indicators
internal import LocalEngine
internal import Provenance
internal import Register
internal import Reports
internal import Writers

/// The main job: check the deliveries, compute the report, write it.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Check the deliveries, compute a report and write it.",
    discussion: """
      EXAMPLES
        kerncijfers run --year 2019
        kerncijfers run review --year 2019 --strict=warning
        kerncijfers run --year 2019 --profile publication
        kerncijfers run --year 2019 --area north
        kerncijfers run --year 2019 --output /somewhere/else --jobs 1
        kerncijfers run --year 2019 --output - | head
      """)

  @Argument(help: "The report; without it the one that is meant for such a period.")
  var report: String?

  @OptionGroup var period: PeriodOptions

  @OptionGroup var variants: VariantOptions

  @Option(
    help: """
      The folder to write; without it reports/REPORT/PERIOD in the project, or a folder in it for \
      a profile or a member. With - the figures go to standard output, as figures.csv, and nothing \
      is written.
      """)
  var output: String?

  @Option(help: "The number of threads.")
  var jobs = Processors.available

  @Option(
    help: ArgumentHelp(
      "Write nothing when there are findings of this severity; --strict alone means error.",
      valueName: "error|warning"))
  var strict: StrictLevel?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (1...1024).contains(jobs) else {
      throw ValidationError("--jobs takes a whole number from 1 to 1024")
    }
  }

  func run() throws {
    let log = StageLog(isQuiet: common.quiet)
    let asked = try period.reportingPeriod()
    let definitions = try common.folder.loadDefinitions()
    let definition = try definitions.report(named: report, for: period.kind)
    let variant = try variants.variant(of: definition, in: definitions)
    let register = try RegisterFiles(folder: common.folder.published).read()
    log.finish(
      "definitions: \(definitions.datasets.count) datasets, "
        + "\(definitions.indicators.count) indicators, \(definition.figures.count) figures")

    let run = ReportRun(
      folder: common.folder, definitions: definitions, definition: definition, period: asked,
      register: register, jobs: jobs, variant: variant)
    if output == "-" { return try printFigures(run, log) }
    let whole = common.folder.output(report: definition.id, period: asked.id)
    let folder =
      try output.map { try RunFolder(path: $0) }
      ?? RunFolder(path: ([whole] + variant.names).joined(separator: "/"), within: whole)
    do {
      try work(run, folder, log)
    } catch {
      folder.abandon()
      throw error
    }
  }

  /// The rules of notes that say what the report does not have.
  private static let gaps: Set = ["sentence-left-out", "figure-without-numbers"]

  private func work(_ run: ReportRun, _ folder: RunFolder, _ log: StageLog) throws {
    let made = try makeReport(run, log)
    let (report, findings) = (made.report, made.findings)
    let (outputs, manifest) = try run.files(of: made)
    let manifestBytes = manifest.json()
    let record = RunRecord(
      startedAt: WallClock.secondsSince1970, milliseconds: log.milliseconds, engine: "local",
      jobs: jobs, manifest: Digest(of: manifestBytes))
    let aside = try folder.replace(
      with: outputs + [
        OutputFile("manifest.json", manifestBytes), OutputFile("run.json", record.json()),
      ])
    if let aside {
      StandardError.write("note: files that no run had written were moved to '\(aside)'")
    }
    log.finish("write: \(outputs.count + 2) files")
    summarise(report, findings, folder.path)
    if findings.contains(where: { $0.severity == .error }) {
      throw CommandFailure(.errorFindings)
    }
  }

  /// Makes the report and prints the findings that a reader must see.
  ///
  /// - Throws: `CommandFailure` when the findings reach the level of `--strict`.
  private func makeReport(_ run: ReportRun, _ log: StageLog) throws -> ReportRun.Made {
    let made = try run.make(log: log)
    FindingsPrinter(showsColours: StandardError.showsColours).print(
      made.findings.filter { $0.severity > .note || Self.gaps.contains($0.rule) })
    if let strict, made.findings.contains(where: { $0.severity >= strict.severity }) {
      throw CommandFailure(
        .errorFindings,
        "nothing was written because of --strict: \(FindingsPrinter.summary(of: made.findings))")
    }
    return made
  }

  private func printFigures(_ run: ReportRun, _ log: StageLog) throws {
    let made = try makeReport(run, log)
    print(FiguresTable.csv(made.report), terminator: "")
    if made.findings.contains(where: { $0.severity == .error }) {
      throw CommandFailure(.errorFindings)
    }
  }

  private func summarise(_ report: Report, _ findings: [Finding], _ path: String) {
    let cells = report.figures.reduce(0) { $0 + $1.rows.count * $1.columns.count }
    if common.json {
      let counts = Severity.allCases.map { severity in
        "\"\(severity.label)s\": \(findings.count { $0.severity == severity })"
      }.joined(separator: ", ")
      print(
        "{\"report\": \(JSONString(report.id)), \"period\": \(JSONString(report.period.id)), "
          + "\"output\": \(JSONString(path)), \"figures\": \(report.figures.count), "
          + "\"cells\": \(cells), \(counts)}")
      return
    }
    print(
      "\(report.title): \(report.figures.count) figures, \(cells) cells; "
        + "\(FindingsPrinter.summary(of: findings)); \(path)")
  }
}

/// From which severity on findings keep a run from writing.
enum StrictLevel: String, ExpressibleByArgument, CaseIterable {
  case warning
  case error

  /// The severity.
  var severity: Severity { self == .warning ? .warning : .error }
}
