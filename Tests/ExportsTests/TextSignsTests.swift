import CStructuralScan
import Testing

/// What the fast look at text gives, held against a plain one.
@Suite struct TextSignsTests {
  private let characters = Array("aB1 @\n;é".utf8)

  private func plainSigns(_ text: [UInt8]) -> UInt32 {
    var signs: UInt32 = 0
    if text.contains(UInt8(ascii: "@")) { signs |= text_has_at_sign.rawValue }
    if text.filter({ (48...57).contains($0) }).count >= 9 {
      signs |= text_has_nine_digits.rawValue
    }
    let pairs = zip(text, text.dropFirst())
    if pairs.contains(where: { $0 == 0x20 && (65...90).contains($1) }) {
      signs |= text_has_capital_after_blank.rawValue
    }
    return signs
  }

  /// The text with all kinds of bytes behind it, which must not matter.
  private func withOthers<Result>(
    _ text: [UInt8], _ body: (UnsafePointer<UInt8>) -> Result
  ) throws -> Result {
    let bytes = text + Array(" B @1111111111111\n\n".utf8)
    return try bytes.withUnsafeBufferPointer { body(try #require($0.baseAddress)) }
  }

  @Test(arguments: 0..<200) func `signs are those of a plain look`(_ length: Int) throws {
    for kinds in 1...characters.count {
      let text = (0..<length).map { _ in characters[Int.random(in: 0..<kinds)] }
      let found = try withOthers(text) { text_signs_of($0, length) }
      #expect(found == plainSigns(text), "\(text)")
    }
  }

  @Test func `many digits are counted, and one sign in a long text is seen`() throws {
    let digits = [UInt8](repeating: 0x35, count: 70_000)
    #expect(
      try withOthers(digits) { text_signs_of($0, digits.count) } == text_has_nine_digits.rawValue)
    for position in [0, 1, 15, 16, 4_095, 69_999] {
      var text = [UInt8](repeating: 0x61, count: 70_000)
      text[position] = UInt8(ascii: "@")
      #expect(
        try withOthers(text) { text_signs_of($0, text.count) } == text_has_at_sign.rawValue)
    }
  }

  @Test(arguments: [0, 1, 15, 16, 17, 100, 5_000])
  func `line feeds are counted`(_ length: Int) throws {
    let text = (0..<length).map { _ in characters[Int.random(in: 0..<characters.count)] }
    let found = try withOthers(text) { line_feeds_in($0, length) }
    #expect(found == text.count { $0 == 0x0A })
    let feeds = [UInt8](repeating: 0x0A, count: length)
    #expect(try withOthers(feeds) { line_feeds_in($0, length) } == length)
  }
}
