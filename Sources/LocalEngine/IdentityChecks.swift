import Exports
import Findings
import Schemas

/// Keys, references and marks, once all files are read.
///
/// The first reading only tells whether something is wrong; where it is wrong is then looked up in
/// a second reading of that dataset alone, and records that must not count are left out in a third.
struct IdentityChecks {
  let programs: [String: DatasetProgram]
  let tallies: [String: DatasetTally]
  let reports: [DeliveryReport]
  let tasks: [ChunkTask]
  let jobs: Int
  let store: FindingStore

  /// The datasets that had to be accumulated again, and the findings.
  func run() -> (changed: [String: ReadingPass.Outcome], findings: FindingList) {
    var changed: [String: ReadingPass.Outcome] = [:]
    var findings = FindingList()
    for (name, program) in programs.sorted(by: { $0.key < $1.key }) {
      guard let tally = tallies[name] else { continue }
      let missing = missingReferences(program, tally)
      let watched = watched(program, tally, missing)
      guard !watched.isEmpty else { continue }
      let sightings = sightings(of: watched, program)
      let counts = Dictionary(
        reports.map { ($0.delivery.file, $0.recordsRead) }, uniquingKeysWith: { first, _ in first })
      var check = IdentityFindings(
        program: program, tally: tally, missing: missing, recordCounts: counts, store: store)
      check.check(sightings)
      findings.append(check.findings)
      guard !check.exclusions.isEmpty else { continue }
      changed[name] = accumulate(program, without: check.exclusions)
    }
    return (changed, findings)
  }

  /// For each reference of the schema the keys that its dataset does not have.
  private func missingReferences(
    _ program: DatasetProgram, _ tally: DatasetTally
  ) -> [Set<Int64>] {
    zip(program.references, tally.referred).map { reference, referred in
      guard let target = tallies[reference.dataset] else { return [] }
      var missing: Set<Int64> = []
      referred.forEach { if !target.keys.contains($0) { missing.insert($0) } }
      return missing
    }
  }

  private func watched(
    _ program: DatasetProgram, _ tally: DatasetTally, _ missing: [Set<Int64>]
  ) -> [Int: Set<Int64>] {
    var watched: [Int: Set<Int64>] = [:]
    if let key = program.keyColumn { watched[key] = tally.repeatedKeys }
    for (reference, values) in zip(program.references, missing) {
      watched[reference.column, default: []].formUnion(values)
    }
    for (mark, persons) in zip(program.marks, tally.markedAgain) {
      watched[mark.person, default: []].formUnion(persons)
    }
    return watched.filter { !$0.value.isEmpty }
  }

  private func sightings(
    of watched: [Int: Set<Int64>], _ program: DatasetProgram
  ) -> [Sighting] {
    var context = program.context
    context.watched = watched
    context.store = nil
    let plain = DatasetProgram(context: context, dimensions: [])
    return read(plain).reports.flatMap(\.sightings).sorted { $0.location < $1.location }
  }

  private func accumulate(
    _ program: DatasetProgram, without exclusions: [Int: [Int64: Exclusion]]
  ) -> ReadingPass.Outcome {
    var again = program
    again.exclude(exclusions)
    return read(again)
  }

  private func read(_ program: DatasetProgram) -> ReadingPass.Outcome {
    let name = program.schema.name
    let lines = Dictionary(
      reports.map { ($0.delivery, $0.chunkLines) }, uniquingKeysWith: { first, _ in first })
    let own = tasks.filter { $0.delivery.dataset == name }.map { task in
      var task = task
      task.firstLine = lines[task.delivery]?[task.ordinal] ?? 0
      return task
    }
    let pass = ReadingPass(
      programs: [name: program], tasks: own, jobs: jobs, sharesSpellings: false, progress: nil)
    return pass.run()
  }
}
