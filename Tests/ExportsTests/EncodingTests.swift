import CStructuralScan
import Testing

@Suite struct EncodingTests {
  @Test(
    arguments: [
      [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xC3], [0xE2, 0x82], [0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xF0, 0x8F, 0xBF, 0xBF],
    ] as [[UInt8]])
  func `an overlong, surrogate, too large or cut-off sequence is no UTF-8`(_ bytes: [UInt8]) {
    #expect(validLength(Array("ab".utf8) + bytes) == 2)
  }

  @Test func `UTF-8 is accepted exactly where Swift accepts it`() {
    var random = SystemRandomNumberGenerator()
    let pieces: [[UInt8]] = [
      Array("plain ".utf8), Array("é".utf8), Array("€".utf8), Array("😀".utf8), [0xC3], [0xA9],
      [0xE2, 0x82], [0xF0, 0x9F], [0xFF],
    ]
    for _ in 0..<5000 {
      let count = Int.random(in: 0...12, using: &random)
      let bytes = (0..<count).flatMap { _ in pieces[Int.random(in: 0..<9, using: &random)] }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      #expect((validLength(bytes) == bytes.count) == isValid, "\(bytes)")
    }
  }

  @Test func `zero-width and directional characters are remarked`() {
    var remarks: UInt32 = 0
    _ = utf8_valid_length(Array("Gent\u{200B}".utf8), 7, &remarks)
    #expect(remarks & utf8_has_invisible.rawValue != 0)
    _ = utf8_valid_length(Array("Liège".utf8), 6, &remarks)
    #expect(remarks == utf8_has_non_ascii.rawValue)
  }

  @Test(arguments: [0x81, 0x8D, 0x8F, 0x90, 0x9D] as [UInt8])
  func `five bytes are not defined in Windows-1252`(_ byte: UInt8) {
    #expect(windows_1252_valid_length([65, 0xE9, byte], 3) == 2)
  }

  private func validLength(_ bytes: [UInt8]) -> Int {
    var remarks: UInt32 = 0
    return utf8_valid_length(bytes, bytes.count, &remarks)
  }
}
