internal import Definitions
internal import Exports
internal import Findings
internal import Indicators
internal import LocalEngine
internal import Provenance
internal import Reports

/// Reads a project's deliveries and computes a plan, and tells where the numbers come from.
struct Computation {
  /// The project.
  let folder: ProjectFolder

  /// Its definitions.
  let definitions: Definitions

  /// The number of threads.
  let jobs: Int

  /// Runs a plan over all deliveries of the project.
  ///
  /// - Throws: `CommandFailure` with exit code 4 after printing why the deliveries cannot be used.
  func outcome(of plan: Plan, log: StageLog) throws -> PlanOutcome {
    let (deliveries, folderFindings) = try folder.findDeliveries(definitions)
    guard !deliveries.isEmpty else {
      FindingsPrinter(showsColours: StandardError.showsColours).print(folderFindings)
      throw CommandFailure(
        .unusableInputs,
        "no deliveries in '\(folder.exports)'\n"
          + "  fix: put exports there as DATASET/YEAR/FILE.csv")
    }
    log.show("reading \(deliveries.count) files ...")
    let engine = LocalEngine(
      schemas: definitions.datasets, dimensions: definitions.dimensions, jobs: jobs,
      progress: log.readingProgress)
    do {
      let outcome = try engine.run(plan, over: deliveries)
      let read = outcome.books.reduce(0) { $0 + $1.recordsRead }
      log.finish(
        "read and compute: \(deliveries.count) files, \(read) records, "
          + "\(plan.aggregates.count) aggregates")
      return PlanOutcome(
        results: outcome.results, findings: folderFindings + outcome.findings,
        books: outcome.books)
    } catch {
      throw unusable(error, folderFindings)
    }
  }

  private func unusable(_ error: EngineError, _ folderFindings: [Finding]) -> CommandFailure {
    guard case .unusable(let findings, _) = error else {
      return CommandFailure(.badDefinitions, error.description)
    }
    let all = (folderFindings + findings).sorted()
    FindingsPrinter(showsColours: StandardError.showsColours).print(all)
    return CommandFailure(
      .unusableInputs,
      "nothing was written, because files cannot be used: \(FindingsPrinter.summary(of: all))")
  }

  /// The manifest of a run.
  ///
  /// - Throws: `CommandFailure` with exit code 4 when a delivery cannot be read again.
  func manifest(
    of report: Report, _ outcome: PlanOutcome, register: [FileRecord], outputs: [OutputFile]
  ) throws -> Manifest {
    let exports = folder.exports
    let digests = try Digests(jobs: jobs).ofFiles(outcome.books.map { "\(exports)/\($0.file)" })
    return Manifest(
      program: ProgramVersion.program,
      report: ReportIdentity(id: report.id, period: report.period.id),
      definitions: definitions.files.map { FileRecord(file: $0.path, content: $0.bytes) },
      register: register,
      inputs: zip(outcome.books, digests).map { InputRecord($0, sha256: $1) },
      outputs: outputs.map { FileRecord(file: $0.path, content: $0.content) })
  }
}

extension Definitions {
  /// The indicators with the datasets and dimensions that they are about.
  var catalog: IndicatorCatalog {
    IndicatorCatalog(indicators: indicators, datasets: datasets, dimensions: dimensions)
  }
}
