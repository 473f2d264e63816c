internal import Definitions
internal import Exports
internal import LocalEngine
internal import Provenance
internal import Synchronization

/// The records of deliveries, by their content, the definitions and the program.
final class DeliveryCache: ReadingCache {
  private struct Counts {
    var taken = 0
    var broken = 0
  }

  private let folder: CacheFolder
  private let base: String
  /// The digests of the deliveries.
  let digests: KnownDigests

  private let counts = Mutex(Counts())

  /// Hashes the deliveries.
  ///
  /// Nil where the build of the program cannot be told: another one might read otherwise.
  ///
  /// - Throws: `CommandFailure` with exit code 4 when a delivery cannot be read.
  init?(
    _ folder: CacheFolder, _ definitions: Definitions, _ deliveries: [Delivery],
    jobs: Int
  ) throws {
    guard let build = Surroundings.currentBuild else { return nil }
    self.folder = folder
    // Datasets and code lists decide how a delivery is read; indicators and reports do not.
    let meanings = definitions.records.filter { record in
      record.file == "datapackage.yaml"
        || ["schemas/", "codelists/"].contains { record.file.hasPrefix($0) }
    }.map { "\($0.file) \($0.meaning)" }
    base = Digest(of: ([build] + meanings).joined(separator: "\n").utf8).hexadecimal
    digests = try KnownDigests(of: deliveries, jobs: jobs)
  }

  /// How many pieces were taken from the cache.
  var taken: Int { counts.withLock(\.taken) }

  /// Says when entries were not as they were written, and removes old ones.
  func finish() {
    let broken = counts.withLock(\.broken)
    if broken > 0 {
      ProgramLog.notice(
        "\(broken) entries of the cache '\(folder.path)' were not as they were written; the "
          + "deliveries were read again")
    }
    folder.prune()
  }

  func entry(for piece: ReadingPiece) -> [UInt8]? {
    guard let key = key(of: piece) else { return nil }
    let (content, isBroken) = folder.entry(key)
    counts.withLock { counts in
      if content != nil { counts.taken += 1 }
      if isBroken { counts.broken += 1 }
    }
    return content
  }

  func keep(_ entry: [UInt8], for piece: ReadingPiece) {
    guard let key = key(of: piece) else { return }
    folder.keep(entry, key)
  }

  /// The name of an entry; nil for a file that is not the one that was hashed any more.
  private func key(of piece: ReadingPiece) -> String? {
    let delivery = piece.delivery
    guard let digest = digests[delivery.path] else { return nil }
    let parts =
      [base, digest.hexadecimal, delivery.dataset, delivery.file, delivery.part]
      + ([delivery.year, piece.start, piece.end] + piece.years).map(String.init)
    return Digest(of: parts.joined(separator: "\n").utf8).hexadecimal
  }
}
