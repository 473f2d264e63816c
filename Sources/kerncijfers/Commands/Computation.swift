internal import Definitions
internal import Exports
internal import Findings
internal import Indicators
internal import LocalEngine
internal import Schemas
internal import SparkEngine

/// Reads a project's deliveries and computes a plan.
struct Computation {
  /// The project.
  let folder: ProjectFolder

  /// Its definitions.
  let definitions: Definitions

  /// The number of threads.
  let jobs: Int

  /// What computes.
  var engine = EngineChoice.local

  /// The deliveries, where only a cluster reads them.
  var listing: SparkListing?

  /// Where the records are kept; nil when they are not.
  var cache: CacheFolder?

  /// Runs a plan over all deliveries of the project.
  ///
  /// `onlyNeeded` leaves the deliveries unread of which the plan needs nothing; what is counted is
  /// the same.
  ///
  /// - Throws: `CommandFailure` with exit code 4 after printing why the deliveries cannot be used.
  func outcome(of plan: Plan, onlyNeeded: Bool = false, log: StageLog) throws -> PlanOutcome {
    try reading(of: plan, onlyNeeded: onlyNeeded, log: log).outcome
  }

  /// The same, with the digests of the deliveries where the cache had to know them.
  func reading(
    of plan: Plan, onlyNeeded: Bool = false, log: StageLog
  ) throws -> (outcome: PlanOutcome, digests: KnownDigests?) {
    var (deliveries, folderFindings) = try found()
    if onlyNeeded {
      let needed = definitions.datasetsNeeded(for: plan)
      deliveries.removeAll { !needed.contains($0.dataset) }
      folderFindings.removeAll { !needed.contains($0.dataset) }
    }
    guard !deliveries.isEmpty else {
      FindingsPrinter(showsColours: StandardError.showsColours).print(folderFindings)
      throw CommandFailure(
        .unusableInputs,
        "no deliveries in '\(listing?.url ?? folder.exports)'\n"
          + "  fix: put exports there as DATASET/YEAR/FILE.csv")
    }
    log.show("reading \(deliveries.count) files ...")
    let kept = try cache.flatMap { try DeliveryCache($0, definitions, deliveries, jobs: jobs) }
    do {
      let outcome = try outcome(of: plan, over: deliveries, kept, log)
      if ProgramLog.tells(.debug) { outcome.books.forEach(tell) }
      let read = outcome.books.reduce(0) { $0 + $1.recordsRead }
      log.finish(
        "read and compute: \(deliveries.count) files, \(read) records, "
          + "\(plan.aggregates.count) aggregates\(kept.map { ", \($0.taken) from the cache" } ?? "")"
      )
      kept?.finish()
      var findings = outcome.findings
      findings.append(folderFindings)
      let whole = PlanOutcome(
        results: outcome.results, findings: findings, books: outcome.books)
      return (whole, kept?.digests)
    } catch let error as EngineError {
      throw unusable(error, folderFindings)
    } catch let error as SparkError {
      throw unusable(error, folderFindings)
    }
  }

  private func found() throws -> (deliveries: [Delivery], findings: [Finding]) {
    guard let listing else { return try folder.findDeliveries(definitions) }
    return DeliveryListing(
      of: listing.url, files: listing.files.map(\.path), schemas: definitions.datasets
    ).deliveries()
  }

  /// Has the cluster list the exports, where only it reads them.
  ///
  /// - Throws: `CommandFailure` with exit code 5 when it cannot.
  func listed(_ log: StageLog) throws -> SparkListing? {
    guard case .spark(let settings, let exports?) = engine else { return nil }
    log.clusterProgress("listing \(exports)")
    do {
      return try SparkRun.wait { try await SparkListing(of: exports, settings) }
    } catch let error as SparkError {
      throw unusable(error, [])
    }
  }

  private func outcome(
    of plan: Plan, over deliveries: [Delivery], _ cache: DeliveryCache?, _ log: StageLog
  ) throws -> PlanOutcome {
    switch engine {
    case .local:
      let engine = LocalEngine(
        schemas: definitions.datasets, dimensions: definitions.dimensions, jobs: jobs,
        progress: log.readingProgress, cache: cache)
      return try engine.run(plan, over: deliveries)
    case .spark(let settings, let url):
      let engine = SparkEngine(
        schemas: definitions.datasets, dimensions: definitions.dimensions, settings: settings,
        progress: log.clusterProgress)
      let exports = url ?? "file://\(FolderTree.absolutePath(of: folder.exports))"
      return try SparkRun.wait { try await engine.run(plan, over: deliveries, in: exports) }
    }
  }

  /// A failure of the cluster is no fault of the deliveries: nothing can be written (5).
  private func unusable(_ error: SparkError, _ folderFindings: [Finding]) -> CommandFailure {
    switch error {
    case .unusable(let findings):
      return unusable(FindingList(findings), folderFindings)
    case .badPlan, .sumTooLarge: return CommandFailure(.badDefinitions, error.description)
    case .missingProgram, .missingJava, .unreachable, .failed, .unexpectedAnswer, .interrupted,
      .disagreement:
      return CommandFailure(.notWritten, error.description)
    }
  }

  private func tell(_ book: DeliveryBooks) {
    ProgramLog.say(
      .debug, "\(book.file): \(book.recordsRead) records read, \(book.recordsCounted) counted",
      ["file": book.file, "read": "\(book.recordsRead)", "counted": "\(book.recordsCounted)"])
  }

  private func unusable(_ error: EngineError, _ folderFindings: [Finding]) -> CommandFailure {
    guard case .unusable(let findings, _) = error else {
      if case .unbalanced = error { return CommandFailure(.unusableInputs, error.description) }
      return CommandFailure(.badDefinitions, error.description)
    }
    return unusable(findings, folderFindings)
  }

  private func unusable(
    _ found: FindingList, _ folderFindings: [Finding]
  ) -> CommandFailure {
    var findings = found
    findings.append(folderFindings)
    FindingsPrinter(showsColours: StandardError.showsColours).print(findings)
    return CommandFailure(
      .unusableInputs,
      "nothing was written, because files cannot be used: \(FindingsPrinter.summary(of: findings))")
  }
}

extension Definitions {
  /// The datasets of a plan, and those in which their records must be found as a key.
  fileprivate func datasetsNeeded(for plan: Plan) -> Set<String> {
    var needed = Set(plan.datasets)
    var waiting = plan.datasets
    while let name = waiting.popLast() {
      let references = datasets.first { $0.name == name }?.rules.references ?? []
      for other in references.map(\.dataset) where needed.insert(other).inserted {
        waiting.append(other)
      }
    }
    return needed
  }
}
