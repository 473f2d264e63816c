import Exports

/// The accumulated values of one accumulation, by group.
///
/// Different values are not here: `IdentifierGroups` has those of a whole column.
struct AccumulationTally: Sendable {
  /// The first record of a person, and the groups that it belongs to.
  struct FirstRecord: Sendable {
    var day: Int64
    var key: Int64
    var groups: [Int]
  }

  /// The day of a record of a person.
  struct Occurrence: Sendable {
    let person: Int64
    let day: Int64
  }

  let accumulation: Accumulation

  /// Sums, and the number of records that they come from, by group.
  private(set) var sums: [Int] = []
  private(set) var contributors: [Int] = []

  private(set) var firsts: [Int64: FirstRecord] = [:]
  private(set) var occurrences: [Occurrence] = []

  /// Whether a sum has become larger than 64 bits.
  private(set) var hasOverflow = false

  /// Creates an empty tally.
  init(_ accumulation: Accumulation) {
    self.accumulation = accumulation
  }

  /// Makes room for groups.
  mutating func reserve(_ groupCount: Int) {
    switch accumulation {
    case .sum, .days:
      guard sums.count < groupCount else { return }
      sums += repeatElement(0, count: groupCount - sums.count)
      contributors += repeatElement(0, count: groupCount - contributors.count)
    case .distinct, .first, .occurrences: return
    }
  }

  /// Adds records, each given by its row and its group.
  mutating func add(
    _ batch: borrowing RecordBatch, rows: [Int], groups: [Int], count: Int
  ) {
    switch accumulation {
    case .sum(let column): addSum(batch.values[column], rows, groups, count)
    case .distinct: return
    case .days(let from, let to):
      addDays(batch.values[from], batch.values[to], rows, groups, count)
    case .first(let column, let key):
      addFirsts(batch, column: column, key: key, rows, groups, count)
    case .occurrences(let column):
      let values = batch.values[column]
      for index in 0..<count where values[rows[index]] > 0 {
        occurrences.append(
          Occurrence(person: values[rows[index]], day: batch.eventDays[rows[index]]))
      }
    }
  }

  /// Adds what another worker has accumulated, whose groups have these numbers here.
  mutating func merge(_ other: AccumulationTally, groups: [Int]) {
    hasOverflow = hasOverflow || other.hasOverflow
    for (index, sum) in other.sums.enumerated() {
      add(sum, other.contributors[index], to: groups[index])
    }
    for (person, first) in other.firsts {
      offer(
        FirstRecord(day: first.day, key: first.key, groups: first.groups.map { groups[$0] }),
        of: person)
    }
    occurrences += other.occurrences
  }

  private mutating func add(_ amount: Int, _ count: Int, to group: Int) {
    let (sum, overflow) = sums[group].addingReportingOverflow(amount)
    sums[group] = sum
    contributors[group] += count
    if overflow { hasOverflow = true }
  }

  private mutating func addSum(
    _ values: [Int64], _ rows: [Int], _ groups: [Int], _ count: Int
  ) {
    for index in 0..<count where values[rows[index]] != Int64.min {
      add(Int(values[rows[index]]), 1, to: groups[index])
    }
  }

  private mutating func addDays(
    _ from: [Int64], _ to: [Int64], _ rows: [Int], _ groups: [Int], _ count: Int
  ) {
    for index in 0..<count {
      let row = rows[index]
      guard from[row] != Int64.min, to[row] != Int64.min else { continue }
      add(Int(to[row] - from[row]), 1, to: groups[index])
    }
  }

  private mutating func addFirsts(
    _ batch: borrowing RecordBatch, column: Int, key: Int?, _ rows: [Int], _ groups: [Int],
    _ count: Int
  ) {
    for index in 0..<count {
      let row = rows[index]
      let person = batch.values[column][row]
      guard person > 0 else { continue }
      offer(
        FirstRecord(
          day: batch.eventDays[row], key: key.map { batch.values[$0][row] } ?? 0,
          groups: [groups[index]]),
        of: person)
    }
  }

  /// Keeps the earlier of two records of a person; groups of one and the same are joined.
  private mutating func offer(_ record: FirstRecord, of person: Int64) {
    guard var known = firsts[person] else {
      firsts[person] = record
      return
    }
    if (record.day, record.key) < (known.day, known.key) {
      firsts[person] = record
    } else if (record.day, record.key) == (known.day, known.key) {
      known.groups += record.groups
      firsts[person] = known
    }
  }
}
