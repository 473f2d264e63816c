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

  /// Keeps the records between runs.
  var cache: (any ReadingCache)?

  /// Reads everything.
  func run() -> Outcome {
    let next = Atomic<Int>(0)
    let workers = Mutex<[Outcome]>([])
    let identifiers = identifierGroups()
    withoutActuallyEscaping({ @Sendable (_: Int) in work(next, workers, identifiers) }) { body in
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

  /// The groups of the identifiers of each dataset, in which all workers write.
  private func identifierGroups() -> [String: [IdentifierGroups]] {
    let numbers = IdentifierNumbers()
    var byteCounts: [String: Int] = [:]
    for task in tasks { byteCounts[task.delivery.dataset, default: 0] += task.length }
    return Dictionary(
      uniqueKeysWithValues: programs.map { name, program in
        let groups = CountedColumn.all(of: program).map { column in
          IdentifierGroups(
            column, type: program.schema.columns[column.column].type, numbers: numbers,
            byteCount: byteCounts[name] ?? 0)
        }
        return (name, groups)
      })
  }

  private func work(
    _ next: borrowing Atomic<Int>, _ workers: borrowing Mutex<[Outcome]>,
    _ identifiers: [String: [IdentifierGroups]]
  ) {
    var worker = Worker(programs, identifiers, cache)
    while true {
      let index = next.add(1, ordering: .relaxed).oldValue
      guard index < tasks.count else { break }
      worker.read(tasks[index])
      progress?(tasks[index].length)
    }
    worker.finish()
    if sharesSpellings { worker.shareSpellings() }
    workers.withLock { $0.append(Outcome(tallies: worker.tallies, reports: worker.reports)) }
  }

  /// Puts the tallies of a dataset together; they are taken out, so that none is copied.
  private func merged(_ name: String, _ workers: borrowing Mutex<[Outcome]>) -> DatasetTally {
    var parts = workers.withLock { workers in
      workers.indices.compactMap { workers[$0].tallies.removeValue(forKey: name) }
    }
    var tally = parts.removeFirst()
    while let part = parts.popLast() { tally.merge(part) }
    return tally
  }
}

/// One thread's readers and tallies.
private struct Worker {
  let programs: [String: DatasetProgram]
  let identifiers: [String: [IdentifierGroups]]
  let cache: (any ReadingCache)?
  let buffers = ScanBuffers()
  var readers: [String: DatasetReader] = [:]
  var tallies: [String: DatasetTally] = [:]
  var reports: [ChunkReport] = []

  init(
    _ programs: [String: DatasetProgram], _ identifiers: [String: [IdentifierGroups]],
    _ cache: (any ReadingCache)?
  ) {
    self.programs = programs
    self.identifiers = identifiers
    self.cache = cache
  }

  mutating func read(_ task: ChunkTask) {
    let name = task.delivery.dataset
    guard let program = programs[name] else { return }
    // Taken out while they change, so that they are not copied.
    var reader =
      readers.removeValue(forKey: name) ?? DatasetReader(program.context, buffers: buffers)
    var tally =
      tallies.removeValue(forKey: name)
      ?? DatasetTally(program, identifiers[name] ?? [])
    let report =
      cache.map { read(task, program.context, $0, &tally) } ?? reader.read(task) { tally.add($0) }
    for apart in report.apartIdentifiers {
      tally.addApart(column: apart.column, value: apart.value)
    }
    reports.append(report)
    readers[name] = reader
    tallies[name] = tally
  }

  mutating func finish() {
    for name in tallies.keys.sorted() { tallies[name]?.finish() }
  }

  /// Takes the records that were kept of a chunk, or reads it and keeps them.
  private func read(
    _ task: ChunkTask, _ context: DatasetContext, _ cache: any ReadingCache,
    _ tally: inout DatasetTally
  ) -> ChunkReport {
    let piece = ReadingPiece(task, context)
    if let kept = cache.entry(for: piece).flatMap({ KeptRecords($0, for: task, context) }) {
      kept.forEach(context.openLists) { tally.add($0) }
      var report = kept.report
      report.keepFindings(in: context.store)
      return report
    }
    // A reader of its own, so that the spellings that it has met are those of the chunk.
    var reader = DatasetReader(context, buffers: buffers)
    var keeper = RecordKeeper(context)
    var report = reader.read(task, storesFindings: false) {
      keeper.add($0)
      tally.add($0)
    }
    let spellings = reader.takeOpenSpellings()
    if report.canBeKept { cache.keep(keeper.bytes(report, spellings), for: piece) }
    report.keepFindings(in: context.store)
    spellings.share(with: context.openLists)
    return report
  }

  mutating func shareSpellings() {
    for name in readers.keys.sorted() { readers[name]?.shareOpenSpellings() }
  }
}
