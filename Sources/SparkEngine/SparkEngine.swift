public import Exports
internal import Findings
public import Indicators
public import Schemas

/// Runs plans over deliveries on an Apache Spark cluster.
public struct SparkEngine: Sendable {
  private let schemas: [DatasetSchema]
  private let dimensions: [Dimension]
  private let settings: SparkSettings
  private let progress: @Sendable (String) -> Void

  /// Creates an engine.
  ///
  /// - Parameters:
  ///   - schemas: The declared datasets.
  ///   - dimensions: The dimensions that are derived from columns.
  ///   - settings: Where the cluster is, and its settings.
  ///   - progress: Is told what is being done.
  public init(
    schemas: [DatasetSchema], dimensions: [Dimension], settings: SparkSettings,
    progress: @escaping @Sendable (String) -> Void
  ) {
    self.schemas = schemas
    self.dimensions = dimensions
    self.settings = settings
    self.progress = progress
  }

  /// Reads and checks every delivery on the cluster and computes all aggregates of the plan.
  ///
  /// - Parameters:
  ///   - plan: What to compute.
  ///   - deliveries: The files; their paths may be URLs that Spark reads.
  ///   - folder: The folder of exports, as the cluster reaches it.
  /// - Returns: Results, findings and books, the same as those of the local engine.
  /// - Throws: `SparkError`.
  public func run(
    _ plan: Plan, over deliveries: [Delivery], in folder: String
  ) async throws -> PlanOutcome {
    let program = try SparkProgram.find()
    var work = try SparkWork(
      plan, deliveries: deliveries, folder: folder, schemas: schemas, dimensions: dimensions,
      progress: progress)
    progress("starting an application on \(settings.master)")
    return try await SparkSession.with(program, settings) { session in
      try await work.outcome(&session)
    }
  }
}
