import Exports
import Indicators
import Schemas
import Synchronization

/// One reading of some files by all workers.
struct ReadingPass: Sendable {
  /// What it brings: tallies by dataset, and the report of each file.
  struct Outcome: Sendable {
    var tallies: [String: DatasetTally] = [:]
    var reports: [ChunkReport] = []
  }

  let programs: [String: DatasetProgram]
  let tasks: [ChunkTask]
  let jobs: Int

  /// Whether the spellings of open lists are counted, which is done once for each file.
  let sharesSpellings: Bool

  /// Is told the number of bytes after each chunk.
  let progress: (@Sendable (Int) -> Void)?

  /// Reads everything.
  func run() -> Outcome {
    let next = Atomic<Int>(0)
    let workers = Mutex<[Outcome]>([])
    withoutActuallyEscaping({ @Sendable (_: Int) in work(next, workers) }) { body in
      Workers.run(max(1, min(jobs, tasks.count)), body)
    }
    let names = workers.withLock { Set($0.flatMap(\.tallies.keys)).sorted() }
    let tallies = withoutActuallyEscaping({ @Sendable name in merged(name, workers) }) {
      Workers.map(names, jobs: jobs, $0)
    }
    return Outcome(
      tallies: Dictionary(uniqueKeysWithValues: zip(names, tallies)),
      reports: workers.withLock { $0.flatMap(\.reports) })
  }

  private func work(_ next: borrowing Atomic<Int>, _ workers: borrowing Mutex<[Outcome]>) {
    var worker = Worker(programs)
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < tasks.count else { break }
      worker.read(tasks[index])
      progress?(tasks[index].length)
    }
    if sharesSpellings { worker.shareSpellings() }
    workers.withLock { $0.append(Outcome(tallies: worker.tallies, reports: worker.reports)) }
  }

  /// Puts the tallies of a dataset together; they are taken out, so that none is copied.
  private func merged(_ name: String, _ workers: borrowing Mutex<[Outcome]>) -> DatasetTally {
    var parts = workers.withLock { workers in
      workers.indices.compactMap { workers[$0].tallies.removeValue(forKey: name) }
    }
    var tally = parts.removeFirst()
    while var part = parts.popLast() { tally.merge(&part) }
    return tally
  }
}

/// One thread's readers and tallies.
private struct Worker {
  let programs: [String: DatasetProgram]
  let buffers = ScanBuffers()
  var readers: [String: DatasetReader] = [:]
  var tallies: [String: DatasetTally] = [:]
  var reports: [ChunkReport] = []

  init(_ programs: [String: DatasetProgram]) {
    self.programs = programs
  }

  mutating func read(_ task: ChunkTask) {
    let name = task.delivery.dataset
    guard let program = programs[name] else { return }
    // Taken out while they change, so that they are not copied.
    var reader =
      readers.removeValue(forKey: name) ?? DatasetReader(program.context, buffers: buffers)
    var tally = tallies.removeValue(forKey: name) ?? DatasetTally(program)
    let report = reader.read(task) { tally.add($0) }
    for apart in report.apartIdentifiers {
      tally.addApart(column: apart.column, value: apart.value)
    }
    reports.append(report)
    readers[name] = reader
    tallies[name] = tally
  }

  mutating func shareSpellings() {
    for name in readers.keys.sorted() { readers[name]?.shareOpenSpellings() }
  }
}
