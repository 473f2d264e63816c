package import Schemas

/// How identifiers of one pattern are kept as integers: letters in base 27, then the digits.
///
/// Zero is no identifier. Identifiers of two columns can be compared when both have the same number
/// of digits.
package struct IdentifierForm: Sendable, Hashable {
  private let prefix: [UInt8]
  private let prefixLength: Int
  private let letterCount: ClosedRange<Int>
  private let digitCount: Int
  private let power: Int64

  /// What identifiers of a form without choice begin with, as the lowest bytes of a word, and which
  /// bits of the word these are.
  private let head: UInt64
  private let headMask: UInt64
  private let firstValue: Int64

  /// Creates the form of a pattern, or returns nil when its identifiers do not fit 63 bits.
  package init?(_ pattern: IdentifierPattern) {
    prefix = Array(pattern.prefix.utf8)
    prefixLength = prefix.count
    letterCount = pattern.letterCount
    digitCount = pattern.digitCount
    var power: Int64 = 1
    for _ in 0..<digitCount { power *= 10 }
    var letters: Int64 = 1
    for _ in 0..<letterCount.upperBound { letters *= 27 }
    guard !letters.multipliedReportingOverflow(by: power).overflow else { return nil }
    self.power = power
    let isFixed = letterCount == prefix.count...prefix.count && (1...8).contains(prefix.count)
    headMask = isFixed ? UInt64.max >> UInt64(64 - 8 * prefix.count) : 0
    head = isFixed ? prefix.reversed().reduce(0) { $0 << 8 | UInt64($1) } : 0
    firstValue = prefix.reduce(Int64(0)) { $0 &* 27 &+ Int64($1) &- 64 } &* power &+ 1
  }

  /// Whether all identifiers begin with the same letters.
  var isFixed: Bool { headMask != 0 }

  /// As `number`, for a form without choice, of which eight bytes can be read.
  @inline(__always)
  func fixedNumber(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Int64? {
    guard length == prefixLength &+ digitCount, word(bytes) & headMask == head,
      let digits = digits(bytes + prefixLength)
    else { return nil }
    return firstValue &+ digits
  }

  /// The numbers that identifiers can have.
  package var values: ClosedRange<Int64> {
    let letters = prefix.reduce(Int64(0)) { $0 * 27 + Int64($1) - 64 }
    if letterCount.upperBound == prefix.count {
      return (letters * power + 1)...(letters * power + power)
    }
    var largest: Int64 = 0
    for _ in 0..<letterCount.upperBound { largest = largest * 27 + 26 }
    return 1...(largest * power + power)
  }

  /// The number of an identifier, or nil when the bytes are not of the form.
  @inline(__always)
  func number(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> Int64? {
    let letters = length - digitCount
    guard letters >= letterCount.lowerBound, letters <= letterCount.upperBound else { return nil }
    var number: Int64 = 0
    for index in 0..<letters {
      let letter = bytes[index] &- 64
      guard letter >= 1, letter <= 26 else { return nil }
      number = number &* 27 &+ Int64(letter)
    }
    for index in 0..<prefix.count where bytes[index] != prefix[index] { return nil }
    guard let digits = digits(bytes + letters) else { return nil }
    return number &* power &+ digits &+ 1
  }

  /// The number of an identifier, or nil when the text is not of the form.
  package func number(_ text: String) -> Int64? {
    let bytes = Array(text.utf8) + Array(repeating: 0, count: 16)
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.flatMap { number($0, buffer.count - 16) }
    }
  }

  @inline(__always)
  private func digits(_ bytes: UnsafePointer<UInt8>) -> Int64? {
    var value: Int64 = 0
    var index = 0
    while index + 8 <= digitCount {
      guard let eight = eightDigits(bytes + index) else { return nil }
      value = value &* 100_000_000 &+ Int64(eight)
      index += 8
    }
    while index < digitCount {
      let digit = bytes[index] &- 48
      guard digit <= 9 else { return nil }
      value = value &* 10 &+ Int64(digit)
      index += 1
    }
    return value
  }

  /// The identifier of a number.
  package func text(of number: Int64) -> String {
    let (letters, digits) = (number - 1).quotientAndRemainder(dividingBy: power)
    var text = String(digits)
    text = String(repeating: "0", count: max(0, digitCount - text.count)) + text
    var rest = letters
    while rest > 0 {
      text = String(UnicodeScalar(UInt8(64 + rest % 27))) + text
      rest /= 27
    }
    return text
  }
}
