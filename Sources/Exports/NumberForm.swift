import Schemas

/// How numbers of a column are written, in the form that fields are compared with.
struct NumberForm {
  let groupSeparator: UInt8?
  let decimalSeparator: UInt8?
  let range: ClosedRange<Int64>
  let probableRange: ClosedRange<Int64>?

  /// The form of a whole number.
  init(_ notation: IntegerNotation) {
    groupSeparator = notation.groupSeparator
    decimalSeparator = nil
    range = notation.range
    probableRange = notation.probableRange
  }

  /// The form of a decimal number, which is kept in millionths.
  init(_ notation: DecimalNotation) {
    groupSeparator = notation.groupSeparator
    decimalSeparator = notation.decimalSeparator
    range = (Int64.min + 1)...Int64.max
    probableRange = nil
  }

  /// The number in a field, or nil when the bytes are not exactly of the form.
  ///
  /// Thousands are divided everywhere or nowhere; at most six decimals; no plus, no exponent.
  func number(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Int64? {
    let isNegative = length > 0 && bytes[0] == UInt8(ascii: "-")
    let start = isNegative ? 1 : 0
    var whole = start
    while whole < length, bytes[whole] != decimalSeparator { whole += 1 }
    guard let integer = wholePart(bytes, start, whole) else { return nil }
    var value = integer
    if let decimalSeparator {
      guard let millionths = decimals(bytes, whole, length, after: decimalSeparator) else {
        return nil
      }
      let (scaled, tooLarge) = integer.multipliedReportingOverflow(by: 1_000_000)
      let (sum, overflow) = scaled.addingReportingOverflow(millionths)
      guard !tooLarge, !overflow else { return nil }
      value = sum
    }
    return isNegative && value == 0 ? nil : (isNegative ? -value : value)
  }

  private func wholePart(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int64? {
    guard end > start else { return nil }
    var value: Int64 = 0
    var digitsInGroup = 0
    var groups = 0
    for index in start..<end {
      if bytes[index] == groupSeparator {
        guard groups == 0 ? (1...3).contains(digitsInGroup) : digitsInGroup == 3 else {
          return nil
        }
        groups += 1
        digitsInGroup = 0
        continue
      }
      let digit = bytes[index] &- 48
      let (tenfold, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow) = tenfold.addingReportingOverflow(Int64(digit))
      guard digit <= 9, !tooLarge, !overflow else { return nil }
      value = sum
      digitsInGroup += 1
    }
    return groups == 0 || digitsInGroup == 3 ? value : nil
  }

  private func decimals(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int, after separator: UInt8
  ) -> Int64? {
    guard start < end else { return 0 }
    let count = end - start - 1
    guard bytes[start] == separator, (1...6).contains(count) else { return nil }
    var value: Int64 = 0
    for index in (start + 1)..<end {
      let digit = bytes[index] &- 48
      guard digit <= 9 else { return nil }
      value = value * 10 + Int64(digit)
    }
    for _ in count..<6 { value *= 10 }
    return value
  }
}
