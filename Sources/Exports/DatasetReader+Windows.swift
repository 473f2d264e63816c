import CStructuralScan
import Findings
import Schemas

/// The loop over a chunk: scan a stretch, take the records that end in it, read on.
extension DatasetReader {
  /// What taking records has come to.
  enum Progress {
    /// All records before this position are taken.
    case reached(Int)
    /// The record at this position cannot be taken by the index: it must be parsed alone.
    case alone(Int)
    /// The file cannot be used.
    case stopped
  }

  mutating func readRecords(
    _ window: inout ReadWindow, consume: (borrowing RecordBatch) -> Void
  ) throws(ExportFile.Failure) {
    var step = ScanBuffers.scanLength
    while let stretch = try nextStretch(&window, step) {
      var progress = Progress.alone(window.position)
      buffers.scan(from: window.position, to: stretch, delimiter: schema.dialect.delimiter)
      if buffers.index.record_count > 0 {
        progress = takeIndexed(window, consume)
      } else if stretch < window.filled, step < ScanBuffers.scanLength {
        step = min(step * 4, ScanBuffers.scanLength)
        continue
      } else if stretch == window.filled, try readOn(&window) {
        continue
      }
      if case .alone(let position) = progress {
        // A stray quote misleads the scan of what follows: begin again behind it, in small steps.
        step = 2 << 10
        window.position = position
        progress = try takeAlone(&window, consume)
      } else {
        step = min(step * 2, ScanBuffers.scanLength)
      }
      guard case .reached(let position) = progress else { return }
      window.position = position
      if storesAlong { report.keepManyFindings(in: context.store) }
    }
    finishChunk(window)
  }

  /// The end of the next stretch to scan; nil at the end of the chunk.
  private mutating func nextStretch(
    _ window: inout ReadWindow, _ step: Int
  ) throws(ExportFile.Failure) -> Int? {
    if window.position == window.filled {
      if window.isAtEnd { return nil }
      try window.fill(buffers)
    }
    return min(window.position + step, window.filled)
  }

  /// Gets more bytes for the record at hand; false when there are none, or no room for them.
  private func readOn(_ window: inout ReadWindow) throws(ExportFile.Failure) -> Bool {
    if !window.isAtEnd {
      guard !window.isFull else { return false }
      try window.fill(buffers)
      return true
    }
    guard report.task.end == nil, buffers.window[window.filled - 1] != lineFeed else {
      return false
    }
    window.addLineEnd(buffers)
    return true
  }

  private mutating func takeIndexed(
    _ window: ReadWindow, _ consume: (borrowing RecordBatch) -> Void
  ) -> Progress {
    let index = buffers.index
    let lastSeparator = Int(index.record_ends[index.record_count - 1]) - 1
    let end = window.position + Int(index.separators[lastSeparator]) + 1
    isAtFileEnd = window.hasAddedLineEnd && end == window.filled
    var isSuspicious = false
    if index.has_non_ascii {
      guard isDecodable(from: window.position, to: end, &isSuspicious) else { return .stopped }
    }
    return takeRecords(
      at: window.position, filled: window.filled, isSuspicious: isSuspicious, consume)
  }

  private mutating func takeAlone(
    _ window: inout ReadWindow, _ consume: (borrowing RecordBatch) -> Void
  ) throws(ExportFile.Failure) -> Progress {
    while true {
      let record = ParsedRecord(
        buffers.window, from: window.position, to: window.filled,
        delimiter: schema.dialect.delimiter)
      switch record.ending {
      case .textAfterQuote(let opening):
        refuseTextAfterQuote(at: record.next, opening: opening, start: window.position)
        return .stopped
      case .lineEnd:
        return take(
          record, start: window.position, filled: window.filled,
          isLast: record.next == window.filled, isSuspicious: false, consume)
      case .endOfBytes, .insideQuotes:
        if try readOn(&window) { continue }
        if report.task.end != nil, window.isAtEnd {
          report.isBadlyCut = true
        } else {
          refuseUnended(record, start: window.position, isAtEnd: window.isAtEnd)
        }
        return .stopped
      }
    }
  }

  /// Takes a record that was parsed alone; one that is suspicious is looked at in any case.
  mutating func take(
    _ record: ParsedRecord, start: Int, filled: Int, isLast: Bool, isSuspicious: Bool,
    _ consume: (borrowing RecordBatch) -> Void
  ) -> Progress {
    let mustLook = isSuspicious
    var isSuspicious = false
    guard isDecodable(from: start, to: record.next, &isSuspicious) else { return .stopped }
    let lines = text.distance(buffers.window, from: start, to: record.next).lines
    if let position = record.quoteInField {
      takeQuoteInField(record, start: start, position: position)
    } else if record.fields.count != binding?.fieldCount {
      takeIrregular(record, start: start, isLast: isLast)
    } else if buffers.indexAlone(record, from: start) {
      _ = takeRecords(
        at: start, filled: filled, isSuspicious: isSuspicious || mustLook, lines: lines, consume)
      return .reached(record.next)
    } else {
      report.refuse(
        "too-many-columns", line: line,
        "has \(record.fields.count) fields, expected at most \(ScanBuffers.scanLength)",
        fix: "deliver the columns in several files")
      return .stopped
    }
    line += lines
    return .reached(record.next)
  }

  private mutating func takeQuoteInField(_ record: ParsedRecord, start: Int, position: Int) {
    report.recordsRead += 1
    let place = place(of: position, start: start)
    report.findings.append(
      PendingFinding(
        .error, rule: "quote-in-field", line: place.line, column: place.column,
        "a field holds a quote and does not begin with one, "
          + "expected quotes around the whole field",
        fix: "quote the field and double the quotes in it; the record was set apart"))
    setApart("quote-in-field")
  }

  mutating func refuseTextAfterQuote(at position: Int, opening: Int, start: Int) {
    let place = place(of: position, start: start)
    let opened = self.place(of: opening, start: start)
    let isEscaped = position >= 2 && buffers.window[position - 2] == UInt8(ascii: "\\")
    let hint = isEscaped ? " (quotes seem to be escaped by a backslash)" : ""
    report.refuse(
      "text-after-quote", line: place.line, column: place.column,
      "text follows a closing quote that was opened on line \(opened.line), expected a delimiter "
        + "or a line end\(hint)",
      fix:
        "double the quotes inside quoted fields and deliver the file again; the records after it "
        + "were not read")
  }

  mutating func refuseUnended(_ record: ParsedRecord, start: Int, isAtEnd: Bool) {
    let limit = "\(ScanBuffers.recordLimit >> 20) MiB"
    guard case .insideQuotes(let opening) = record.ending else {
      return report.refuse(
        "record-too-long", line: line, column: 1,
        "the record has more than \(limit), expected a line end within \(limit)",
        fix: "look whether the file is delimited text")
    }
    let place = place(of: opening, start: start)
    let within = isAtEnd ? "to the end of the file" : "within \(limit)"
    report.refuse(
      "unterminated-quote", line: place.line, column: place.column,
      "the quote that opens here is not closed \(within), expected a closing quote",
      fix: "close the quote and deliver the file again; the records after it were not read")
  }

  private mutating func finishChunk(_ window: ReadWindow) {
    guard report.task.end == nil else { return addEmptyLines(before: Int.max) }
    if !emptyLines.isEmpty {
      // In a file of one column, of which nothing is declared, it could be an empty field.
      let isRecord = context.header != .declared && binding?.fieldCount == 1
      report.findings.append(
        PendingFinding(
          isRecord ? .warning : .note, rule: "empty-line", line: emptyLines[0], column: 1,
          "ends with \(counted(emptyLines.count, "empty line")), expected none",
          fix: "none, empty lines are not counted"))
    }
    if window.hasAddedLineEnd, report.lineFeedCount > 0 { report.lineFeedCount -= 1 }
    guard window.hasAddedLineEnd, report.recordsRead > 0 else { return }
    let endsInReturn = window.filled > 1 && buffers.window[window.filled - 2] == carriageReturn
    if let message = EndOfFile.remark(
      isSetApart: lastSetApartLine == lastRecordLine, endsInReturn: endsInReturn)
    {
      report.findings.append(
        PendingFinding(
          .warning, rule: EndOfFile.rule, line: lastRecordLine, column: 1, message,
          fix: EndOfFile.fix))
    }
  }
}
