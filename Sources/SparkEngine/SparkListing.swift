/// The files in a place that only the cluster reads.
public struct SparkListing: Sendable {
  /// One file.
  public struct File: Sendable, Hashable {
    /// The path relative to the place.
    public let path: String

    /// The SHA-256 of its bytes, in hexadecimal.
    public let sha256: String
  }

  /// The place.
  public let url: String

  /// The files, by path.
  public let files: [File]

  /// Has the cluster list a place and compute the digest of each file in it.
  ///
  /// Spark holds a file as a whole for its digest: none may have more than 2 GB.
  ///
  /// - Throws: `SparkError`.
  public init(of url: String, _ settings: SparkSettings) async throws {
    self.url = url
    let program = try SparkProgram.find()
    let view =
      "CREATE OR REPLACE TEMPORARY VIEW listed USING binaryFile OPTIONS "
      + "(path \(SQLText.literal(url)), recursiveFileLookup 'true')"
    let query =
      "SELECT concat_ws('|', 'kc', 'file', 0, hex(path), sha2(content, 256)) AS row FROM listed"
    let rows = try await SparkSession.with(program, settings) { session in
      try await session.rows([view], query)
    }
    files = rows.compactMap { row in
      SparkListing.relative(row.decoded(0), to: url).map { File(path: $0, sha256: row.text(1)) }
    }.sorted { $0.path < $1.path }
  }

  /// A path without the place; Spark may write the place's beginning in another way.
  package static func relative(_ path: String, to url: String) -> String? {
    let place = url.firstRange(of: "://").map { String(url[$0.upperBound...]) } ?? url
    return path.firstRange(of: place + "/").map { String(path[$0.upperBound...]) }
  }
}
