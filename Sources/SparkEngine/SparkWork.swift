internal import Exports
internal import Findings
internal import Indicators
internal import Schemas

/// One run of a plan on a cluster, from files to results.
///
/// Datasets go through each stage some at a time, so that a query has work for all of the cluster.
struct SparkWork {
  private let plan: Plan
  private let folder: String
  private let schemas: [String: DatasetSchema]
  private let progress: @Sendable (String) -> Void
  private var runs: [DatasetRun] = []
  private var tables: [Aggregate: AggregateTable] = [:]

  /// How many datasets are asked about at once.
  private static let batch = 6

  init(
    _ plan: Plan, deliveries: [Delivery], folder: String, schemas: [DatasetSchema],
    dimensions: [Dimension], progress: @escaping @Sendable (String) -> Void
  ) throws(SparkError) {
    self.plan = plan
    self.folder = folder
    self.progress = progress
    self.schemas = Dictionary(schemas.map { ($0.name, $0) }) { first, _ in first }
    for name in plan.datasets where self.schemas[name] == nil {
      throw .badPlan("dataset '\(name)' is not declared")
    }
    let byDataset = Dictionary(grouping: deliveries, by: \.dataset).sorted { $0.key < $1.key }
    for (number, (name, files)) in byDataset.enumerated() {
      guard let schema = self.schemas[name] else {
        throw .badPlan("dataset '\(name)' is not declared")
      }
      runs.append(
        DatasetRun(
          DatasetNames(number: number, schema: schema, dimensions: dimensions), files))
    }
  }

  private var others: [String: DatasetNames] {
    Dictionary(
      runs.filter { !$0.readable.isEmpty }.map { ($0.schema.name, $0.names) }
    ) { first, _ in first }
  }

  /// The outcome.
  mutating func outcome(_ session: inout SparkSession) async throws -> PlanOutcome {
    try await inBatches("counting lines", runs.indices) { work, indices in
      try await work.readFiles(indices, &session)
    }
    try await inBatches("checking records", readable) { work, indices in
      try await work.checkRecords(indices, &session)
    }
    let findings = runs.flatMap(\.findings)
    if runs.contains(where: \.isUnusable) {
      throw SparkError.unusable(findings: findings.sorted())
    }
    try await inBatches("checking keys", readable) { work, indices in
      try await work.checkIdentities(indices, &session)
    }
    try await inBatches("computing figures", readable) { work, indices in
      try await work.compute(indices, &session)
    }
    for aggregate in plan.aggregates where tables[aggregate] == nil {
      tables[aggregate] = AggregateTable(rows: [:])
    }
    let books = runs.flatMap(\.books)
    let months = runs.reduce(into: [:]) { $0.merge($1.monthsCovered) { first, _ in first } }
    let sizes = SizeChecks(schemas: schemas, books: books, monthsCovered: months)
    return PlanOutcome(
      results: PlanResults(
        tables: tables, spellings: OpenSpellings(runs.map(\.spellings)).spellings),
      findings: runs.flatMap(\.findings) + sizes.findings(),
      books: books)
  }

  private var readable: [Int] { runs.indices.filter { !runs[$0].readable.isEmpty } }

  private mutating func inBatches(
    _ stage: String, _ indices: some Collection<Int>,
    _ body: (inout SparkWork, [Int]) async throws -> Void
  ) async throws {
    let all = Array(indices)
    for start in stride(from: 0, to: all.count, by: SparkWork.batch) {
      let batch = Array(all[start..<min(all.count, start + SparkWork.batch)])
      progress("\(stage): datasets \(start + 1) to \(start + batch.count) of \(all.count)")
      try await body(&self, batch)
    }
  }

  private func union(_ queries: [String]) -> String {
    queries.joined(separator: "\nUNION ALL\n")
  }

  private mutating func readFiles(_ indices: [Int], _ session: inout SparkSession) async throws {
    let lines = indices.map { LineSQL(number: $0, schema: runs[$0].schema) }
    let sources = zip(lines, indices).map { lines, index in
      lines.source(folder: "\(folder)/\(runs[index].schema.name)")
    }
    let rows = try await session.rows(sources, union(lines.map(\.blocks)))
    for index in indices { try runs[index].takeBlocks(rows.filter { $0.dataset == index }) }
  }

  private mutating func checkRecords(_ indices: [Int], _ session: inout SparkSession) async throws {
    let statements = indices.flatMap { index in
      RecordSQL(
        number: index, schema: runs[index].schema, files: runs[index].readable,
        deliveredYears: runs[index].context.deliveredYears
      ).statements
    }
    let rows = try await session.rows(statements, union(indices.map { runs[$0].check.books }))
    for index in indices { try runs[index].takeBooks(rows.filter { $0.dataset == index }) }
    for index in indices where runs[index].hasPlaces {
      try runs[index].takeSamples(try await session.rows([], runs[index].check.samples))
    }
  }

  private mutating func checkIdentities(
    _ indices: [Int], _ session: inout SparkSession
  ) async throws {
    let queries = indices.compactMap { runs[$0].check.identities(others: others) }
    let found = queries.isEmpty ? [] : try await session.rows([], union(queries))
    for index in indices {
      let own = found.filter { $0.dataset == index }
      runs[index].hasExclusions = try await askPlaces(index, own, &session)
    }
  }

  /// Asks for the places of what is wrong; returns whether records are left out for it.
  private mutating func askPlaces(
    _ index: Int, _ found: [ResultRow], _ session: inout SparkSession
  ) async throws -> Bool {
    let check = runs[index].check
    let references = check.references(others)
    let named = references.map { ($0.column, $0.target.schema.name) }
    let hasKeys = try found.contains { row in try row.kind == "again" && row.integer(0) > 0 }
    let astray = try found.filter { row in try row.kind == "astray" && row.integer(1) > 0 }
      .map { row in try row.integer(0) }
    let marked = try found.filter { row in try row.kind == "marked" && row.integer(1) > 0 }
      .map { row in try row.integer(0) }
    if hasKeys {
      try runs[index].takePlaces(
        try await session.rows([check.keyTable], check.keyPlaces), references: named)
    }
    for number in astray {
      try runs[index].takePlaces(
        try await session.rows([], check.referencePlaces(number, references[number])),
        references: named)
    }
    let hasExclusions = hasKeys || !astray.isEmpty
    if hasExclusions {
      let table = check.exclusions(hasKeys: hasKeys, astray: astray, others: others)
      try runs[index].takeExclusions(try await session.rows([table], check.exclusionCounts))
    }
    for number in marked {
      try runs[index].takePlaces(
        try await session.rows([], check.markPlaces(number, hasExclusions: hasExclusions)),
        references: named)
    }
    return hasExclusions
  }

  private mutating func compute(_ indices: [Int], _ session: inout SparkSession) async throws {
    var parts: [Int: [AggregateSQL.Part]] = [:]
    // Tables over two datasets need the records that count of both.
    let counted =
      indices.contains(readable.first ?? -1)
      ? readable.map { runs[$0].check.counted(hasExclusions: runs[$0].hasExclusions) } : []
    for index in indices {
      let aggregates = plan.aggregates.filter { $0.source.dataset == runs[index].schema.name }
      parts[index] = try AggregateSQL(runs[index].names, others: others).parts(aggregates)
    }
    let queries = indices.flatMap { parts[$0] ?? [] }.map(\.query)
    let nothing = ["SELECT 'kc|none|0|' AS row"]
    let rows = try await session.rows(counted, union(queries.isEmpty ? nothing : queries))
    for index in indices {
      let results = ResultTables(parts[index] ?? [], dataset: runs[index].schema.name)
      tables.merge(try results.tables(rows.filter { $0.dataset == index })) { _, new in new }
    }
  }
}
