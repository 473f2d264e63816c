/// The proof that a cluster computes what this machine computes: two runs of the same program and
/// definitions over the same deliveries, one on each engine, of which no byte differs.
public struct EngineParity: Sendable, Hashable, Codable {
  /// `full` when the proof is about the deliveries of the run itself, `sample` when about others.
  public let scope: String

  /// The SHA-256 of the manifest that both runs have.
  public let manifest: String

  /// How many cells were compared.
  public let cells: Int

  /// How many records were read for them.
  public let records: Int

  /// The day of the comparison, `yyyy-mm-dd`; nil in the proof of an older program.
  public let provenOn: String?

  /// Creates the proof of a run from a comparison, or says why it proves nothing about the run.
  ///
  /// - Parameters:
  ///   - local: The run on this machine.
  ///   - cluster: The run on the cluster, over the same deliveries.
  ///   - run: The run that the proof is for.
  ///   - cells: How many cells were compared and found the same.
  ///   - day: The day of the comparison, `yyyy-mm-dd`.
  /// - Returns: The proof, or what is missing.
  public static func proof(
    _ local: ProvenRun, _ cluster: ProvenRun, for run: ProvenRun, cells: Int, on day: String
  ) -> Result<EngineParity, EngineParityGap> {
    guard [local, cluster, run].allSatisfy(\.hasOwnRecord) else { return .failure(.otherRecord) }
    let engines = [local.record?.engine, cluster.record?.engine]
    guard engines == ["local", "spark"] else { return .failure(.engines) }
    guard run.record?.engine == "spark" else { return .failure(.notOnACluster) }
    guard local.digest == cluster.digest else { return .failure(.otherBytes) }
    guard cells > 0 else { return .failure(.nothingCompared) }
    guard local.manifest.program == run.manifest.program,
      Set(local.manifest.definitions.map(\.meaning)) == Set(run.manifest.definitions.map(\.meaning))
    else { return .failure(.otherDefinitions) }
    return .success(
      EngineParity(
        scope: run.digest == local.digest ? "full" : "sample", manifest: local.digest.hexadecimal,
        cells: cells, records: local.manifest.inputs.reduce(0) { $0 + $1.recordsRead },
        provenOn: day))
  }
}

/// A run as a proof needs it.
public struct ProvenRun: Sendable {
  /// What was made from what.
  public let manifest: Manifest

  /// The digest of the manifest's bytes.
  public let digest: Digest

  /// How the run was made; nil when it is not known.
  public let record: RunRecord?

  /// Whether it is known how the run was made, and not how another was.
  var hasOwnRecord: Bool { record?.manifest == digest.hexadecimal }

  /// Creates a run.
  public init(manifest: Manifest, digest: Digest, record: RunRecord?) {
    self.manifest = manifest
    self.digest = digest
    self.record = record
  }
}

/// Why a comparison proves nothing about a run.
public enum EngineParityGap: Error, Sendable, Hashable {
  /// There is no `run.json`, or that of another run.
  case otherRecord

  /// The two runs were not one on this machine and one on a cluster, in this order.
  case engines

  /// The run that the proof is for was not made on a cluster.
  case notOnACluster

  /// A byte of the two runs differs.
  case otherBytes

  /// There are no cells to compare.
  case nothingCompared

  /// The program or the definitions of the run are others.
  case otherDefinitions

  /// What is missing, in words.
  public var description: String {
    switch self {
    case .otherRecord: "the run.json of a run is missing, or is that of another run"
    case .engines: "the runs compared are not one of the local engine and then one of a cluster"
    case .notOnACluster: "the run that it is for was not made on a cluster"
    case .otherBytes: "the runs compared do not have the same inputs and outputs"
    case .nothingCompared: "the runs compared have no cells"
    case .otherDefinitions: "the run that it is for has another program or other definitions"
    }
  }
}
