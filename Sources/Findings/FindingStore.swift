internal import Synchronization

/// Where findings are kept while a run goes on: the first ones in memory, the others in a temporary
/// file, so that a delivery with millions of bad records takes no more memory than another.
package final class FindingStore: Sendable {
  /// How many findings stay in memory.
  private static let memoryLimit = 20_000

  private let inMemory = Mutex(0)
  private let file = SpillFile()

  /// Creates an empty store.
  package init() {}

  /// Keeps findings as a run; nil when there are none.
  package func run(of findings: [Finding]) -> FindingRun? {
    let sorted = findings.sorted()
    let counts: [Severity: Int] = sorted.reduce(into: [:]) { $0[$1.severity, default: 0] += 1 }
    let fits = inMemory.withLock { count in
      guard count + sorted.count <= FindingStore.memoryLimit else { return false }
      count += sorted.count
      return true
    }
    // Where the file has no room, memory must do: no finding is lost.
    let spilled = fits ? nil : SpilledFindings(sorted, in: file)
    return FindingRun(
      spilled.map { .spilled($0) } ?? .memory(sorted), first: sorted.first, counts: counts)
  }
}
