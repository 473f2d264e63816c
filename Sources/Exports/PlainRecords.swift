import Schemas

/// The records of a file, one byte after the other, whatever they hold.
struct PlainRecords {
  private let path: String
  private let dialect: Dialect

  init(path: String, dialect: Dialect) {
    self.path = path
    self.dialect = dialect
  }

  /// Gives the records that begin before a line; stops where the bytes no longer make records.
  ///
  /// Each comes with the number of line ends from its first to that of the next.
  func forEach(before end: Int, _ body: (RecordReader.Record, _ lineCount: Int) -> Void) {
    visit(before: end) { record, lines in
      body(record, lines)
      return true
    }
  }

  /// The first record; nil when there is none.
  func first() -> RecordReader.Record? {
    var first: RecordReader.Record?
    visit(before: Int.max) { record, _ in
      first = record
      return false
    }
    return first
  }

  private func visit(before end: Int, _ goesOn: (RecordReader.Record, Int) -> Bool) {
    guard let file = try? ExportFile(path: path) else { return }
    let buffers = ScanBuffers()
    var window = ReadWindow(file: file, end: file.size)
    guard (try? window.fill(buffers)) != nil else { return }
    let text = FieldText(
      encoding: dialect.encoding, countsReturns: window.translatesReturns(buffers))
    while startsWithMark(window, buffers) { window.position += 3 }
    var line = 1
    while line < end, let record = nextRecord(&window, buffers) {
      let lines = text.distance(buffers.window, from: window.position, to: record.next).lines
      let fields = record.fields.map { text.text(of: $0, in: buffers.window) }
      let isEmpty = fields == [""] && !record.fields[0].isQuoted
      if !isEmpty, !goesOn(RecordReader.Record(line: line, fields: fields), lines) { return }
      line += lines
      window.position = record.next
    }
  }

  private func startsWithMark(_ window: ReadWindow, _ buffers: ScanBuffers) -> Bool {
    let start = window.position
    return start + 3 <= window.filled && buffers.window[start] == 0xEF
      && buffers.window[start + 1] == 0xBB && buffers.window[start + 2] == 0xBF
  }

  private func nextRecord(_ window: inout ReadWindow, _ buffers: ScanBuffers) -> ParsedRecord? {
    while true {
      let record = ParsedRecord(
        buffers.window, from: window.position, to: window.filled, delimiter: dialect.delimiter)
      switch record.ending {
      case .lineEnd: return record
      case .textAfterQuote: return nil
      case .endOfBytes, .insideQuotes:
        if window.isAtEnd {
          guard !window.hasAddedLineEnd, window.position < window.filled else { return nil }
          window.addLineEnd(buffers)
        } else {
          guard !window.isFull, (try? window.fill(buffers)) != nil else { return nil }
        }
      }
    }
  }
}
