/// An exact set of positive integers, in as little memory as their density allows.
///
/// Identifiers that lie close together, as systems of record number them, are bits in pages of
/// 8,192: about a bit each. Others are in a table: 5 to 8 bytes each where the numbers fit in 32
/// bits, as those of persons do, else 11 to 16.
package struct IdentifierSet: Sendable {
  private static let pageBits: Int64 = 13
  private static let pageWords = 1 << 7
  private static let pageBytes = 1 << 10

  /// The number of values.
  package var count: Int { isPaged ? bitCount : narrow.count + wide.count }

  /// Creates an empty set.
  package init() {}

  // Values while they are sparse: in `narrow` while all of them fit, then in `wide`.
  private var narrow = ProbeTable<UInt32>()
  private var wide = ProbeTable<UInt64>()
  private var isWide = false
  private var isPaged = false
  // Pages by their number plus 1, and the words of all pages.
  private var pageNumbers: [Int64] = []
  private var pageSlots: [Int32] = []
  private var pageCount = 0
  private var bitCount = 0
  private var words: [UInt64] = []
  // The page of the last value: values come mostly in their order.
  private var lastNumber: Int64 = -1
  private var lastPage = -1

  /// Adds a value; returns whether it is new.
  @inline(__always)
  package mutating func insert(_ value: Int64) -> Bool {
    if isPaged { return insertIntoPage(value) }
    if !isWide, !narrow.isFull, value >> 32 == 0 {
      return narrow.insert(UInt32(truncatingIfNeeded: value))
    }
    return insertIntoTable(value)
  }

  /// Adds values, of which no place is looked up twice in a row; calls back with those that are not new.
  package mutating func insert(
    _ values: UnsafeBufferPointer<Int64>, known: (Int64) -> Void
  ) {
    var next = 0
    while next < values.count {
      next += insertIntoLastPage(values[next...], known: known)
      guard next < values.count else { return }
      if !insert(values[next]) { known(values[next]) }
      next += 1
    }
  }

  /// Whether the value is in the set, by one look that may miss it.
  ///
  /// Looks at many values do not wait for each other, as insertions do: a batch is looked at first,
  /// which also brings what the insertions need into the cache.
  @inline(__always)
  package func showsAtFirstSight(_ value: Int64) -> Bool {
    if isPaged { return contains(value) }
    if isWide { return wide.showsAtFirstSight(UInt64(bitPattern: value)) }
    return value >> 32 == 0 && narrow.showsAtFirstSight(UInt32(truncatingIfNeeded: value))
  }

  /// Whether the value is in the set.
  package func contains(_ value: Int64) -> Bool {
    if isPaged {
      let page = findPage(value >> IdentifierSet.pageBits)
      guard page >= 0 else { return false }
      return words[wordIndex(page, value)] & bit(value) != 0
    }
    if isWide { return wide.contains(UInt64(bitPattern: value)) }
    return value >> 32 == 0 && narrow.contains(UInt32(truncatingIfNeeded: value))
  }

  /// Calls back with every value, in no order.
  package func forEach(_ body: (Int64) -> Void) {
    guard isPaged else {
      narrow.forEach(body)
      wide.forEach(body)
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
    if isPaged, other.isPaged { return formUnionOfPages(other, known: known) }
    reserve(other.count)
    other.forEach { value in
      if !insert(value) { known(value) }
    }
  }
}

// MARK: - Values as bits in pages

extension IdentifierSet {
  @inline(__always)
  private mutating func insertIntoPage(_ value: Int64) -> Bool {
    let number = value >> IdentifierSet.pageBits
    var page = number == lastNumber ? lastPage : findPage(number)
    if page < 0 {
      // One page for few values: the values are sparse after all.
      if pageCount * IdentifierSet.pageBytes > 65_536 + bitCount * 16 {
        becomeTable()
        return insertIntoTable(value)
      }
      page = addPage(number)
    }
    (lastNumber, lastPage) = (number, page)
    return setBit(value, in: page)
  }

  /// Adds values up to the first that is not in the page of the value before; returns how many.
  private mutating func insertIntoLastPage(
    _ values: Slice<UnsafeBufferPointer<Int64>>, known: (Int64) -> Void
  ) -> Int {
    guard isPaged, lastPage >= 0 else { return 0 }
    let (number, first) = (lastNumber, lastPage * IdentifierSet.pageWords)
    var (added, taken) = (0, 0)
    words.withUnsafeMutableBufferPointer { words in
      for value in values {
        guard value >> IdentifierSet.pageBits == number else { return }
        // The bits of a value say which word it is of the page, which has them all.
        let index = first &+ Int(value >> 6) & (IdentifierSet.pageWords &- 1)
        let mask: UInt64 = 1 &<< (UInt64(truncatingIfNeeded: value) & 63)
        if words[index] & mask == 0 { added &+= 1 } else { known(value) }
        words[index] |= mask
        taken &+= 1
      }
    }
    bitCount += added
    return taken
  }

  /// Adds all values of another set in pages, a word at a time.
  private mutating func formUnionOfPages(_ other: IdentifierSet, known: (Int64) -> Void) {
    for slot in other.pageNumbers.indices where other.pageNumbers[slot] != 0 {
      let number = other.pageNumbers[slot] - 1
      let found = findPage(number)
      let page = found < 0 ? addPage(number) : found
      let (own, from) = (wordIndex(page, 0), other.wordIndex(Int(other.pageSlots[slot]), 0))
      for word in 0..<IdentifierSet.pageWords {
        var both = words[own + word] & other.words[from + word]
        words[own + word] |= other.words[from + word]
        bitCount += other.words[from + word].nonzeroBitCount - both.nonzeroBitCount
        while both != 0 {
          known(
            number << IdentifierSet.pageBits | Int64(word * 64 + both.trailingZeroBitCount))
          both &= both - 1
        }
      }
    }
  }

  @inline(__always)
  @discardableResult
  private mutating func setBit(_ value: Int64, in page: Int) -> Bool {
    let index = wordIndex(page, value)
    let isNew = words[index] & bit(value) == 0
    words[index] |= bit(value)
    bitCount += isNew ? 1 : 0
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
    sparse.narrow = ProbeTable(roomFor: count)
    forEach { _ = sparse.insertIntoTable($0) }
    self = sparse
  }

  private static func hash(_ value: Int64) -> Int {
    Int(truncatingIfNeeded: (UInt64(bitPattern: value) &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}

// MARK: - Values in a table

extension IdentifierSet {
  private mutating func insertIntoTable(_ value: Int64) -> Bool {
    if !isWide, value >> 32 != 0 { becomeWide() }
    if isWide ? wide.isFull : narrow.isFull {
      if count >= 256, isDense {
        becomePages()
        return insertIntoPage(value)
      }
      if isWide { wide.grow() } else { narrow.grow() }
    }
    return isWide
      ? wide.insert(UInt64(bitPattern: value)) : narrow.insert(UInt32(truncatingIfNeeded: value))
  }

  /// Makes room for so many more values, which must be done before another set is walked through.
  mutating func reserve(_ additional: Int) {
    if isPaged { return }
    if isWide { wide.reserve(additional) } else { narrow.reserve(additional) }
  }

  private mutating func becomeWide() {
    var table = ProbeTable<UInt64>()
    // As many as there was room for, so that a union that reserved it finds it here too.
    table.reserve(max(16, narrow.byteCount / 4))
    narrow.forEach { _ = table.insert(UInt64(bitPattern: $0)) }
    wide = table
    narrow = ProbeTable()
    isWide = true
  }

  /// Whether pages would take less memory than the table takes now.
  private var isDense: Bool {
    let limit = (narrow.byteCount + wide.byteCount) / IdentifierSet.pageBytes
    var pages = ProbeTable<UInt64>(roomFor: limit + 2)
    let addPage: (Int64) -> Bool = { value in
      _ = pages.insert(UInt64(bitPattern: value >> IdentifierSet.pageBits) + 1)
      return pages.count <= limit
    }
    return narrow.allSatisfy(addPage) && wide.allSatisfy(addPage)
  }

  private mutating func becomePages() {
    let values = self
    self = IdentifierSet()
    isPaged = true
    pageNumbers = Array(repeating: 0, count: 16)
    pageSlots = Array(repeating: 0, count: 16)
    values.forEach { value in
      let number = value >> IdentifierSet.pageBits
      let found = findPage(number)
      setBit(value, in: found < 0 ? addPage(number) : found)
    }
  }
}
