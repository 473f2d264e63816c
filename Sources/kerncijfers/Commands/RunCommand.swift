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
        kerncijfers run --year 2019 --engine spark --spark-master spark://host:7077

      Where the run that stands was made by the same program from the same inputs, definitions and
      parameters, nothing is written: the answer and the exit code are those of that run.
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

  @Flag(help: "Make the run also where the one that stands has the same bytes.")
  var force = false

  @OptionGroup var engine: EngineOptions

  @OptionGroup var cache: CacheOptions

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

    let run = try ReportRun(
      folder: common.folder, definitions: definitions, definition: definition, period: asked,
      register: register, jobs: jobs, engine: try engine.choice(in: common.folder),
      variant: variant, cache: try cache.folder(in: common.folder)
    ).comparedWithEarlier()
    if output == "-" { return try printFigures(run, log) }
    let whole = common.folder.output(report: definition.id, period: asked.id)
    let own = ([whole] + variant.names).joined(separator: "/")
    if output == nil { try common.folder.refuseLinkOut(of: own) }
    let folder = try output.map { try RunFolder(path: $0) } ?? RunFolder(path: own, within: whole)
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
    let files =
      run.engine.readsElsewhere ? nil : try DeliveredFiles(of: common.folder, run.definitions)
    if !force, run.engine.isLocal, let files,
      let standing = StandingRun(in: folder.path, of: common.folder),
      try standing.isCurrent(for: run, files)
    {
      folder.abandon()
      log.finish("compare: \(files.deliveries.count) files are those of the run that stands")
      try show(FindingList(standing.findings))
      return try finish(RunSummary(of: standing))
    }
    let made = try run.make(log: log)
    let told = try show(made.findings)
    let (outputs, manifest) = try run.files(of: made)
    let record = record(
      of: made, manifest, by: run.engine,
      Surroundings(folderFindings: files?.findings ?? []), told, log)
    let aside = try folder.replace(with: outputs + [manifest.file, record.file])
    if let aside {
      ProgramLog.notice("files that no run had written were moved to '\(aside)'")
    }
    log.finish("write: \(outputs.count + 2) files")
    try finish(RunSummary(of: made, in: folder.path))
  }

  /// Prints what was found, and returns which findings were told.
  ///
  /// - Throws: `CommandFailure` with exit code 1 when findings are as bad as `--strict` refuses.
  @discardableResult
  private func show(_ findings: FindingList) throws -> ToldFindings {
    let told = FindingsPrinter(showsColours: StandardError.showsColours).print(
      findings, where: { $0.severity > .note || Self.gaps.contains($0.rule) })
    if let strict, let gravest = findings.gravest, gravest >= strict.severity {
      throw CommandFailure(
        .errorFindings,
        "nothing was written because of --strict: \(FindingsPrinter.summary(of: findings))")
    }
    return told
  }

  private func record(
    of made: ReportRun.Made, _ manifest: Manifest, by engine: EngineChoice,
    _ surroundings: Surroundings, _ told: ToldFindings, _ log: StageLog
  ) -> RunRecord {
    RunRecord(
      startedAt: WallClock.secondsSince1970 - log.milliseconds / 1000,
      milliseconds: log.milliseconds, engine: engine.name, jobs: jobs,
      manifest: Digest(of: manifest.json()), title: made.report.title, build: surroundings.build,
      names: surroundings.names, readsElsewhere: engine.readsElsewhere, advice: told.advice,
      sinceLast: made.report.sinceLast)
  }

  private func finish(_ summary: RunSummary) throws {
    print(common.json ? summary.json : summary.text)
    if summary.findings.gravest == .error {
      throw CommandFailure(.errorFindings)
    }
  }

  private func printFigures(_ run: ReportRun, _ log: StageLog) throws {
    let made = try run.make(log: log)
    try show(made.findings)
    print(FiguresTable.csv(made.report), terminator: "")
    if made.findings.gravest == .error {
      throw CommandFailure(.errorFindings)
    }
  }
}

extension Manifest {
  /// The file that a run writes it into.
  fileprivate var file: OutputFile { OutputFile("manifest.json", json()) }
}

extension RunRecord {
  /// The file that a run writes it into.
  fileprivate var file: OutputFile { OutputFile("run.json", json()) }
}

/// From which severity on findings keep a run from writing.
enum StrictLevel: String, ExpressibleByArgument, CaseIterable {
  case warning
  case error

  /// The severity.
  var severity: Severity { self == .warning ? .warning : .error }
}
