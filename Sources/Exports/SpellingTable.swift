/// The spellings that a worker has met in one column, by the raw bytes of their fields.
///
/// A field is looked up without making a string of it; only a spelling that is new to the worker
/// is decoded and matched.
struct SpellingTable {
  /// What a field is compared with, and what it means; small, so that many fit the cache.
  private struct Entry {
    var head: UInt64
    var tail: UInt64
    var value: Int64
    var length: Int32
    var isSuspicious: UInt8
  }

  /// A spelling as it was met: its raw bytes, its value and how often.
  struct Use {
    let raw: [UInt8]
    let value: Int64
    let count: Int
  }

  /// How many spellings are remembered; later ones are matched again each time.
  private static let limit = 1 << 20

  // For each slot the index of an entry plus 1; 0 is a free slot.
  private var slots: [Int32] = Array(repeating: 0, count: 256)
  private var entries: [Entry] = []
  private var counts: [Int] = []
  private var raws: [[UInt8]] = []
  private var isVariant: [Bool] = []

  /// Decodes one column: the value of each row, and a suspicion where there is something to say.
  mutating func decode(
    _ rows: FieldRows, at position: Int, isRequired: Bool, into values: inout [Int64],
    meaning: (UnsafeBufferPointer<UInt8>) -> SpellingMeaning
  ) {
    var row = 0
    while row < rows.count {
      row = decodeKnown(rows, from: row, at: position, into: &values)
      guard row < rows.count else { return }
      let (start, length) = rows.field(row, position)
      let field = UnsafeBufferPointer(start: start, count: length)
      let found = length == 0 ? SpellingMeaning(ofNone: isRequired) : meaning(field)
      values[row] = found.value
      if found.isSuspicious { rows.suspicions[row] = 1 }
      remember(field, found)
      row += 1
    }
  }

  /// Gives the spellings that were used since the last time, and counts from zero again.
  mutating func takeUses(variantsOnly: Bool) -> [Use] {
    var uses: [Use] = []
    for index in entries.indices where counts[index] > 0 {
      if isVariant[index] || !variantsOnly {
        uses.append(Use(raw: raws[index], value: entries[index].value, count: counts[index]))
      }
      counts[index] = 0
    }
    return uses
  }

  /// Decodes rows up to the first with a spelling that is new; returns its number.
  private mutating func decodeKnown(
    _ rows: FieldRows, from first: Int, at position: Int, into values: inout [Int64]
  ) -> Int {
    let mask = slots.count - 1
    let raws = raws
    return values.withUnsafeMutableBufferPointer { values in
      counts.withUnsafeMutableBufferPointer { counts in
        slots.withUnsafeBufferPointer { slots in
          entries.withUnsafeBufferPointer { entries in
            // The entry of the row before, where fields seem to be the same from row to row.
            var previous = -1
            let hasRuns = SpellingTable.seemsSame(rows, at: position)
            for row in first..<rows.count {
              let (start, length) = rows.field(row, position)
              let (head, tail) = SpellingTable.words(start, length)
              if hasRuns, previous >= 0, entries[previous].head == head,
                entries[previous].tail == tail,
                entries[previous].length == Int32(truncatingIfNeeded: length),
                length <= 16 || SpellingTable.isEqual(raws[previous], start)
              {
                values[row] = entries[previous].value
                counts[previous] += 1
                rows.suspicions[row] |= entries[previous].isSuspicious
                continue
              }
              var slot = SpellingTable.hash(head, tail, length) & mask
              var index = Int(slots[slot]) - 1
              while index >= 0 {
                if entries[index].head == head, entries[index].tail == tail,
                  entries[index].length == Int32(truncatingIfNeeded: length),
                  length <= 16 || SpellingTable.isEqual(raws[index], start)
                {
                  break
                }
                slot = (slot + 1) & mask
                index = Int(slots[slot]) - 1
              }
              guard index >= 0 else { return row }
              previous = index
              values[row] = entries[index].value
              counts[index] += 1
              rows.suspicions[row] |= entries[index].isSuspicious
            }
            return rows.count
          }
        }
      }
    }
  }

  /// Whether the fields of the first, middle and last row are of one length, so that they may be the
  /// same in all rows, as the area of a file is.
  private static func seemsSame(_ rows: FieldRows, at position: Int) -> Bool {
    let last = rows.count - 1
    let length = rows.field(last, position).length
    return rows.field(0, position).length == length
      && rows.field(last / 2, position).length == length
  }

  // The first eight bytes, and the last eight with a mixture of those between: equal bytes have equal
  // words. Up to 16 bytes nothing depends on the length but numbers, as lengths cannot be foretold.
  @inline(__always)
  private static func words(_ start: UnsafePointer<UInt8>, _ length: Int) -> (UInt64, UInt64) {
    let halfShift = UInt64(truncatingIfNeeded: 32 &- 4 &* min(length, 8))
    let head = (word(start) &<< halfShift) &<< halfShift
    var tail = (word(start + (max(length, 8) &- 8)) &<< halfShift) &<< halfShift
    var offset = 8
    while offset &+ 8 < length {
      tail = (tail &* 0x9E37_79B9_7F4A_7C15) ^ (tail >> 29) ^ word(start + offset)
      offset &+= 8
    }
    return (head, tail)
  }

  @inline(__always)
  private static func hash(_ head: UInt64, _ tail: UInt64, _ length: Int) -> Int {
    let mixed =
      (head ^ (tail &* 0xFF51_AFD7_ED55_8CCD) ^ UInt64(length)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32)
  }

  // Of a field of more than 16 bytes; the first eight are known to be equal.
  private static func isEqual(_ raw: [UInt8], _ start: UnsafePointer<UInt8>) -> Bool {
    raw.withUnsafeBufferPointer { raw in
      guard let base = raw.baseAddress else { return true }
      var offset = 8
      while offset + 8 < raw.count {
        if word(base + offset) != word(start + offset) { return false }
        offset += 8
      }
      return word(base + raw.count - 8) == word(start + raw.count - 8)
    }
  }

  private mutating func remember(_ field: UnsafeBufferPointer<UInt8>, _ meaning: SpellingMeaning) {
    guard entries.count < SpellingTable.limit, let start = field.baseAddress else { return }
    let (head, tail) = SpellingTable.words(start, field.count)
    entries.append(
      Entry(
        head: head, tail: tail, value: meaning.value,
        length: Int32(truncatingIfNeeded: field.count),
        isSuspicious: meaning.isSuspicious ? 1 : 0))
    raws.append(Array(field))
    counts.append(1)
    isVariant.append(meaning.isVariant)
    if entries.count * 4 > slots.count { grow() }
    insert(entries.count - 1)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 4)
    for index in 0..<(entries.count - 1) { insert(index) }
  }

  private mutating func insert(_ index: Int) {
    let entry = entries[index]
    var slot = SpellingTable.hash(entry.head, entry.tail, Int(entry.length)) & (slots.count - 1)
    while slots[slot] > 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(index + 1)
  }
}
