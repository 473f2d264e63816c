internal import Exports
internal import Schemas

/// How a delivery is written, guessed from its bytes.
struct DeliveryForm {
  /// The delimiter, encoding, byte-order mark and line end.
  let dialect: Dialect

  /// The bytes that can stand between fields, the likeliest first where two do equally well.
  private static let delimiters = [";", ",", "\t", "|"].flatMap { Array($0.utf8) }

  /// How many lines are looked at for the delimiter.
  private static let lines = 200

  /// Looks at a file's bytes.
  init(_ bytes: [UInt8]) {
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let body = hasMark ? bytes.dropFirst(3) : bytes[...]
    let firstEnd = body.firstIndex(of: UInt8(ascii: "\n"))
    let isCRLF = firstEnd.map { $0 > body.startIndex && body[$0 - 1] == 13 } ?? false
    dialect = Dialect(
      delimiter: DeliveryForm.delimiter(body),
      encoding: String(validating: body, as: UTF8.self) == nil ? .windows1252 : .utf8,
      hasByteOrderMark: hasMark, lineTerminator: isCRLF ? "\r\n" : "\n")
  }

  /// The byte that most lines have as often as the header has it.
  private static func delimiter(_ bytes: ArraySlice<UInt8>) -> UInt8 {
    let counts = counts(bytes)
    let scores = delimiters.indices.map { index in
      let header = counts.first?[index] ?? 0
      let alike = counts.count { $0[index] == header }
      return header == 0 ? 0 : alike * 1000 + header
    }
    let best = scores.indices.max { (scores[$0], $1) < (scores[$1], $0) } ?? 0
    return delimiters[best]
  }

  /// How often each delimiter stands outside quotes in each of the first records.
  private static func counts(_ bytes: ArraySlice<UInt8>) -> [[Int]] {
    var counts: [[Int]] = []
    var record = [Int](repeating: 0, count: delimiters.count)
    var isQuoted = false
    for byte in bytes {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard !isQuoted else { continue }
      if let index = delimiters.firstIndex(of: byte) { record[index] += 1 }
      if byte == UInt8(ascii: "\n") {
        counts.append(record)
        if counts.count == lines { return counts }
        record = [Int](repeating: 0, count: delimiters.count)
      }
    }
    if record.contains(where: { $0 > 0 }) { counts.append(record) }
    return counts
  }
}
