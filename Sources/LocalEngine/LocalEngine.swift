public import Exports
public import Indicators
public import Schemas
import Synchronization

/// Runs plans over deliveries on this machine.
public struct LocalEngine: Sendable {
  private let schemas: [DatasetSchema]
  private let dimensions: [Dimension]
  private let jobs: Int
  private let progress: (@Sendable (Int) -> Void)?
  private let cache: (any ReadingCache)?

  /// Creates an engine.
  ///
  /// - Parameters:
  ///   - schemas: The declared datasets.
  ///   - dimensions: The dimensions that are derived from columns.
  ///   - jobs: How many threads read at the same time; results do not depend on it.
  ///   - progress: Is told, from any thread, how many bytes have been read so far.
  ///   - cache: Keeps the records between runs; results do not depend on it.
  public init(
    schemas: [DatasetSchema], dimensions: [Dimension], jobs: Int,
    progress: (@Sendable (Int) -> Void)?, cache: (any ReadingCache)? = nil
  ) {
    self.cache = cache
    self.schemas = schemas
    self.dimensions = dimensions
    self.jobs = max(1, jobs)
    self.progress = progress
  }

  /// Reads and checks every delivery and computes all aggregates of the plan on the way.
  ///
  /// - Throws: `EngineError.unusable` after all files were looked at, when a file cannot be used;
  ///   the other cases when the plan does not fit the datasets.
  public func run(
    _ plan: Plan, over deliveries: [Delivery]
  ) throws(EngineError) -> PlanOutcome {
    var uncut: Set<String> = []
    while true {
      let run = try EngineRun(
        plan, deliveries: deliveries, uncut: uncut, schemas: schemas, dimensions: dimensions,
        jobs: jobs, progress: progress.map(LocalEngine.adding), cache: cache)
      let (outcome, badlyCut) = try run.outcome()
      if let outcome { return outcome }
      uncut.formUnion(badlyCut)
    }
  }

  /// Turns bytes that were read into bytes that have been read so far.
  private static func adding(
    _ progress: @escaping @Sendable (Int) -> Void
  ) -> @Sendable (Int) -> Void {
    let counter = Counter()
    return { bytes in progress(counter.add(bytes)) }
  }

  private final class Counter: Sendable {
    private let total = Mutex(0)

    func add(_ bytes: Int) -> Int {
      total.withLock { total in
        total += bytes
        return total
      }
    }
  }
}
