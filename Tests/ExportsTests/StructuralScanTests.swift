import CStructuralScan
import Testing

@Suite struct StructuralScanTests {
  private struct Index: Equatable {
    var separators: [UInt32] = []
    var recordEnds: [UInt32] = []
    var quotes: [UInt32] = []
    var oddities: [UInt32] = []
    var hasNonASCII = false
    var endsInsideQuotes = false
  }

  @Test func `a delimiter and a line feed in quotes are no separators`() {
    let index = scan(Array("a;\"b;\n\";c\nd\n".utf8), structural_scan_scalar)
    #expect(index.separators == [1, 7, 9, 11])
    #expect(index.recordEnds == [3, 4])
    #expect(index.quotes == [2, 6])
  }

  @Test func `a carriage return is odd unless a line feed follows`() {
    let index = scan(Array("a\r\nb\rc\u{0}\n".utf8), structural_scan_scalar)
    #expect(index.oddities == [4, 6])
  }

  @Test(arguments: [structural_scan_avx2, structural_scan_avx512, structural_scan_neon])
  func `every kind of instructions gives the index of the plain loop`(
    _ kind: structural_scan_kind
  ) {
    guard structural_scan_has_kind(kind) else { return }
    var random = SystemRandomNumberGenerator()
    let alphabet: [UInt8] = Array("aaaaaaaaaaab;;\"\n\r\t\u{1}\u{7F}é".utf8)
    for length in Array(0...300) + [1000, 4095, 4096, 4097] {
      let quoteRate = Int.random(in: 0...1, using: &random)
      let bytes = (0..<length).map { _ -> UInt8 in
        let byte = alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        return byte == UInt8(ascii: "\"") && quoteRate == 0 ? UInt8(ascii: "x") : byte
      }
      #expect(scan(bytes, kind) == scan(bytes, structural_scan_scalar), "\(bytes)")
      #expect(scan(bytes, kind) == reference(bytes), "\(bytes)")
    }
  }

  private func scan(_ bytes: [UInt8], _ kind: structural_scan_kind) -> Index {
    let room = bytes.count + 64
    let memory = UnsafeMutablePointer<UInt32>.allocate(capacity: 4 * room)
    defer { memory.deallocate() }
    var index = structural_index()
    index.separators = memory
    index.record_ends = memory + room
    index.quotes = memory + 2 * room
    index.oddities = memory + 3 * room
    structural_scan(kind, bytes, bytes.count, UInt8(ascii: ";"), &index)
    func list(_ start: UnsafeMutablePointer<UInt32>, _ count: Int) -> [UInt32] {
      Array(UnsafeBufferPointer(start: start, count: count))
    }
    return Index(
      separators: list(index.separators, index.separator_count),
      recordEnds: list(index.record_ends, index.record_count),
      quotes: list(index.quotes, index.quote_count),
      oddities: list(index.oddities, index.oddity_count), hasNonASCII: index.has_non_ascii,
      endsInsideQuotes: index.ends_inside_quotes)
  }

  private func reference(_ bytes: [UInt8]) -> Index {
    var index = Index()
    for (position, byte) in bytes.enumerated() {
      let next = position + 1 < bytes.count ? bytes[position + 1] : 10
      if byte == 34 {
        index.quotes.append(UInt32(position))
        index.endsInsideQuotes.toggle()
      }
      if byte == 59 || byte == 10, !index.endsInsideQuotes {
        index.separators.append(UInt32(position))
        if byte == 10 { index.recordEnds.append(UInt32(index.separators.count)) }
      }
      let isControl = byte < 32 && byte != 10 && byte != 9 || byte == 127
      if isControl, !(byte == 13 && next == 10) { index.oddities.append(UInt32(position)) }
      if byte > 127 { index.hasNonASCII = true }
    }
    return index
  }
}
