/// Numbers and texts as bytes, to be kept between runs.
package struct ByteWriter {
  /// What was written.
  package private(set) var bytes: [UInt8] = []

  /// Creates a writer of nothing.
  package init() {}

  /// Writes a number, small ones in few bytes.
  package mutating func add(_ number: Int) {
    var rest = UInt64(bitPattern: Int64((number << 1) ^ (number >> 63)))
    while rest > 127 {
      bytes.append(UInt8(rest & 127) | 128)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Writes a text.
  package mutating func add(_ text: String) {
    add(Array(text.utf8))
  }

  /// Writes bytes.
  package mutating func add(_ content: [UInt8]) {
    add(content.count)
    bytes += content
  }

  /// Writes the number of elements, and each of them.
  package mutating func add<Elements: Collection>(
    each elements: Elements, _ write: (inout ByteWriter, Elements.Element) -> Void
  ) {
    add(elements.count)
    for element in elements { write(&self, element) }
  }

  /// Writes numbers.
  package mutating func add(_ numbers: [Int]) {
    add(each: numbers) { $0.add($1) }
  }

  /// Writes numbers in so many bytes each: 0, 1, 2, 4 or 8.
  mutating func add(packed numbers: some Sequence<UInt64>, width: Int) {
    switch width {
    case 0: break
    case 1: for number in numbers { bytes.append(UInt8(truncatingIfNeeded: number)) }
    case 2: add(numbers.map { UInt16(truncatingIfNeeded: $0) })
    case 4: add(numbers.map { UInt32(truncatingIfNeeded: $0) })
    default: add(Array(numbers))
    }
  }

  private mutating func add<Number>(_ numbers: [Number]) where Number: FixedWidthInteger {
    numbers.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }
}

/// Why bytes are not what a `ByteWriter` wrote.
package struct BrokenBytes: Error {
  /// Creates the error.
  package init() {}
}

/// Reads what a `ByteWriter` wrote, and refuses everything else.
package struct ByteReader {
  private let bytes: [UInt8]
  private var position = 0

  /// Creates a reader.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Whether everything was read.
  package var isAtEnd: Bool { position == bytes.count }

  /// Passes over bytes.
  mutating func skip(_ count: Int) throws(BrokenBytes) {
    guard count >= 0, count <= bytes.count - position else { throw BrokenBytes() }
    position += count
  }

  /// Gives numbers of so many bytes each, of which there must be as many.
  mutating func packed(_ count: Int, width: Int, _ body: (Int, UInt64) -> Void) {
    bytes.withUnsafeBytes { raw in
      for index in 0..<count {
        let place = position + index * width
        switch width {
        case 0: body(index, 0)
        case 1: body(index, UInt64(raw[place]))
        case 2: body(index, UInt64(raw.loadUnaligned(fromByteOffset: place, as: UInt16.self)))
        case 4: body(index, UInt64(raw.loadUnaligned(fromByteOffset: place, as: UInt32.self)))
        default: body(index, raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        }
      }
    }
    position += count * width
  }

  /// Reads a number.
  package mutating func int() throws(BrokenBytes) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while position < bytes.count, shift < 64 {
      let byte = bytes[position]
      position += 1
      value |= UInt64(byte & 127) << shift
      if byte < 128 { return Int(bitPattern: UInt(value >> 1)) ^ -Int(value & 1) }
      shift += 7
    }
    throw BrokenBytes()
  }

  /// Reads a number of elements, each of which takes a byte at least.
  package mutating func count() throws(BrokenBytes) -> Int {
    let count = try int()
    guard (0...(bytes.count - position)).contains(count) else { throw BrokenBytes() }
    return count
  }

  /// Reads bytes.
  package mutating func content() throws(BrokenBytes) -> [UInt8] {
    let count = try count()
    position += count
    return Array(bytes[(position - count)..<position])
  }

  /// Reads a text.
  package mutating func text() throws(BrokenBytes) -> String {
    guard let text = String(validating: try content(), as: UTF8.self) else { throw BrokenBytes() }
    return text
  }

  /// Reads elements.
  package mutating func elements<Element>(
    _ read: (inout ByteReader) throws(BrokenBytes) -> Element
  ) throws(BrokenBytes) -> [Element] {
    let count = try count()
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try read(&self)) }
    return elements
  }

  /// Reads numbers.
  package mutating func ints() throws(BrokenBytes) -> [Int] {
    try elements { reader throws(BrokenBytes) in try reader.int() }
  }
}
