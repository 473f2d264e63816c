/// Words by which the name of a person is known in text: given names, and titles before a name.
///
/// A given name or a title, followed by a word with a capital letter, is the name of a person; a
/// few short words may stand between them (`Jan Peeters`, `Mevr. Peeters`, `Fatima El Amrani`).
/// Case and accents do not matter for the first word.
public struct PersonNames: Sendable, Hashable {
  /// Hashes of the words, each without accents and in lower case: their letters from a to z.
  private let keys: Set<UInt64>

  /// Whether there are none.
  public var isEmpty: Bool { keys.isEmpty }

  /// Creates the words; without arguments there are none.
  public init(words: [String] = []) {
    keys = Set(
      words.map { word in
        word.utf8.reduce(PersonNames.start) { PersonNames.adding($1, to: $0) }
      })
  }

  /// Whether bytes of text, in UTF-8 or Windows-1252, hold what may be the name of a person.
  public func occur(in bytes: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    guard !keys.isEmpty else { return false }
    var index = 0
    while index < length {
      guard PersonNames.isLetter(bytes[index]) else {
        index += 1
        continue
      }
      var key = PersonNames.start
      while index < length, PersonNames.isLetter(bytes[index]) {
        key = PersonNames.adding(bytes[index], to: key)
        index += 1
      }
      if isFollowedByName(bytes, index, length), keys.contains(key) { return true }
    }
    return false
  }

  /// Whether a text holds what may be the name of a person.
  public func occur(in text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { occur(in: $0, buffer.count) } ?? false
    }
  }

  /// Whether, after a blank, at most two words of up to three letters and then a capitalised word
  /// of two letters or more follow.
  private func isFollowedByName(
    _ bytes: UnsafePointer<UInt8>, _ end: Int, _ length: Int
  ) -> Bool {
    var index = end
    if index < length, bytes[index] == UInt8(ascii: ".") { index += 1 }
    for _ in 0..<3 {
      guard index < length, bytes[index] == 0x20 else { return false }
      while index < length, bytes[index] == 0x20 { index += 1 }
      let start = index
      while index < length, PersonNames.isLetter(bytes[index]) { index += 1 }
      guard index > start else { return false }
      if bytes[start] &- 0x41 <= 25, index - start >= 2 { return true }
      guard index - start <= 3 else { return false }
    }
    return false
  }

  private static let start: UInt64 = 14_695_981_039_346_656_037

  /// The hash with one more letter; letters with accents leave it as it is.
  private static func adding(_ byte: UInt8, to hash: UInt64) -> UInt64 {
    byte < 0x80 ? (hash ^ UInt64(byte | 0x20)) &* 1_099_511_628_211 : hash
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 97 <= 25 || byte >= 0x80
  }
}
