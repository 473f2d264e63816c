internal import Definitions
internal import Exports
internal import Findings
internal import Indicators
internal import LocalEngine
internal import Schemas

/// Reads a project's deliveries and computes a plan.
struct Computation {
  /// The project.
  let folder: ProjectFolder

  /// Its definitions.
  let definitions: Definitions

  /// The number of threads.
  let jobs: Int

  /// Runs a plan over all deliveries of the project.
  ///
  /// `onlyNeeded` leaves the deliveries unread of which the plan needs nothing; what is counted is
  /// the same.
  ///
  /// - Throws: `CommandFailure` with exit code 4 after printing why the deliveries cannot be used.
  func outcome(of plan: Plan, onlyNeeded: Bool = false, log: StageLog) throws -> PlanOutcome {
    var (deliveries, folderFindings) = try folder.findDeliveries(definitions)
    if onlyNeeded {
      let needed = definitions.datasetsNeeded(for: plan)
      deliveries.removeAll { !needed.contains($0.dataset) }
      folderFindings.removeAll { !needed.contains($0.dataset) }
    }
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
      if ProgramLog.tells(.debug) { outcome.books.forEach(tell) }
      let read = outcome.books.reduce(0) { $0 + $1.recordsRead }
      log.finish(
        "read and compute: \(deliveries.count) files, \(read) records, "
          + "\(plan.aggregates.count) aggregates")
      var findings = outcome.findings
      findings.append(folderFindings)
      return PlanOutcome(results: outcome.results, findings: findings, books: outcome.books)
    } catch {
      throw unusable(error, folderFindings)
    }
  }

  private func tell(_ book: DeliveryBooks) {
    ProgramLog.say(
      .debug, "\(book.file): \(book.recordsRead) records read, \(book.recordsCounted) counted",
      ["file": book.file, "read": "\(book.recordsRead)", "counted": "\(book.recordsCounted)"])
  }

  private func unusable(_ error: EngineError, _ folderFindings: [Finding]) -> CommandFailure {
    guard case .unusable(var findings, _) = error else {
      if case .unbalanced = error { return CommandFailure(.unusableInputs, error.description) }
      return CommandFailure(.badDefinitions, error.description)
    }
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
