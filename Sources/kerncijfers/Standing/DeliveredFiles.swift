internal import Definitions
internal import Exports
internal import Findings
internal import Provenance

/// The deliveries of a project as they lie there, none of them read.
struct DeliveredFiles {
  /// The deliveries.
  let deliveries: [Delivery]

  /// What is remarkable about the names of files and folders.
  let findings: [Finding]

  /// Looks into the project's folder of deliveries.
  ///
  /// - Throws: `CommandFailure` with exit code 4 when it cannot be listed.
  init(of folder: ProjectFolder, _ definitions: Definitions) throws {
    (deliveries, findings) = try folder.findDeliveries(definitions)
  }

  /// Whether they have the names and sizes of recorded ones.
  func haveSizes(of records: [InputRecord]) -> Bool {
    guard deliveries.count == records.count else { return false }
    let sizes = Dictionary(records.map { ($0.file, $0.bytes) }) { first, _ in first }
    return deliveries.allSatisfy { sizes[$0.file] == FolderTree.size(ofFile: $0.path) }
  }

  /// The deliveries by content, in the order of a manifest.
  ///
  /// - Throws: `CommandFailure` with exit code 4 for the first file that cannot be read.
  func records(jobs: Int) throws -> [InputRecord] {
    let digests = try Digests(jobs: jobs).ofFiles(deliveries.map(\.path))
    return zip(deliveries, digests).map { delivery, digest in
      InputRecord(
        dataset: delivery.dataset,
        content: FileRecord(
          file: delivery.file, bytes: FolderTree.size(ofFile: delivery.path), sha256: digest))
    }
  }
}
