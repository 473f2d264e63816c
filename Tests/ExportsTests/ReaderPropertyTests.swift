import Exports
import Findings
import Schemas
import TestSupport
import Testing

/// Holds the reader against another one, written here one byte at a time.
@Suite struct ReaderPropertyTests {
  /// What a file is by RFC 4180, with the rules of this project for what is not in it.
  private struct Reference {
    var records: [[String]] = []
    var isUsable = true

    init(_ text: [UInt8]) {
      var position = 0
      var bytes = text
      if bytes.last != 10 { bytes.append(10) }
      while position < bytes.count, isUsable {
        readRecord(bytes, &position, wasEnded: text.last == 10)
      }
    }

    private mutating func readRecord(_ bytes: [UInt8], _ position: inout Int, wasEnded: Bool) {
      var fields: [[UInt8]] = [[]]
      var state = 0  // 0 start of a field, 1 unquoted, 2 quoted, 3 after a quote in quotes
      while position < bytes.count {
        let byte = bytes[position]
        position += 1
        switch (state, byte) {
        case (0, 34): state = 2
        case (0, 59), (1, 59), (3, 59):
          fields.append([])
          state = 0
        case (0, 10), (1, 10), (3, 10):
          if state == 1, fields[fields.count - 1].last == 13 {
            fields[fields.count - 1].removeLast()
          }
          let isEmptyLine = fields == [[]] && state != 3
          if !isEmptyLine { records.append(fields.map { String(decoding: $0, as: UTF8.self) }) }
          return
        case (3, 34):
          fields[fields.count - 1].append(34)
          state = 2
        case (2, 34): state = 3
        case (3, 13) where position < bytes.count && bytes[position] == 10: continue
        case (3, _):
          isUsable = false
          return
        case (2, _): fields[fields.count - 1].append(byte)
        default:
          fields[fields.count - 1].append(byte)
          state = 1
        }
      }
      isUsable = false
    }
  }

  @Test func `any bytes are read as another reader reads them`() throws {
    var random = SystemRandomNumberGenerator()
    let folder = try ExportFolder()
    let pieces = ["a", "b", ";", ";", "\"", "\"\"", "\n", "\r\n", "é", ";\"", "\";", "\"\n"]
    for round in 0..<600 {
      let length = round % 10 == 0 ? 400 : 30
      let text = (0..<Int.random(in: 1...length, using: &random))
        .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }.joined()
      try hold(text, folder)
    }
  }

  @Test func `long files are read as another reader reads them`() throws {
    var random = SystemRandomNumberGenerator()
    let folder = try ExportFolder()
    let fields = [
      "plain", "", "x y z", "\"quoted\"", "\"de;limiter\"", "\"li\nne\"", "\"qu\"\"ote\"",
      "5\" pipe",
      "\"\"", "é", "\"long \(String(repeating: "l;\n", count: 3000))\"",
    ]
    for _ in 0..<2 {
      let rate = Int.random(in: 1...2, using: &random)
      let text = (0..<20_000).map { _ in
        (0..<(Int.random(in: 0..<50, using: &random) == 0 ? 2 : 3)).map { _ in
          let limit = Int.random(in: 0..<40, using: &random) == 0 ? fields.count : 3 * rate
          return fields[Int.random(in: 0..<limit, using: &random)]
        }.joined(separator: ";") + (rate == 1 ? "\n" : "\r\n")
      }.joined()
      try hold(text, folder)
    }
  }

  /// The bytes are read a stretch at a time: nothing may depend on where one ends.
  @Test(arguments: -2...3)
  func `a stretch may end at any byte of a line end after a quote`(_ shift: Int) throws {
    let folder = try ExportFolder()
    let record = "x y;\"quoted\";\"quoted\"\r\n"
    let length = record.utf8.count
    // A record's line end is spread over the byte where the first stretch of 256 KiB ends.
    let before = (262_144 - shift) / length
    let rest = 262_144 - shift - before * length
    let first = String(repeating: "x", count: rest + length - 4) + ";;\r\n"
    let text = first + String(repeating: record, count: before - 1 + 30_000)
    try hold(text, folder)
    // The same where the records are taken one by one, as after a stray quote.
    try hold("5\" pipe;;\r\n" + text.dropFirst(11), folder)
  }

  private func hold(_ text: String, _ folder: ExportFolder) throws {
    let path = try folder.write(text, to: "a.csv")
    let reference = Reference(Array(text.utf8))
    let dialect = Dialect(delimiter: UInt8(ascii: ";"))
    var records: [[String]] = []
    let reader = RecordReader(path: path, dialect: dialect, hasHeader: false)
    let (isUsable, findings) = reader.read { records.append($0.fields) }
    guard !reference.records.isEmpty else { return }
    #expect(isUsable == reference.isUsable, "\(text.debugDescription)")
    if reference.isUsable {
      #expect(records == reference.records, "\(text.debugDescription)")
    }
    let width = reference.records[0].count
    let irregular = findings.filter { $0.rule == "field-count" }.count
    let stray = findings.filter { $0.rule == "quote-in-field" }.count
    guard isUsable, stray == 0, !findings.contains(where: { $0.rule == "trailing-delimiter" })
    else { return }
    let expected = reference.records.filter { $0.count != width }.count
    #expect(irregular == expected, "\(text.debugDescription)")
  }
}
