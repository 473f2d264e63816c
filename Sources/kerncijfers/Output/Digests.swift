internal import Provenance
internal import Synchronization

#if canImport(Dispatch)
  internal import Dispatch
#endif

/// The digests of many files, on several threads.
struct Digests {
  /// The number of threads.
  let jobs: Int

  /// The digests, in the order of the paths.
  ///
  /// - Throws: `CommandFailure` with exit code 4 for the first file that cannot be read.
  func ofFiles(_ paths: [String]) throws -> [Digest] {
    let results = Mutex<[Int: Result<Digest, ProvenanceError>]>([:])
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: max(1, min(jobs, paths.count))) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < paths.count else { return }
        let result = Result { () throws(ProvenanceError) in try Digest(ofFile: paths[index]) }
        results.withLock { $0[index] = result }
      }
    }
    return try paths.indices.map { index in
      switch results.withLock({ $0[index] }) {
      case .success(let digest): digest
      case .failure(let error): throw CommandFailure(.unusableInputs, error.message)
      case nil: throw CommandFailure(.unusableInputs, "'\(paths[index])' was not read")
      }
    }
  }
}
