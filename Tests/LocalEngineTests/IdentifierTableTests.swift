import CIdentifierGroups
import Testing

/// The tables in C, whose sets are bit masks here: a set's number is its mask.
@Suite struct IdentifierTableTests {
  /// What the questions of a writer are answered from.
  private final class Masks {
    let marked: UInt32
    var repeated: [UInt64: Int] = [:]

    init(marked: UInt32) { self.marked = marked }

    static func at(_ context: UnsafeMutableRawPointer) -> Masks {
      Unmanaged<Masks>.fromOpaque(context).takeUnretainedValue()
    }
  }

  private func writer(_ groups: OpaquePointer, _ masks: Masks) -> OpaquePointer {
    let questions = identifier_questions(
      context: Unmanaged.passUnretained(masks).toOpaque(),
      unite: { context, set, added in
        UInt64(set & added & Masks.at(context).marked) << 32 | UInt64(set | added)
      },
      repeated: { context, key, _ in Masks.at(context).repeated[key, default: 0] += 1 })
    return identifier_writer_make(groups, questions, masks.marked != 0)
  }

  private func content(_ groups: OpaquePointer) -> [UInt64: UInt32] {
    var content: [UInt64: UInt32] = [:]
    for part in 0..<identifier_groups_part_count(groups) {
      let count = identifier_groups_count(groups, part)
      var keys = [UInt64](repeating: 0, count: count)
      var sets = [UInt32](repeating: 0, count: count)
      identifier_groups_read(groups, part, &keys, &sets)
      for (key, set) in zip(keys, sets) { content[key] = set }
    }
    return content
  }

  // Few bits and many, one part and many, numbers of sets that fit beside a key and that do not.
  @Test(
    arguments: [
      (1, 0, 2), (8, 3, 3), (20, 0, 12), (27, 8, 4), (27, 8, 20), (32, 0, 6), (33, 2, 16),
      (40, 8, 23),
    ] as [(UInt32, UInt32, UInt32)])
  func `they hold what a dictionary holds`(
    _ keyBits: UInt32, _ partBits: UInt32, _ groupCount: UInt32
  ) {
    let groups = identifier_groups_make(keyBits, partBits, Int.random(in: 0..<10_000))
    let masks = Masks(marked: 0)
    let writer = writer(groups, masks)
    defer {
      identifier_writer_free(writer)
      identifier_groups_free(groups)
    }
    var plain: [UInt64: UInt32] = [:]
    let limit: UInt64 = 1 << UInt64(keyBits)
    for index in 0..<40_000 {
      // Keys that lie close together, keys from anywhere, and those at both ends.
      let key =
        switch index % 4 {
        case 0: UInt64.random(in: 0..<limit)
        case 1: UInt64(index) % limit
        case 2: limit - 1 - UInt64(index % 5000) % limit
        default: UInt64.random(in: 0..<min(limit, 3000))
        }
      let set = UInt32(1) << UInt32.random(in: 0..<groupCount)
      identifier_writer_add_one(writer, key, set)
      plain[key, default: 0] |= set
    }
    identifier_writer_flush(writer)
    #expect(content(groups) == plain)
    var counts = [UInt64](repeating: 0, count: 1 << Int(groupCount))
    for part in 0..<identifier_groups_part_count(groups) {
      identifier_groups_count_sets(groups, part, &counts)
    }
    for (set, count) in counts.enumerated() where count > 0 || set < 100 {
      #expect(count == UInt64(plain.values.count { $0 == UInt32(set) }))
    }
  }

  @Test func `an identifier that is added to a mark that it has is told of, each time`() {
    let groups = identifier_groups_make(27, 4, 0)
    let masks = Masks(marked: 0b100)
    let writer = writer(groups, masks)
    defer {
      identifier_writer_free(writer)
      identifier_groups_free(groups)
    }
    for (key, set) in [(7, 0b100), (7, 0b001), (8, 0b001), (8, 0b001), (9, 0b100), (9, 0b110)] {
      identifier_writer_add_one(writer, UInt64(key), UInt32(set))
    }
    identifier_writer_add_one(writer, 10, 0b100)
    for _ in 0..<3 { identifier_writer_add_one(writer, 10, 0b100) }
    identifier_writer_flush(writer)
    #expect(masks.repeated == [9: 1, 10: 3])
  }

  @Test func `rows of the empty set and identifiers outside the keys are passed over`() {
    let groups = identifier_groups_make(4, 1, 0)
    let masks = Masks(marked: 0)
    let writer = writer(groups, masks)
    defer {
      identifier_writer_free(writer)
      identifier_groups_free(groups)
    }
    let identifiers: [Int64] = [100, 101, 99, 0, 115, 116, .min, .max]
    identifier_writer_add(writer, identifiers, 100, [1, 0, 1, 1, 2, 1, 1, 1], 8)
    identifier_writer_flush(writer)
    #expect(content(groups) == [0: 1, 15: 2])
  }

  @Test func `sets of rows grow until a group comes that is not known`() {
    let groups = identifier_groups_make(4, 1, 0)
    let masks = Masks(marked: 0)
    let writer = writer(groups, masks)
    defer {
      identifier_writer_free(writer)
      identifier_groups_free(groups)
    }
    var sets: [UInt32] = [0, 0b1000, 0]
    let taken = identifier_writer_unite(
      writer, &sets, [0, 1, 1, 2], [0, 0, 1, 2], [0b001, 0b010, 0], 4)
    #expect(taken == 3)
    #expect(sets == [0b001, 0b1011, 0])
  }

  @Test(arguments: [0, 5, -40_000] as [Int64])
  func `a join counts pairs of sets of the same identifiers`(_ offset: Int64) {
    let own = identifier_groups_make(27, 3, 0)
    let others = identifier_groups_make(20, 6, 0)
    let masks = Masks(marked: 0)
    let (first, second) = (writer(own, masks), writer(others, masks))
    defer {
      identifier_writer_free(first)
      identifier_writer_free(second)
      identifier_groups_free(own)
      identifier_groups_free(others)
    }
    var (plain, plainOthers): ([UInt64: UInt32], [UInt64: UInt32]) = ([:], [:])
    for _ in 0..<20_000 {
      let (key, other) = (UInt64.random(in: 0..<60_000), UInt64.random(in: 0..<60_000))
      let (set, otherSet) = (UInt32.random(in: 1..<4), UInt32.random(in: 1..<4))
      identifier_writer_add_one(first, key, set)
      identifier_writer_add_one(second, other, otherSet)
      plain[key, default: 0] |= set
      plainOthers[other, default: 0] |= otherSet
    }
    identifier_writer_flush(first)
    identifier_writer_flush(second)
    var counts = [UInt64](repeating: 0, count: 16)
    for part in 0..<identifier_groups_part_count(own) {
      identifier_groups_join(own, part, others, offset, [0, 1, 2, 3], 4, &counts)
    }
    var expected = [UInt64](repeating: 0, count: 16)
    for (key, set) in plain {
      let other = Int64(key) + offset
      let otherSet = other < 0 ? 0 : plainOthers[UInt64(other)] ?? 0
      expected[Int(set * 4 + otherSet)] += 1
    }
    #expect(counts == expected)
  }
}
