import CIdentifierGroups
import Exports

/// Adds the records of one worker to the groups of a column's identifiers.
///
/// For each batch: `begin`, then the groups of each grouping, then `end`.
/// Sendable although it holds pointers: a worker's writer is used by that worker alone.
final class IdentifierWriter: @unchecked Sendable {
  private let groups: IdentifierGroups
  private let answers: Answers
  private let writer: OpaquePointer

  /// For each row of the batch the number of its set.
  private let rowSets: UnsafeMutablePointer<UInt32>

  /// For each member of the column the set of each of its groups; 0 until it is asked for.
  private var groupSets: [[UInt32]]
  private var markSets: [UInt32]

  /// For each mark of the schema the identifiers that have it more than once.
  var repeatedByMark: [(mark: Int, identifiers: Set<Int64>)] {
    zip(groups.column.marks, answers.repeated).map { ($0, $1) }
  }

  private static let capacity = RecordBatch.capacity

  /// Makes a writer.
  init(_ groups: IdentifierGroups) {
    self.groups = groups
    answers = Answers(groups)
    let questions = identifier_questions(
      context: Unmanaged.passUnretained(answers).toOpaque(),
      unite: { context, set, added in Answers.at(context).unite(set, added) },
      repeated: { context, key, marks in Answers.at(context).addRepeated(key, marks) })
    writer = identifier_writer_make(groups.table, questions, !groups.column.marks.isEmpty)
    rowSets = .allocate(capacity: IdentifierWriter.capacity)
    groupSets = groups.column.members.map { _ in [] }
    markSets = groups.column.marks.indices.map { groups.sets.set(of: .mark($0)) }
  }

  deinit {
    identifier_writer_free(writer)
    rowSets.deallocate()
  }

  /// Begins with the marks of the records.
  func begin(_ batch: borrowing RecordBatch, _ program: DatasetProgram) {
    rowSets.update(repeating: 0, count: batch.count)
    for (index, mark) in groups.column.marks.enumerated() {
      let wanted = program.marks[mark]
      for row in 0..<batch.count where batch.values[wanted.column][row] == wanted.value {
        rowSets[row] =
          rowSets[row] == 0
          ? markSets[index] : groups.sets.unite(rowSets[row], markSets[index]).union
      }
    }
  }

  /// Adds the groups of records, each given by its row; `combination` tells that of a group.
  func add(
    member: Int, rows: [Int], groups numbers: [Int], count: Int, groupCount: Int,
    combination: (Int) -> Int
  ) {
    if groupSets[member].count < groupCount {
      groupSets[member] += repeatElement(0, count: groupCount - groupSets[member].count)
    }
    var taken = 0
    while taken < count {
      taken += unite(member: member, rows[taken..<count], numbers[taken..<count])
      guard taken < count else { return }
      let group = numbers[taken]
      groupSets[member][group] = groups.sets.set(
        of: .combination(member: member, combination(group)))
    }
  }

  private func unite(member: Int, _ rows: ArraySlice<Int>, _ numbers: ArraySlice<Int>) -> Int {
    rows.withUnsafeBufferPointer { rows in
      numbers.withUnsafeBufferPointer { numbers in
        groupSets[member].withUnsafeBufferPointer { sets in
          guard let rows = rows.baseAddress, let groups = numbers.baseAddress,
            let sets = sets.baseAddress
          else { return 0 }
          return identifier_writer_unite(writer, rowSets, rows, groups, sets, numbers.count)
        }
      }
    }
  }

  /// Adds the sets of the records to their identifiers.
  func end(_ batch: borrowing RecordBatch) {
    let count = batch.count
    batch.values[groups.column.column].withUnsafeBufferPointer { values in
      if let numbers = groups.numbers?.numbers(of: UnsafeBufferPointer(rebasing: values[..<count]))
      {
        identifier_writer_add(writer, numbers, groups.range.first, rowSets, count)
      } else if let base = values.baseAddress {
        identifier_writer_add(writer, base, groups.range.first, rowSets, count)
      }
    }
  }

  /// Gives the groups everything that still waits.
  func flush() {
    identifier_writer_flush(writer)
  }
}

/// What the C code asks while it adds: it knows sets by number only.
private final class Answers {
  private let groups: IdentifierGroups
  private(set) var repeated: [Set<Int64>]

  init(_ groups: IdentifierGroups) {
    self.groups = groups
    repeated = groups.column.marks.map { _ in [] }
  }

  static func at(_ context: UnsafeMutableRawPointer) -> Answers {
    Unmanaged<Answers>.fromOpaque(context).takeUnretainedValue()
  }

  func unite(_ set: UInt32, _ added: UInt32) -> UInt64 {
    let (union, marks) = groups.sets.unite(set, added)
    return UInt64(marks) << 32 | UInt64(union)
  }

  func addRepeated(_ key: UInt64, _ marks: UInt32) {
    for mark in repeated.indices where marks & (1 << UInt32(mark)) != 0 {
      repeated[mark].insert(groups.value(ofKey: key))
    }
  }
}
