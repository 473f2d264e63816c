import Exports
import Findings
import Schemas

/// Finds what is wrong with keys, references and marks, and says what must not count.
struct IdentityFindings {
  let program: DatasetProgram
  let tally: DatasetTally
  let missing: [Set<Int64>]
  let recordCounts: [String: Int]

  /// How many findings are gathered before they go to the store.
  private static let gathered = 4096

  private let store: FindingStore
  private var list = FindingList()
  private var latest: [Finding] = []
  private(set) var exclusions: [Int: [Int64: Exclusion]] = [:]

  private var schema: DatasetSchema { program.schema }
  private var words: IdentityWords { IdentityWords(schema) }

  init(
    program: DatasetProgram, tally: DatasetTally, missing: [Set<Int64>],
    recordCounts: [String: Int],
    store: FindingStore
  ) {
    self.store = store
    self.recordCounts = recordCounts
    self.program = program
    self.tally = tally
    self.missing = missing
  }

  /// What is wrong.
  var findings: FindingList {
    var findings = list
    findings.append(latest)
    return findings
  }

  private mutating func add(_ finding: Finding) {
    latest.append(finding)
    guard latest.count == IdentityFindings.gathered else { return }
    list.append(store.run(of: latest))
    latest = []
  }

  /// Checks the records that were found again, in order of their places.
  mutating func check(_ sightings: [Sighting]) {
    if let key = program.keyColumn {
      let again = sightings.filter { $0.column == key && tally.repeatedKeys.contains($0.value) }
      let groups = groups(again)
      for (_, records) in groups { checkKey(key, records) }
      let overlaps = OverlappingDeliveries(schema: schema, recordCounts: recordCounts)
      list.append(overlaps.findings(groups.map(\.1)))
    }
    for (index, reference) in program.references.enumerated() {
      for sighting in sightings
      where sighting.column == reference.column && missing[index].contains(sighting.value)
        && !sighting.isSetApart
      {
        addReference(sighting, to: reference.dataset)
      }
    }
    for (index, mark) in program.marks.enumerated() {
      let again = sightings.filter {
        $0.column == mark.person && tally.markedAgain[index].contains($0.value) && isCounted($0)
          && has(mark, $0)
      }
      for (_, records) in groups(again) { checkMark(mark, records) }
    }
  }

  private func groups(_ sightings: [Sighting]) -> [(Int64, [Sighting])] {
    Dictionary(grouping: sightings, by: \.value).sorted { $0.key < $1.key }
  }

  private mutating func checkKey(_ column: Int, _ records: [Sighting]) {
    guard let first = records.first, records.count > 1 else { return }
    let isSame = records.allSatisfy { $0.content == first.content }
    let kept = isSame ? records.first { !$0.isSetApart }?.record : nil
    exclusions[column, default: [:]][first.value] = Exclusion(rule: "duplicate-key", kept: kept)
    for (index, record) in records.enumerated() where !isSame || index > 0 {
      let other = index == 0 ? records[1] : first
      add(
        words.duplicateKey(
          column: column, at: record.location, other: IdentityFindings.place(of: other),
          isSame: isSame))
    }
  }

  private mutating func addReference(_ sighting: Sighting, to dataset: String) {
    exclusions[sighting.column, default: [:]][sighting.value] = Exclusion(
      rule: "unknown-reference", kept: nil)
    add(
      words.unknownReference(column: sighting.column, at: sighting.location, to: dataset))
  }

  private mutating func checkMark(_ mark: DatasetProgram.Mark, _ records: [Sighting]) {
    guard let first = records.first else { return }
    for record in records.dropFirst() {
      add(
        words.secondMark(
          column: mark.column, person: mark.person, at: record.location,
          first: IdentityFindings.place(of: first)))
    }
  }

  /// Whether a record counts, as far as is known.
  private func isCounted(_ sighting: Sighting) -> Bool {
    guard !sighting.isSetApart else { return false }
    guard let key = program.keyColumn, let excluded = exclusions[key], !excluded.isEmpty else {
      return true
    }
    guard let exclusion = excluded[sighting.values[key]] else { return true }
    return exclusion.kept == sighting.record
  }

  private func has(_ mark: DatasetProgram.Mark, _ sighting: Sighting) -> Bool {
    sighting.values[mark.column] == mark.value
  }

  private static func place(of other: Sighting) -> SourceLocation {
    SourceLocation(file: other.location.file, line: other.record.line)
  }
}
