/// Positive integers in a table of slots of one size, found by their hash.
///
/// A value's first slot is its hash, scaled to the number of slots: values stand in the order of
/// their hashes, so that growing a table and joining two of them walk through memory in order.
struct ProbeTable<Slot: FixedWidthInteger & UnsignedInteger & Sendable>: Sendable {
  /// The number of values.
  private(set) var count = 0

  /// The values; 0 is a free slot.
  private var slots: [Slot] = []

  /// Creates an empty table.
  init() {}

  /// Creates an empty table with room for values.
  init(roomFor count: Int) {
    slots = Array(repeating: 0, count: max(16, count * 3 / 2))
  }

  /// The number of bytes that the table takes.
  var byteCount: Int { slots.count * MemoryLayout<Slot>.size }

  /// Whether one more value makes the table grow.
  @inline(__always)
  var isFull: Bool { count &* 4 >= slots.count &* 3 }

  /// Makes room for more values.
  mutating func grow() {
    // Small tables grow fast; large ones by half, because of their memory.
    resize(slots.count < 1 << 17 ? slots.count * 2 : slots.count / 2 * 3)
  }

  /// Makes room for so many more values.
  ///
  /// Needed before the values of another table are added: they come in the order of their hashes,
  /// and would fill the beginning of a table that is too small for all of them.
  mutating func reserve(_ additional: Int) {
    let needed = (count + additional) * 3 / 2
    if needed > slots.count { resize(needed) }
  }

  private mutating func resize(_ slotCount: Int) {
    let values = slots
    slots = Array(repeating: 0, count: max(16, slotCount))
    count = 0
    for value in values where value != 0 { _ = insert(value) }
  }

  /// Adds a value to a table that is not full; returns whether it is new.
  @inline(__always)
  mutating func insert(_ value: Slot) -> Bool {
    var slot = home(of: value)
    while slots[slot] != 0 {
      if slots[slot] == value { return false }
      slot &+= 1
      if slot == slots.count { slot = 0 }
    }
    slots[slot] = value
    count &+= 1
    return true
  }

  /// Whether the value is in the table.
  @inline(__always)
  func contains(_ value: Slot) -> Bool {
    guard !slots.isEmpty else { return false }
    var slot = home(of: value)
    while slots[slot] != 0 {
      if slots[slot] == value { return true }
      slot &+= 1
      if slot == slots.count { slot = 0 }
    }
    return false
  }

  /// Whether the value is in its first slot. Values that are elsewhere are missed.
  @inline(__always)
  func showsAtFirstSight(_ value: Slot) -> Bool {
    !slots.isEmpty && slots[home(of: value)] == value
  }

  /// Calls back with every value, in the order of their hashes.
  @inline(__always)
  func forEach(_ body: (Int64) -> Void) {
    for value in slots where value != 0 { body(Int64(truncatingIfNeeded: value)) }
  }

  /// Whether all values pass a test; ends at the first that does not.
  @inline(__always)
  func allSatisfy(_ test: (Int64) -> Bool) -> Bool {
    slots.allSatisfy { $0 == 0 || test(Int64(truncatingIfNeeded: $0)) }
  }

  @inline(__always)
  private func home(of value: Slot) -> Int {
    let hash = (UInt64(truncatingIfNeeded: value) &* 0x9E37_79B9_7F4A_7C15) >> 32
    return Int(truncatingIfNeeded: (hash &* UInt64(truncatingIfNeeded: slots.count)) >> 32)
  }
}
