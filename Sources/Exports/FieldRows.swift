/// Where the fields of up to `FieldRows.capacity` records of equal shape lie in a window.
///
/// The pointers are those of `ScanBuffers` and are valid while a stretch of it is worked on; every
/// position in them lies within the window that was scanned.
struct FieldRows {
  /// How many records are decoded together.
  static let capacity = RecordBatch.capacity

  let window: UnsafePointer<UInt8>
  let separators: UnsafePointer<UInt32>
  /// For each record its first separator, and where its first field begins.
  let firstSeparators: UnsafePointer<UInt32>
  let starts: UnsafePointer<UInt32>
  /// For each record whether something may be wrong in it.
  let suspicions: UnsafeMutablePointer<UInt8>
  let count: Int

  /// The start and length of a field.
  @inline(__always)
  func field(_ row: Int, _ position: Int) -> (start: UnsafePointer<UInt8>, length: Int) {
    let first = Int(firstSeparators[row])
    let start =
      position == 0 ? Int(starts[row]) : Int(separators[first &+ position &- 1]) &+ 1
    return (window + start, Int(separators[first &+ position]) &- start)
  }

  /// The start and length of a field's content: what is between the quotes, if it has any.
  @inline(__always)
  func content(_ row: Int, _ position: Int) -> (start: UnsafePointer<UInt8>, length: Int) {
    let (start, length) = field(row, position)
    return length >= 2 && start[0] == quote ? (start + 1, length &- 2) : (start, length)
  }

  /// The first record from a row on in which something may be wrong; nil when there is none.
  func nextSuspicion(from first: Int) -> Int? {
    var row = first
    while row < count {
      if row &+ 8 <= count, word(suspicions + row) == 0 {
        row &+= 8
      } else if suspicions[row] != 0 {
        return row
      } else {
        row &+= 1
      }
    }
    return nil
  }
}

/// Eight bytes at any address, the first one lowest.
@inline(__always)
func word(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
  UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
}

/// Two bytes at any address.
@inline(__always)
func twoBytes(_ bytes: UnsafePointer<UInt8>) -> UInt16 {
  UnsafeRawPointer(bytes).loadUnaligned(as: UInt16.self)
}

/// The value of eight digits at an address, or nil when one of the bytes is no digit.
@inline(__always)
func eightDigits(_ bytes: UnsafePointer<UInt8>) -> UInt64? {
  let digits = word(bytes) ^ 0x3030_3030_3030_3030
  guard (digits | (digits &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 == 0 else {
    return nil
  }
  // Pairs, then fours, then all eight: the first digit is in the lowest byte.
  let pairs = (digits &* 10) &+ (digits >> 8)
  let low = pairs & 0x0000_00FF_0000_00FF
  let high = (pairs >> 16) & 0x0000_00FF_0000_00FF
  return ((low &* 0x000F_4240_0000_0064) &+ (high &* 0x0000_2710_0000_0001)) >> 32
}
