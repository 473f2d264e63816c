/// An exact set of positive integers, in as little memory as their density allows.
///
/// Identifiers that lie close together, as systems of record number them, are bits in pages of
/// 8,192: about a bit each. Others are in a hash table of 16 to 32 bytes each.
package struct IdentifierSet: Sendable {
  private static let pageBits: Int64 = 13
  private static let pageWords = 1 << 7
  private static let pageBytes = 1 << 10

  /// The number of values.
  package private(set) var count = 0

  /// Creates an empty set.
  package init() {}

  // A table of values, while they are sparse; 0 is a free slot.
  private var table: [Int64] = []
  private var isPaged = false
  // Pages by their number plus 1, and the words of all pages.
  private var pageNumbers: [Int64] = []
  private var pageSlots: [Int32] = []
  private var pageCount = 0
  private var words: [UInt64] = []

  /// Adds a value; returns whether it is new.
  @inline(__always)
  package mutating func insert(_ value: Int64) -> Bool {
    isPaged ? insertIntoPage(value) : insertIntoTable(value)
  }

  /// Whether the value is in the set.
  package func contains(_ value: Int64) -> Bool {
    if isPaged {
      let page = findPage(value >> IdentifierSet.pageBits)
      guard page >= 0 else { return false }
      return words[wordIndex(page, value)] & bit(value) != 0
    }
    guard !table.isEmpty else { return false }
    var slot = IdentifierSet.hash(value) & (table.count - 1)
    while table[slot] != 0 {
      if table[slot] == value { return true }
      slot = (slot + 1) & (table.count - 1)
    }
    return false
  }

  /// Calls back with every value, in no order.
  package func forEach(_ body: (Int64) -> Void) {
    guard isPaged else {
      for value in table where value != 0 { body(value) }
      return
    }
    for slot in pageNumbers.indices where pageNumbers[slot] != 0 {
      let first = Int(pageSlots[slot]) * IdentifierSet.pageWords
      for word in 0..<IdentifierSet.pageWords {
        var bits = words[first + word]
        while bits != 0 {
          let low = Int64(word * 64 + bits.trailingZeroBitCount)
          body(((pageNumbers[slot] - 1) << IdentifierSet.pageBits) | low)
          bits &= bits - 1
        }
      }
    }
  }

  /// Adds all values of another set, and calls back with those that were here already.
  package mutating func formUnion(_ other: IdentifierSet, known: (Int64) -> Void = { _ in }) {
    if count == 0 {
      self = other
      return
    }
    other.forEach { value in
      if !insert(value) { known(value) }
    }
  }

  /// How many values are in both sets.
  package func intersectionCount(_ other: IdentifierSet) -> Int {
    let (small, large) = count <= other.count ? (self, other) : (other, self)
    var common = 0
    small.forEach { if large.contains($0) { common += 1 } }
    return common
  }
}

// MARK: - Values as bits in pages

extension IdentifierSet {
  @inline(__always)
  private mutating func insertIntoPage(_ value: Int64) -> Bool {
    let number = value >> IdentifierSet.pageBits
    var page = findPage(number)
    if page < 0 {
      // One page for few values: the values are sparse after all.
      if pageCount * IdentifierSet.pageBytes > 65_536 + count * 32 {
        becomeTable()
        return insertIntoTable(value)
      }
      page = addPage(number)
    }
    return setBit(value, in: page)
  }

  @inline(__always)
  @discardableResult
  private mutating func setBit(_ value: Int64, in page: Int) -> Bool {
    let index = wordIndex(page, value)
    let isNew = words[index] & bit(value) == 0
    words[index] |= bit(value)
    count += isNew ? 1 : 0
    return isNew
  }

  @inline(__always)
  private func wordIndex(_ page: Int, _ value: Int64) -> Int {
    page * IdentifierSet.pageWords + Int(value >> 6) & (IdentifierSet.pageWords - 1)
  }

  @inline(__always)
  private func bit(_ value: Int64) -> UInt64 {
    1 << (UInt64(truncatingIfNeeded: value) & 63)
  }

  @inline(__always)
  private func findPage(_ number: Int64) -> Int {
    var slot = IdentifierSet.hash(number) & (pageNumbers.count - 1)
    while pageNumbers[slot] != 0 {
      if pageNumbers[slot] == number + 1 { return Int(pageSlots[slot]) }
      slot = (slot + 1) & (pageNumbers.count - 1)
    }
    return -1
  }

  private mutating func addPage(_ number: Int64) -> Int {
    if (pageCount + 1) * 2 > pageNumbers.count {
      let (numbers, slots) = (pageNumbers, pageSlots)
      pageNumbers = Array(repeating: 0, count: pageNumbers.count * 2)
      pageSlots = Array(repeating: 0, count: pageNumbers.count)
      for index in numbers.indices where numbers[index] != 0 {
        place(numbers[index] - 1, slots[index])
      }
    }
    place(number, Int32(pageCount))
    words += repeatElement(0, count: IdentifierSet.pageWords)
    pageCount += 1
    return pageCount - 1
  }

  private mutating func place(_ number: Int64, _ page: Int32) {
    var slot = IdentifierSet.hash(number) & (pageNumbers.count - 1)
    while pageNumbers[slot] != 0 { slot = (slot + 1) & (pageNumbers.count - 1) }
    pageNumbers[slot] = number + 1
    pageSlots[slot] = page
  }

  private mutating func becomeTable() {
    var sparse = IdentifierSet()
    sparse.table = Array(repeating: 0, count: IdentifierSet.capacity(for: count * 2))
    forEach { _ = sparse.insertIntoTable($0) }
    self = sparse
  }
}

// MARK: - Values in a table

extension IdentifierSet {
  @inline(__always)
  private static func hash(_ value: Int64) -> Int {
    Int(truncatingIfNeeded: (UInt64(bitPattern: value) &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }

  private static func capacity(for count: Int) -> Int {
    var capacity = 16
    while capacity < count * 2 { capacity *= 2 }
    return capacity
  }

  @inline(__always)
  private mutating func insertIntoTable(_ value: Int64) -> Bool {
    if count * 2 >= table.count {
      if growTable() { return insertIntoPage(value) }
    }
    var slot = IdentifierSet.hash(value) & (table.count - 1)
    while table[slot] != 0 {
      if table[slot] == value { return false }
      slot = (slot + 1) & (table.count - 1)
    }
    table[slot] = value
    count += 1
    return true
  }

  /// Makes room; returns whether the values have become pages instead.
  private mutating func growTable() -> Bool {
    if count >= 256, isDense {
      becomePages()
      return true
    }
    let values = table
    table = Array(repeating: 0, count: IdentifierSet.capacity(for: max(8, count * 2)))
    let mask = table.count - 1
    for value in values where value != 0 {
      var slot = IdentifierSet.hash(value) & mask
      while table[slot] != 0 { slot = (slot + 1) & mask }
      table[slot] = value
    }
    return false
  }

  /// Whether pages would take less memory than the table takes now.
  private var isDense: Bool {
    let limit = table.count * 8 / IdentifierSet.pageBytes
    let mask = IdentifierSet.capacity(for: limit + 1) - 1
    var pages: [Int64] = Array(repeating: 0, count: mask + 1)
    var pageCount = 0
    for value in table where value != 0 {
      let number = value >> IdentifierSet.pageBits + 1
      var slot = IdentifierSet.hash(number) & mask
      while pages[slot] != 0, pages[slot] != number { slot = (slot + 1) & mask }
      if pages[slot] == number { continue }
      pages[slot] = number
      pageCount += 1
      if pageCount > limit { return false }
    }
    return true
  }

  private mutating func becomePages() {
    let values = table
    self = IdentifierSet()
    isPaged = true
    pageNumbers = Array(repeating: 0, count: 16)
    pageSlots = Array(repeating: 0, count: 16)
    for value in values where value != 0 {
      let number = value >> IdentifierSet.pageBits
      let found = findPage(number)
      setBit(value, in: found < 0 ? addPage(number) : found)
    }
  }
}
