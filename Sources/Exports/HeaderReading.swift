import Findings
import Schemas

/// The first line of a file, read and held against the schema.
struct HeaderReading {
  /// The binding; nil when the file cannot be read at all.
  private(set) var binding: HeaderBinding?

  /// The position of the first record, and its line, from 0.
  private(set) var recordStart = 0
  private(set) var recordLine = 0

  private(set) var findings: [PendingFinding] = []

  /// Whether the header does not end within the bytes that were given.
  private(set) var isCutOff = false

  /// Whether the file can be used so far.
  var isUsable: Bool { binding?.isUsable ?? false }

  /// The most columns that a file may have.
  static let columnLimit = 16_384

  private let schema: DatasetSchema
  private let mode: HeaderMode
  private let bytes: UnsafePointer<UInt8>
  private let count: Int
  private let text: FieldText

  /// Reads the header from the first bytes of a file.
  init(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, schema: DatasetSchema,
    text: FieldText? = nil, mode: HeaderMode = .declared
  ) {
    self.text = text ?? FieldText(encoding: schema.dialect.encoding)
    self.mode = mode
    self.bytes = bytes
    self.count = count
    self.schema = schema
    readMarks()
    readHeader()
  }

  private mutating func readMarks() {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var marks = 0
    while recordStart + 3 <= count,
      mark.indices.allSatisfy({ bytes[recordStart + $0] == mark[$0] })
    {
      recordStart += 3
      marks += 1
    }
    if marks == 1, !schema.dialect.hasByteOrderMark {
      findings.append(
        PendingFinding(
          .note, rule: "unexpected-byte-order-mark", line: 1, column: 1,
          "begins with a byte-order mark, expected none from \(schema.system)",
          fix: "none, the mark is not part of the first column's name"))
    } else if marks > 1 {
      findings.append(
        PendingFinding(
          .warning, rule: "unexpected-byte-order-mark", line: 1, column: 1,
          "begins with \(marks) byte-order marks, expected at most one",
          fix: "look whether the file was put together from several"))
    }
  }

  private mutating func readHeader() {
    let head = UnsafeBufferPointer(start: bytes, count: count)
    if let appearance = FileAppearance.description(head) {
      return refuse(
        "other-format", line: nil, column: 0,
        "looks like \(appearance), expected delimited text in \(schema.dialect.encoding.rawValue)",
        fix: "save or export it again as CSV")
    }
    skipEmptyLines()
    guard recordStart < count else {
      return refuse(
        "empty-file", line: nil, column: 0, "is empty, expected a header and records",
        fix: "ask \(schema.system) to deliver the file again")
    }
    if mode == .none {
      binding = HeaderBinding(columnCount: schema.columns.count)
      return
    }
    let start = recordStart
    let record = ParsedRecord(bytes, from: start, to: count, delimiter: schema.dialect.delimiter)
    let line = recordLine + 1
    let size = text.distance(bytes, from: start, to: record.next)
    recordStart = record.next
    recordLine += size.lines
    bind(record, start: start, line: line)
  }

  private mutating func skipEmptyLines() {
    while recordStart < count, bytes[recordStart] == lineFeed || isCarriageReturnLineFeed {
      recordStart += bytes[recordStart] == lineFeed ? 1 : 2
      recordLine += 1
    }
    guard recordLine > 0, recordStart < count else { return }
    findings.append(
      PendingFinding(
        .warning, rule: "empty-line", line: 1, column: 1,
        "begins with \(counted(recordLine, "empty line")), expected the header",
        fix: "none, empty lines are not counted"))
  }

  private var isCarriageReturnLineFeed: Bool {
    recordStart + 1 < count && bytes[recordStart] == carriageReturn
      && bytes[recordStart + 1] == lineFeed
  }

  private mutating func bind(_ record: ParsedRecord, start: Int, line: Int) {
    let names = record.fields.map { text.text(of: $0, in: bytes) }
    let places = places(of: record, from: start)
    isCutOff = record.ending != .lineEnd && record.next == count
    guard isWellFormed(record, start: start, line: line) else { return }
    if names.count <= 2, let name = names.first, name.hasPrefix("sep=") {
      return refuse(
        "wrong-dialect", line: line, column: 1,
        "begins with 'sep=' as Excel writes it, expected the header in the first line",
        fix: "remove the first line")
    }
    if mode == .plain {
      binding = HeaderBinding(columnCount: names.count)
      let areQuoted = record.fields.map(\.isQuoted)
      findings +=
        PlainHeader(names: names, places: places, areQuoted: areQuoted, line: line).findings
      return
    }
    let found = schema.columns.filter { names.contains($0.name) }.count
    if found == 0 || (names.count == 1 && schema.columns.count > 1) {
      return refuseHeader(names, line: line)
    }
    let binding = HeaderBinding(names: names, columns: places, schema: schema, line: line)
    findings += binding.findings
    self.binding = binding
  }

  private mutating func refuseHeader(_ names: [String], line: Int) {
    let finder = HeaderFinder(bytes: bytes, count: count, schema: schema)
    let expected = schema.columns.count
    if let (delimiter, found) = finder.betterDelimiter(than: schema.dialect.delimiter) {
      let own = DelimiterName.text(schema.dialect.delimiter)
      return refuse(
        "wrong-dialect", line: line, column: 1,
        "has \(names.count) \(names.count == 1 ? "column" : "columns") divided by \(own), "
          + "expected \(expected); with \(DelimiterName.text(delimiter)) there are \(found)",
        fix: "export the file again with \(own) between fields")
    }
    if let found = finder.lineOfHeader() {
      return refuse(
        "wrong-dialect", line: line, column: 1,
        "is not the header, which was found in line \(found), expected it in line 1",
        fix: "remove the lines above the header")
    }
    refuse(
      "missing-header", line: line, column: 1,
      "has none of the \(expected) column names of '\(schema.name)', expected a header",
      fix: "ask \(schema.system) to deliver the file with its header")
  }

  /// Whether the header's quotes, line end and number of fields are in order; refuses it if not.
  private mutating func isWellFormed(_ record: ParsedRecord, start: Int, line: Int) -> Bool {
    switch record.ending {
    case .insideQuotes:
      refuse(
        "unterminated-quote", line: line, column: 1,
        "has a quote in the header that is not closed, expected a closing quote",
        fix: "close the quote and deliver the file again")
    case .textAfterQuote where otherDelimiter(from: start) != nil:
      refuseDelimiter(otherDelimiter(from: start), from: start, line: line)
    case .textAfterQuote:
      let place = text.distance(bytes, from: start, to: record.next)
      refuse(
        "text-after-quote", line: line + place.lines, column: place.characters + 1,
        "text follows a closing quote in the header, expected a delimiter or a line end",
        fix: "double the quotes inside quoted fields and deliver the file again")
    case .lineEnd, .endOfBytes:
      if record.quoteInField != nil, let other = otherDelimiter(from: start) {
        refuseDelimiter(other, from: start, line: line)
      } else if let position = record.quoteInField {
        let place = text.distance(bytes, from: start, to: position)
        refuse(
          "quote-in-field", line: line + place.lines, column: place.characters + 1,
          "a name in the header holds a quote and does not begin with one, "
            + "expected quotes around the whole name",
          fix: "quote the name and double the quotes in it")
      } else if hasBareReturn(record) {
        refuse(
          "line-end", line: line, column: 1,
          "has carriage returns in a name of the header, expected lines that end in LF or CR LF",
          fix: "save the file with one of these line ends")
      } else if record.fields.count > HeaderReading.columnLimit {
        refuse(
          "too-many-columns", line: line, column: 1,
          "has \(record.fields.count) columns, expected at most \(HeaderReading.columnLimit)",
          fix: "look whether the file is delimited text, or deliver it in several files")
      } else {
        return true
      }
    }
    return false
  }

  /// The delimiter with which a header is well-formed that is not with the declared one.
  private func otherDelimiter(from start: Int) -> UInt8? {
    if mode == .declared {
      let finder = HeaderFinder(bytes: bytes, count: count, schema: schema)
      return finder.betterDelimiter(than: schema.dialect.delimiter)?.delimiter
    }
    return [";", ",", "\t", "|"].map { UInt8(ascii: $0) }.first { delimiter in
      guard delimiter != schema.dialect.delimiter else { return false }
      let record = ParsedRecord(bytes, from: start, to: count, delimiter: delimiter)
      return record.ending == .lineEnd && record.quoteInField == nil && record.fields.count > 1
    }
  }

  private mutating func refuseDelimiter(_ other: UInt8?, from start: Int, line: Int) {
    guard let other else { return }
    let found = ParsedRecord(bytes, from: start, to: count, delimiter: other).fields.count
    let own = DelimiterName.text(schema.dialect.delimiter)
    refuse(
      "wrong-dialect", line: line, column: 1,
      "cannot be divided by \(own) where it has quotes, expected a header that can; with "
        + "\(DelimiterName.text(other)) there are \(found) columns",
      fix: mode == .declared
        ? "export the file again with \(own) between fields" : "name the delimiter")
  }

  /// The character in its line at which each name begins.
  private func places(of record: ParsedRecord, from start: Int) -> [Int] {
    var position = start
    var characters = 0
    return record.fields.map { field in
      let place = field.start - (field.isQuoted ? 1 : 0)
      let step = text.distance(bytes, from: position, to: place)
      characters = step.lines > 0 ? step.characters : characters + step.characters
      position = place
      return characters + 1
    }
  }

  private func hasBareReturn(_ record: ParsedRecord) -> Bool {
    record.fields.contains { field in
      !field.isQuoted && (field.start..<field.end).contains { bytes[$0] == carriageReturn }
    }
  }

  private mutating func refuse(
    _ rule: String, line: Int?, column: Int, _ message: String, fix: String
  ) {
    findings.append(
      PendingFinding(.error, rule: rule, line: line, column: column, message, fix: fix))
  }
}
