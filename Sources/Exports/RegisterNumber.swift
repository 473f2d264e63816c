/// Finds national register numbers in text: eleven digits, of which the last two are 97 minus the
/// rest of the first nine divided by 97 (with a 2 before them for births from 2000).
///
/// Digits may be divided by `.`, `-`, `/` or a blank, one at a time.
enum RegisterNumber {
  /// Whether the bytes hold such a number.
  static func occurs(in bytes: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    guard length >= 11 else { return false }
    for start in 0...(length - 11) where isDigit(bytes[start]) {
      if start > 0, isDigit(bytes[start - 1]) { continue }
      if let number = elevenDigits(bytes + start, length - start), isValid(number) { return true }
    }
    return false
  }

  /// Whether a text holds such a number.
  static func occurs(in text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { occurs(in: $0, buffer.count) } ?? false
    }
  }

  private static func elevenDigits(_ bytes: UnsafePointer<UInt8>, _ length: Int) -> UInt64? {
    var number: UInt64 = 0
    var count = 0
    var index = 0
    while count < 11, index < length {
      if isDigit(bytes[index]) {
        number = number * 10 + UInt64(bytes[index] &- 48)
        count += 1
      } else if !isDivider(bytes[index]) || !isDigit(bytes[index - 1]) {
        return nil
      }
      index += 1
    }
    let isWhole = index == length || !isDigit(bytes[index])
    return count == 11 && isWhole ? number : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte &- 48 <= 9
  }

  private static func isDivider(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
      || byte == UInt8(ascii: " ")
  }

  private static func isValid(_ number: UInt64) -> Bool {
    let (first, check) = number.quotientAndRemainder(dividingBy: 100)
    let month = first / 100_000 % 100
    let day = first / 1000 % 100
    guard month <= 12 || (21...32).contains(month) || (41...52).contains(month), day <= 31 else {
      return false
    }
    return check == 97 - first % 97 || check == 97 - (2_000_000_000 + first) % 97
  }
}
