internal import Definitions
internal import Findings
internal import Indicators
internal import Provenance
internal import Register
internal import Reports
internal import SparkEngine
internal import Writers

/// A report of a period, made from a project's definitions, deliveries and register, but not written.
struct ReportRun {
  /// The project.
  let folder: ProjectFolder

  /// Its definitions.
  let definitions: Definitions

  /// The report.
  let definition: ReportDefinition

  /// The period.
  let period: ReportingPeriod

  /// The register.
  let register: RegisterFiles.Content

  /// The number of threads.
  let jobs: Int

  /// What computes it.
  var engine = EngineChoice.local

  /// In which way it is written, and about what.
  var variant = Variant.usual

  /// The run of the period before, for parts of a year; nil where it was never made.
  var earlier: EarlierRunFiles?

  /// Where the records are kept; nil when they are not.
  var cache: CacheFolder?

  /// What came of it.
  struct Made {
    /// The report.
    let report: Report

    /// All findings, sorted.
    let findings: FindingList

    /// The integers and books.
    let outcome: PlanOutcome

    /// The deliveries, where only a cluster reads them.
    var listing: SparkListing?

    /// The digests of the deliveries, where they were needed before.
    var digests: KnownDigests?
  }

  /// What builds the report.
  var builder: ReportBuilder {
    ReportBuilder(
      definition, period: period, catalog: definitions.catalog, datasets: definitions.datasets,
      register: Register(register.cells), history: definitions.history, focus: variant.focus,
      earlierRun: earlier?.run, statements: definitions.statements,
      suppression: variant.profile?.suppression,
      others: definitions.reports.filter { $0.id != definition.id })
  }

  /// The same, with what the run of the period before printed, where it stands in the project.
  ///
  /// - Throws: `CommandFailure` with exit code 4 when it stands there but cannot be read.
  func comparedWithEarlier() throws -> ReportRun {
    var run = self
    run.earlier = try EarlierRunFiles(of: definition, before: period, variant, in: folder)
    return run
  }

  private var computation: Computation {
    Computation(
      folder: folder, definitions: definitions, jobs: jobs, engine: engine, cache: cache)
  }

  /// Reads the deliveries and makes the report.
  ///
  /// - Throws: `CommandFailure` with exit code 4 when the deliveries cannot be used.
  func make(log: StageLog) throws -> Made {
    let builder = builder
    var computation = computation
    computation.listing = try computation.listed(log)
    let (outcome, digests) = try computation.reading(of: builder.plan, log: log)
    guard outcome.books.contains(where: { $0.year == period.year }) else {
      let years = Set(outcome.books.map(\.year)).sorted().map(String.init)
      throw CommandFailure(
        .unusableInputs,
        "nothing was delivered for \(period.year), expected deliveries of the period\n"
          + "  fix: ask for one of the years \(years.joined(separator: ", "))")
    }
    var (report, sentenceFindings) = builder.report(from: outcome)
    var findings = outcome.findings
    findings.append(definitions.validationFindings + register.findings + sentenceFindings)
    let known = try ExceptionsFile(of: folder).read().applied(to: findings, on: period.lastDay)
    if let earlier { report.sinceLast?.newFindings = earlier.newFindings(in: known) }
    return Made(
      report: report, findings: known, outcome: outcome, listing: computation.listing,
      digests: digests)
  }

  /// The report's files with their manifest.
  ///
  /// - Throws: `CommandFailure` with exit code 4 when a delivery cannot be read again, and 5 when a
  ///   workbook cannot be made.
  func files(of made: Made) throws -> (outputs: [OutputFile], manifest: Manifest) {
    let inputs = try inputRecords(of: made)
    let outputs = try reportOutputs(of: made, inputs).files()
    return (
      outputs,
      manifest(
        inputs: inputs,
        outputs: try outputs.map { try $0.record() }, suppression: suppressionRecord(of: made))
    )
  }

  /// The workbook with the places of its cells.
  ///
  /// - Throws: as `files`.
  func workbook(of made: Made) throws -> WrittenWorkbook {
    let outputs = reportOutputs(of: made, try inputRecords(of: made))
    return try ReportOutputs.written(outputs.report, form: outputs.form)
  }

  private func reportOutputs(of made: Made, _ inputs: [InputRecord]) -> ReportOutputs {
    var report = made.report
    report.variant = variant.names
    report.origin = origin(inputs: inputs)
    return ReportOutputs(
      report: report, form: variant.profile?.form ?? .directors, findings: made.findings)
  }

  private func inputRecords(of made: Made) throws -> [InputRecord] {
    let books = made.outcome.books
    let exports = folder.exports
    let paths = books.map { "\(exports)/\($0.file)" }
    let known = paths.compactMap { made.digests?[$0] }
    let digests =
      try listedDigests(of: books, made.listing)
      ?? (known.count == paths.count ? known : Digests(jobs: jobs).ofFiles(paths))
    return zip(books, digests).map { InputRecord($0, sha256: $1) }
  }

  /// The digests that the cluster has computed; nil where this machine reads the files.
  private func listedDigests(
    of books: [DeliveryBooks], _ listing: SparkListing?
  ) throws -> [Digest]? {
    guard let listing else { return nil }
    let known = Dictionary(listing.files.map { ($0.path, $0.sha256) }) { first, _ in first }
    return try books.map { book in
      guard let digest = known[book.file].flatMap({ Digest(hexadecimal: $0) }) else {
        throw CommandFailure(.unusableInputs, "'\(book.file)' was not listed by the cluster")
      }
      return digest
    }
  }

  /// What the report tells its readers about what it was made from. Definitions are known by what
  /// they say: a comment in one changes no byte of the report.
  private func origin(inputs: [InputRecord]) -> ReportOrigin {
    let program = ProgramVersion.program
    let libraries = program.libraries.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    // The size of a small delivery tells how many records it has.
    let isSuppressed = variant.profile?.suppression != nil
    let deliveries = inputs.sorted { ($0.dataset, $0.file) < ($1.dataset, $1.file) }.map {
      ReportOrigin.File(
        path: "inputs/exports/\($0.file)", bytes: isSuppressed ? nil : $0.bytes,
        records: isSuppressed ? nil : $0.recordsRead, sha256: $0.sha256)
    }
    let meanings = definitions.records.sorted { $0.file < $1.file }.map {
      ReportOrigin.File(
        path: "inputs/definitions/\($0.file)", bytes: nil, records: nil, sha256: $0.meaning)
    }
    let published = register.files.sorted { $0.file < $1.file }.map {
      ReportOrigin.File(
        path: "inputs/published/\($0.file)", bytes: $0.bytes, records: nil, sha256: $0.sha256)
    }
    return ReportOrigin(
      programs: ["\(program.name) \(program.version)"] + libraries,
      files: deliveries + meanings + published)
  }

  private func suppressionRecord(of made: Made) -> SuppressionRecord? {
    guard let profile = variant.profile, let summary = made.report.suppression else { return nil }
    return SuppressionRecord(profile: profile.id, summary)
  }

  /// The manifest of a run with these deliveries and outputs.
  func manifest(
    inputs: [InputRecord], outputs: [FileRecord], suppression: SuppressionRecord? = nil
  ) -> Manifest {
    let catalog = definitions.catalog
    let figures = definition.figures.map { figure in
      let indicators = definition.indicators(of: figure)
      return FigureRecord(
        id: figure.id, indicators: indicators,
        datasets: Set(indicators.flatMap(catalog.datasets(of:))).sorted())
    }
    let shown = Set(figures.flatMap(\.indicators)).sorted()
    return Manifest(
      program: ProgramVersion.program,
      parameters: ["report": definition.id, "period": period.id]
        .merging(variant.parameters) { name, _ in name }
        .merging(earlier.map { ["before": $0.parameter] } ?? [:]) { name, _ in name },
      definitions: definitions.records + ExceptionsFile(of: folder).records,
      register: register.files,
      inputs: inputs,
      indicators: shown.map {
        IndicatorRecord(
          id: $0, status: catalog.status(of: $0).rawValue, definition: catalog.definition(of: $0))
      },
      figures: figures, outputs: outputs, suppression: suppression)
  }
}

extension Definitions {
  /// The files by content and meaning.
  var records: [DefinitionRecord] {
    files.map { DefinitionRecord(file: $0.path, content: $0.bytes, normalForm: $0.normalForm) }
  }
}
