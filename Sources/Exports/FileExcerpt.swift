package import Findings
import Schemas

/// Some records of a file that another engine has read and in which it found something wrong.
///
/// They are looked at by the code that reads whole files, so that findings have the same words and
/// the same places, whatever engine it was.
package struct FileExcerpt {
  private var reader: DatasetReader
  private var encoding: (isUTF8: Bool, firstLine: Int?) = (false, nil)

  /// The header; records may only be added when it is usable.
  package let header: HeaderExcerpt

  /// Creates the excerpt of a file from its header and the number of the header's line.
  package init(
    of delivery: Delivery, header bytes: [UInt8], line: Int, size: Int, context: DatasetContext,
    buffers: ScanBuffers
  ) {
    reader = DatasetReader(context, buffers: buffers)
    let before = [UInt8](repeating: lineFeed, count: max(0, line - 1))
    header = reader.beginExcerpt(of: delivery, size: size, header: before + bytes)
  }

  /// Looks at a record; returns the rule that sets it apart, nil when it is counted.
  package mutating func add(_ record: [UInt8], line: Int) -> String? {
    reader.takeExcerpt(record, line: line)
  }

  /// The place of a column's field in a record.
  package func location(ofColumn column: Int, in record: [UInt8], line: Int) -> SourceLocation {
    reader.locationInExcerpt(ofColumn: column, in: record, line: line)
  }

  /// Adds how often a code was spelled in another way than its label.
  package mutating func addVariant(
    column: String, spelling: String, label: String, count: Int
  ) {
    let variant = ChunkReport.Variant(column: column, spelling: spelling, label: label)
    reader.report.variants[variant, default: 0] += count
  }

  /// Adds what is known of all records: how many end with a delimiter too much and the first line
  /// of them, and how many lines end in LF and in CR LF.
  package mutating func addTotals(
    trailingDelimiters: Int, from line: Int, lineFeeds: Int, carriageReturns: Int
  ) {
    reader.report.trailingDelimiters = trailingDelimiters
    reader.report.firstTrailingDelimiter = line
    reader.report.lineFeedCount = lineFeeds
    reader.report.carriageReturnCount = carriageReturns
  }

  /// Says what is known of the characters of the whole file: where the text begins that is more than
  /// ASCII, if anywhere, and whether it looks like UTF-8.
  package mutating func setEncoding(isUTF8: Bool, firstLine: Int?) {
    encoding = (isUTF8, firstLine)
  }

  /// Adds a finding in the words of the caller, about the file or one of its records.
  package mutating func addFinding(
    _ severity: Severity, rule: String, line: Int? = nil, _ message: String, fix: String
  ) {
    reader.report.findings.append(
      PendingFinding(
        severity, rule: rule, line: line, column: line == nil ? 0 : 1, message, fix: fix))
  }

  /// Whether the file cannot be used.
  package var isUnusable: Bool { reader.report.isUnusable || !header.isUsable }

  /// What is wrong with the file.
  package var findings: [Finding] {
    var report = reader.report
    report.hasBytesOutsideUTF8 = !encoding.isUTF8
    report.firstNonASCIILine = encoding.firstLine
    let whole = DeliveryReport([report], schema: reader.schema).map { Array($0.findings) } ?? []
    return whole + report.findings.map { $0.finding(in: report.task.delivery, chunkLine: 0) }
  }
}

extension DatasetReader {
  fileprivate mutating func beginExcerpt(
    of delivery: Delivery, size: Int, header bytes: [UInt8]
  ) -> HeaderExcerpt {
    report = ChunkReport(ChunkTask(delivery, size: size))
    report.byteCount = size
    let length = load(bytes)
    let reading = HeaderReading(
      buffers.window, bytes.isEmpty ? 0 : length, schema: schema, mode: context.header)
    report.findings = reading.findings
    if !reading.isUsable { report.isUnusable = true }
    binding = reading.binding
    return HeaderExcerpt(reading, schema: schema)
  }

  fileprivate mutating func takeExcerpt(_ bytes: [UInt8], line number: Int) -> String? {
    let filled = load(bytes)
    line = number
    let before = report.setApart
    let record = ParsedRecord(buffers.window, from: 0, to: filled, delimiter: delimiter)
    switch record.ending {
    case .textAfterQuote(let opening):
      refuseTextAfterQuote(at: record.next, opening: opening, start: 0)
    case .insideQuotes, .endOfBytes: refuseUnended(record, start: 0, isAtEnd: true)
    case .lineEnd:
      _ = take(record, start: 0, filled: filled, isLast: false, isSuspicious: true) { _ in }
    }
    return report.setApart.first { $0.value > before[$0.key] ?? 0 }?.key
  }

  fileprivate func locationInExcerpt(
    ofColumn column: Int, in bytes: [UInt8], line number: Int
  ) -> SourceLocation {
    let filled = load(bytes)
    let record = ParsedRecord(buffers.window, from: 0, to: filled, delimiter: delimiter)
    var place = (line: number, column: 1)
    if let inspectionBase, let position = binding?.positions[column],
      position < record.fields.count
    {
      let inspection = RecordInspection(
        inspectionBase, bytes: buffers.window, start: 0, record: record, line: number)
      place = inspection.place(position)
    }
    return SourceLocation(
      file: Printable.name(delivery.file), line: place.line, column: place.column)
  }

  private var delimiter: UInt8 { schema.dialect.delimiter }

  /// Puts bytes and a line end into the window, which has room for the longest record.
  private func load(_ bytes: [UInt8]) -> Int {
    let length = min(bytes.count, ScanBuffers.recordLimit)
    for index in 0..<length { buffers.window[index] = bytes[index] }
    buffers.window[length] = lineFeed
    return length + 1
  }
}
