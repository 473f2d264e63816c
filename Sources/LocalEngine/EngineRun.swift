import Exports
import Findings
import Indicators
import Schemas

/// One run of a plan, from files to results.
struct EngineRun {
  private let program: EngineProgram
  private let deliveries: [Delivery]
  private let schemas: [String: DatasetSchema]
  private let tasks: [ChunkTask]
  private let copies: [SameContent]
  private let openLists: OpenLists
  private let store: FindingStore
  private let jobs: Int
  private let progress: (@Sendable (Int) -> Void)?
  private let cache: (any ReadingCache)?

  /// Prepares a run; files in `uncut` are read in one piece.
  init(
    _ plan: Plan, deliveries: [Delivery], uncut: Set<String>, schemas: [DatasetSchema],
    dimensions: [Dimension], jobs: Int, progress: (@Sendable (Int) -> Void)?,
    cache: (any ReadingCache)?
  ) throws(EngineError) {
    self.cache = cache
    self.deliveries = deliveries.sorted { ($0.dataset, $0.file) < ($1.dataset, $1.file) }
    self.jobs = jobs
    self.progress = progress
    openLists = OpenLists()
    store = FindingStore()
    self.schemas = Dictionary(
      schemas.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    var programs: [String: DatasetProgram] = [:]
    for (name, files) in Dictionary(grouping: self.deliveries, by: \.dataset) {
      guard let schema = self.schemas[name] else { throw .unknownDataset(name) }
      var context = DatasetContext(
        schema: schema, deliveredYears: Set(files.map(\.year)), openLists: openLists)
      context.store = store
      programs[name] = DatasetProgram(context: context, dimensions: dimensions)
    }
    program = try EngineProgram(plan, datasets: programs, declared: Set(self.schemas.keys))
    let sizes = self.deliveries.map { ExportFiles.size(of: $0) }
    copies = SameContent.find(among: self.deliveries, sizes: sizes)
    let read = Set(self.deliveries).subtracting(copies.map(\.copy))
    var tasks: [ChunkTask] = []
    for (delivery, size) in zip(self.deliveries, sizes) where read.contains(delivery) {
      guard let schema = self.schemas[delivery.dataset] else { continue }
      tasks +=
        uncut.contains(delivery.path)
        ? [ChunkTask(delivery, size: size)]
        : ExportFiles.tasks(for: delivery, size: size, schema: schema)
    }
    // Large pieces first, so that no worker is left with one at the end.
    self.tasks = tasks.sorted { $0.length > $1.length }
  }

  /// The outcome; or, without one, the paths of files that were cut within a record.
  func outcome() throws(EngineError) -> (outcome: PlanOutcome?, badlyCut: Set<String>) {
    let pass = ReadingPass(
      programs: program.datasets, tasks: tasks, jobs: jobs, sharesSpellings: true,
      progress: progress, cache: cache)
    var reading = pass.run()
    let badlyCut = reading.reports.filter(\.isBadlyCut).map(\.task.delivery.path)
    guard badlyCut.isEmpty else { return (nil, Set(badlyCut)) }
    var reports = deliveryReports(reading.reports)
    var findings = FindingList()
    for report in reports { findings.append(report.findings) }
    if reports.contains(where: \.isUnusable) {
      findings.append(copies.compactMap { $0.finding(reports) })
      throw .unusable(findings: findings, books: books(reports))
    }
    let checks = IdentityChecks(
      programs: program.datasets, tallies: reading.tallies, reports: reports, tasks: tasks,
      jobs: jobs, store: store)
    let (changed, identityFindings) = checks.run()
    findings.append(identityFindings)
    findings.append(copies.compactMap { $0.finding(reports) })
    for (name, second) in changed {
      reading.tallies[name] = second.tallies[name]
      reports.removeAll { $0.delivery.dataset == name }
      reports += deliveryReports(second.reports)
    }
    let books = books(reports)
    for book in books where !book.areBalanced { throw .unbalanced(file: book.file) }
    let months = Dictionary(
      reports.map { ($0.delivery.file, $0.monthsCovered) }, uniquingKeysWith: { first, _ in first })
    findings.append(
      SizeChecks(schemas: schemas, books: books, monthsCovered: months).findings())
    let results = try results(reading.tallies)
    return (PlanOutcome(results: results, findings: findings, books: books), [])
  }

  private func deliveryReports(_ chunks: [ChunkReport]) -> [DeliveryReport] {
    Dictionary(grouping: chunks, by: \.task.delivery).compactMap { delivery, chunks in
      schemas[delivery.dataset].flatMap { DeliveryReport(chunks, schema: $0) }
    }
  }

  private func books(_ reports: [DeliveryReport]) -> [DeliveryBooks] {
    reports.map(\.books) + copies.compactMap { $0.books(reports) }
  }

  private func results(_ tallies: [String: DatasetTally]) throws(EngineError) -> PlanResults {
    var tables: [Aggregate: AggregateTable] = [:]
    for aggregate in program.empty { tables[aggregate] = AggregateTable(rows: [:]) }
    let datasets = program.datasets
    let counts = identifierCounts(tallies)
    for (name, counts) in counts where counts.contains(where: \.groups.sets.isFull) {
      throw .tooManyGroups(dataset: name)
    }
    let made = Workers.map(program.recipes, jobs: jobs) { recipe in
      EngineRun.table(recipe, datasets, tallies, counts)
    }
    for (recipe, table) in zip(program.recipes, made) {
      tables[recipe.aggregate] = try table.get()
    }
    return PlanResults(tables: tables, spellings: openLists.spellings())
  }

  private func identifierCounts(
    _ tallies: [String: DatasetTally]
  ) -> [String: [IdentifierCounts]] {
    tallies.mapValues { tally in tally.identifiers.map { IdentifierCounts($0, jobs: jobs) } }
  }

  private static func table(
    _ recipe: EngineProgram.Recipe, _ datasets: [String: DatasetProgram],
    _ tallies: [String: DatasetTally], _ counts: [String: [IdentifierCounts]]
  ) -> Result<AggregateTable, EngineError> {
    guard let dataset = datasets[recipe.dataset] else {
      return .failure(.unknownDataset(recipe.dataset))
    }
    let result = ResultTable(
      recipe: recipe, program: dataset, tally: tallies[recipe.dataset] ?? DatasetTally(dataset, []),
      identifierCounts: counts, others: tallies, otherPrograms: datasets)
    return Result { () throws(EngineError) in try result.table() }
  }
}

extension DeliveryReport {
  /// The books of the file.
  var books: DeliveryBooks {
    let setApart = setApart.map { RuleCount(rule: $0.key, count: $0.value) }
    return DeliveryBooks(
      dataset: delivery.dataset, file: delivery.file, year: delivery.year, part: delivery.part,
      byteCount: byteCount, recordsRead: recordsRead, recordsCounted: recordsCounted,
      setApart: setApart.sorted { $0.rule < $1.rule }, outsidePeriod: outsidePeriod,
      missingColumns: missingColumns)
  }
}
