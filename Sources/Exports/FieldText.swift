import Schemas

/// Text of fields, and places in it as an editor counts them.
struct FieldText {
  let encoding: TextEncoding

  /// Whether a carriage return ends a line also between quotes, as in a file that has no other ends.
  var countsReturns = false

  /// The bytes as text.
  ///
  /// Bytes that the encoding does not define were refused before any field of theirs is shown.
  func decoded(_ bytes: some Sequence<UInt8>) -> String {
    switch encoding {
    case .utf8: return String(decoding: Array(bytes), as: UTF8.self)
    case .windows1252:
      var text = String.UnicodeScalarView()
      for byte in bytes { text.append(Windows1252.scalar(byte)) }
      return String(text)
    }
  }

  /// The text of a parsed field, doubled quotes read as one.
  func text(of field: ParsedRecord.Field, in bytes: UnsafePointer<UInt8>) -> String {
    let raw = UnsafeBufferPointer(start: bytes + field.start, count: field.end - field.start)
    guard field.hasDoubledQuotes else { return decoded(raw) }
    var content: [UInt8] = []
    var index = 0
    while index < raw.count {
      content.append(raw[index])
      index += raw[index] == quote ? 2 : 1
    }
    return decoded(content)
  }

  /// How many lines and characters lie between two positions: line ends, and characters after the
  /// last of them.
  func distance(
    _ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int
  ) -> (lines: Int, characters: Int) {
    var lines = 0
    var characters = 0
    for index in start..<max(start, end) {
      let byte = bytes[index]
      if byte == lineFeed || countsReturns && byte == carriageReturn {
        lines += 1
        characters = 0
      } else if encoding == .windows1252 || byte & 0xC0 != 0x80 {
        characters += 1
      }
    }
    return (lines, characters)
  }
}

/// The code page of Western European Windows.
enum Windows1252 {
  private static let upper: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// The character of a byte.
  static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(upper[Int(byte) - 0x80]) ?? Unicode.Scalar(byte)
  }

  /// The byte of a character, or nil when the code page does not have it.
  static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    if scalar.value < 0x80 || (0xA0..<0x100).contains(scalar.value) { return UInt8(scalar.value) }
    return upper.firstIndex(of: scalar.value).map { UInt8($0 + 0x80) }
  }

  /// What text should have been that was UTF-8 and was read as Windows-1252; nil when it was not.
  static func repaired(_ text: String) -> String? {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      guard let byte = byte(scalar) else { return nil }
      bytes.append(byte)
    }
    guard bytes.contains(where: { $0 > 0x7F }) else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }
}
