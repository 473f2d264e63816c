import CIdentifierGroups
import Schemas
import Synchronization

/// The groups in which each identifier of a column occurs, written by all workers at the same time.
///
/// Its state is plain: keys with the numbers of sets (`forEach`), and what the numbers mean (`sets`).
/// Sendable although it is a pointer: each part of the C table has a lock while it is written, and it
/// is read only after all writers have ended.
final class IdentifierGroups: @unchecked Sendable {
  /// The column and what is counted of it.
  let column: CountedColumn

  /// What the numbers of sets mean.
  let sets = GroupSets()

  /// The keys of the identifiers.
  let range: IdentifierRange

  /// Numbers for identifiers that are too large to be keys themselves.
  let numbers: IdentifierNumbers?

  let table: OpaquePointer

  /// About so many bytes of a delivery hold a record with an identifier that is new.
  private static let bytesPerIdentifier = 60
  private static let bytesPerPart = 1 << 19
  private static let mostPartBits = 8

  /// Makes empty groups for the identifiers in deliveries of so many bytes.
  init(_ column: CountedColumn, type: ColumnType, numbers: IdentifierNumbers, byteCount: Int) {
    self.column = column
    let own = IdentifierRange(type)
    range = own ?? .arrival
    self.numbers = own == nil ? numbers : nil
    let parts = max(1, byteCount / IdentifierGroups.bytesPerPart)
    let bits = min(Int.bitWidth - parts.leadingZeroBitCount, IdentifierGroups.mostPartBits)
    table = identifier_groups_make(
      range.keyBits, min(UInt32(bits), range.keyBits - 1),
      byteCount / IdentifierGroups.bytesPerIdentifier)
  }

  deinit {
    identifier_groups_free(table)
  }

  private var partCount: Int { Int(identifier_groups_part_count(table)) }

  /// The number of identifiers with each set.
  func countsBySet(jobs: Int) -> [UInt64] {
    summed(sets.content.sets.count, jobs: jobs) { [table] part, counts in
      identifier_groups_count_sets(table, part, counts)
    }
  }

  /// The number of identifiers with each set and each class of the set that they have in another
  /// column, which `classes` gives for each of its sets: `counts[set * classCount + class]`.
  func countsBySet(
    with other: IdentifierGroups, classes: [UInt32], classCount: Int, jobs: Int
  ) -> [UInt64] {
    let offset = range.first - other.range.first
    return summed(sets.content.sets.count * classCount, jobs: jobs) { [table] part, counts in
      classes.withUnsafeBufferPointer { classes in
        guard let classes = classes.baseAddress else { return }
        identifier_groups_join(table, part, other.table, offset, classes, classCount, counts)
      }
    }
  }

  /// Counts that are added up over all parts, which several threads do.
  private func summed(
    _ size: Int, jobs: Int, _ add: @escaping (UInt32, UnsafeMutablePointer<UInt64>) -> Void
  ) -> [UInt64] {
    let adding = Adding(add: add)
    let threads = min(jobs, partCount)
    let stretches = (0..<threads).map { thread in
      UInt32(thread * partCount / threads)..<UInt32((thread + 1) * partCount / threads)
    }
    let counts = Workers.map(stretches, jobs: jobs) { parts in
      var counts = [UInt64](repeating: 0, count: size)
      counts.withUnsafeMutableBufferPointer { counts in
        guard let base = counts.baseAddress else { return }
        for part in parts { adding.add(part, base) }
      }
      return counts
    }
    return counts.dropFirst().reduce(into: counts.first ?? []) { total, counts in
      for index in total.indices { total[index] += counts[index] }
    }
  }

  /// What is done with a part; Sendable because parts are only read by then.
  private struct Adding: @unchecked Sendable {
    let add: (UInt32, UnsafeMutablePointer<UInt64>) -> Void
  }

  /// The integer of the identifier that has a key.
  func value(ofKey key: UInt64) -> Int64 {
    let value = range.first + Int64(key)
    return numbers?.value(of: value) ?? value
  }

  /// Calls back with every key and the number of its set.
  func forEach(_ body: (UInt64, UInt32) -> Void) {
    for part in 0..<UInt32(partCount) {
      let count = identifier_groups_count(table, part)
      var keys = [UInt64](repeating: 0, count: count)
      var numbers = [UInt32](repeating: 0, count: count)
      identifier_groups_read(table, part, &keys, &numbers)
      for (key, number) in zip(keys, numbers) { body(key, number) }
    }
  }
}

/// Numbers from 1 for identifiers whose own integers have too many bits, shared by all columns of a
/// run, so that identifiers of two columns can still be compared.
final class IdentifierNumbers: Sendable {
  private struct State {
    var numbers: [Int64: Int64] = [:]
    var values: [Int64] = []
  }

  private let state = Mutex(State())

  /// The numbers of values; 0 for those that are no identifiers.
  func numbers(of values: UnsafeBufferPointer<Int64>) -> [Int64] {
    state.withLock { state in
      values.map { value in
        guard value > 0 else { return 0 }
        if let known = state.numbers[value] { return known }
        state.values.append(value)
        state.numbers[value] = Int64(state.values.count)
        return Int64(state.values.count)
      }
    }
  }

  /// The value that has a number.
  func value(of number: Int64) -> Int64 {
    state.withLock { $0.values[Int(number) - 1] }
  }
}
