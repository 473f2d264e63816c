internal import FoundationEssentials
public import Reports

/// When and how a run was made, and what it told that stands in none of its other files; not hashed,
/// and no part of "the same bytes".
public struct RunRecord: Sendable, Hashable, Codable {
  /// When the run began, in seconds since 1970.
  public let startedAt: Int

  /// How long it took, in milliseconds.
  public let milliseconds: Int

  /// The engine.
  public let engine: String

  /// The number of threads.
  public let jobs: Int

  /// The SHA-256 of the manifest that the run belongs to.
  public let manifest: String

  /// The report's title; nil in the record of an older program.
  public let title: String?

  /// The build of the program, in hexadecimal; nil where it cannot be told.
  public let build: String?

  /// The SHA-256 of what was remarkable about the names of files among the deliveries.
  public let names: String?

  /// Whether the deliveries lay where only the cluster reads them; nil when they did not.
  public let readsElsewhere: Bool?

  /// What to do about the findings that the run told; nil when there was nothing to say.
  public let advice: [FindingAdvice]?

  /// What the run told of the period before; nil in a report of years.
  public let sinceLast: SinceLastRun?

  /// The proof that the engine computes what the local one does; nil when there is none.
  public private(set) var parity: EngineParity?

  /// The same record with a proof.
  public func proven(by parity: EngineParity) -> RunRecord {
    var record = self
    record.parity = parity
    return record
  }

  /// Creates the record.
  public init(
    startedAt: Int, milliseconds: Int, engine: String, jobs: Int, manifest: Digest,
    title: String? = nil, build: String? = nil, names: String? = nil,
    readsElsewhere: Bool = false, advice: [FindingAdvice] = [], sinceLast: SinceLastRun? = nil
  ) {
    self.advice = advice.isEmpty ? nil : advice
    self.sinceLast = sinceLast
    self.readsElsewhere = readsElsewhere ? true : nil
    self.title = title
    self.build = build
    self.names = names
    self.startedAt = startedAt
    self.milliseconds = milliseconds
    self.engine = engine
    self.jobs = jobs
    self.manifest = manifest.hexadecimal
  }

  /// Reads a record; nil when the bytes are none.
  public init?(reading bytes: [UInt8]) {
    guard let record = try? JSONDecoder().decode(RunRecord.self, from: Data(bytes)) else {
      return nil
    }
    self = record
  }
}
