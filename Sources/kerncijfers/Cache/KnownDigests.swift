#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import Exports
internal import Provenance

/// The digests of files, as long as nobody touches them.
struct KnownDigests {
  /// What tells that a file was not touched since.
  private struct Stamp: Equatable {
    private let numbers: [Int]

    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      numbers = [
        Int(status.st_size), Int(status.st_ino), Int(status.st_mtim.tv_sec),
        Int(status.st_mtim.tv_nsec),
      ]
    }
  }

  private var known: [String: (digest: Digest, stamp: Stamp)] = [:]

  /// Hashes deliveries.
  ///
  /// - Throws: `CommandFailure` with exit code 4 for the first file that cannot be read.
  init(of deliveries: [Delivery], jobs: Int) throws {
    let stamps = deliveries.map { Stamp($0.path) }
    let digests = try Digests(jobs: jobs).ofFiles(deliveries.map(\.path))
    for (index, delivery) in deliveries.enumerated() {
      known[delivery.path] = stamps[index].map { (digests[index], $0) }
    }
  }

  /// The digest of a file; nil when it is not known, or the file was touched.
  subscript(path: String) -> Digest? {
    known[path].flatMap { Stamp(path) == $0.stamp ? $0.digest : nil }
  }
}
