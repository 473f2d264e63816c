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
    guard !keys.isEmpty, length > 2 else { return false }
    for index in 1..<(length - 1)
    where bytes[index] &- 0x41 <= 25 && bytes[index - 1] == 0x20
      && PersonNames.isLetter(bytes[index + 1]) && hasWord(before: index, in: bytes)
    {
      return true
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

  /// Whether one of the words stands before a capitalised word, with a period or without, and with at
  /// most two words of up to three letters between them.
  private func hasWord(before capital: Int, in bytes: UnsafePointer<UInt8>) -> Bool {
    var end = capital
    for _ in 0..<3 {
      var stop = end
      while stop > 0, bytes[stop - 1] == 0x20 { stop -= 1 }
      guard stop > 0, stop < end else { return false }
      let wordEnd = bytes[stop - 1] == UInt8(ascii: ".") ? stop - 1 : stop
      end = wordEnd
      while end > 0, PersonNames.isLetter(bytes[end - 1]) { end -= 1 }
      let word = UnsafeBufferPointer(start: bytes + end, count: wordEnd - end)
      if keys.contains(word.reduce(PersonNames.start) { PersonNames.adding($1, to: $0) }) {
        return true
      }
      guard wordEnd == stop, (1...3).contains(word.count) else { return false }
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
