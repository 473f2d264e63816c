import CStructuralScan
import Findings
import Schemas

/// From the index of a stretch to rows of fields, and from rows to batches.
extension DatasetReader {
  /// Takes the records of the index, whose positions count from `base`.
  ///
  /// `lines` is given for a record that was parsed alone: how many lines it has.
  mutating func takeRecords(
    at base: Int, filled: Int, isSuspicious: Bool, lines: Int? = nil,
    _ consume: (borrowing RecordBatch) -> Void
  ) -> Progress {
    let index = buffers.index
    let bytes = UnsafePointer(buffers.window + base)
    let fieldCount = binding?.fieldCount ?? 0
    var quotes = 0
    var oddities = 0
    var first = 0
    var start = 0
    var rows = 0
    var (feeds, returns) = (0, 0)
    defer {
      report.lineFeedCount += feeds
      report.carriageReturnCount += returns
    }
    for record in 0..<index.record_count {
      let last = Int(index.record_ends[record]) - 1
      let end = Int(index.separators[last])
      var suspicion: UInt8 = isSuspicious ? 1 : 0
      var lineCount = lines ?? 1
      if quotes < index.quote_count, index.quotes[quotes] < end {
        let firstQuote = quotes
        while quotes < index.quote_count, index.quotes[quotes] < end { quotes += 1 }
        guard hasWellFormedQuotes(firstQuote..<quotes, bytes, from: start) else {
          flush(rows, at: base, filled: filled, consume)
          return .alone(base + start)
        }
        lineCount +=
          endsLinesWithReturns
          ? text.distance(bytes, from: start, to: end).lines
          : line_feeds_in(bytes + start, end - start)
      }
      if oddities < index.oddity_count, index.oddities[oddities] < end {
        while oddities < index.oddity_count, index.oddities[oddities] < end { oddities += 1 }
        suspicion = 1
      }
      let hasReturn = end > start && bytes[end - 1] == carriageReturn
      let contentEnd = hasReturn ? end - 1 : end
      if last - first + 1 == fieldCount, fieldCount > 1 || contentEnd > start {
        if hasReturn {
          returns += 1
          index.separators[last] = UInt32(contentEnd)
        } else {
          feeds += 1
        }
        buffers.rowSeparators[rows] = UInt32(first)
        buffers.rowStarts[rows] = UInt32(start)
        buffers.suspicions[rows] = suspicion
        buffers.rowLines[rows] = line
        rows += 1
        if rows == FieldRows.capacity {
          flush(rows, at: base, filled: filled, consume)
          rows = 0
        }
      } else {
        let parsed = ParsedRecord(
          buffers.window, from: base + start, to: filled, delimiter: schema.dialect.delimiter)
        takeIrregular(parsed, start: base + start, isLast: parsed.next == filled)
      }
      line += lineCount
      first = last + 1
      start = end + 1
    }
    flush(rows, at: base, filled: filled, consume)
    return report.isUnusable ? .stopped : .reached(base + start)
  }

  /// Whether every quote opens a field, closes one, or is one of two in a field.
  private func hasWellFormedQuotes(
    _ range: Range<Int>, _ bytes: UnsafePointer<UInt8>, from start: Int
  ) -> Bool {
    let delimiter = schema.dialect.delimiter
    var isOpen = false
    var previous = -2
    for entry in range {
      let position = Int(buffers.index.quotes[entry])
      if isOpen {
        let next = bytes[position + 1]
        let isEnd =
          next == delimiter || next == lineFeed || next == quote
          || (next == carriageReturn && bytes[position + 2] == lineFeed)
        guard isEnd else { return false }
      } else {
        let isStart =
          position == start || bytes[position - 1] == delimiter || previous == position - 1
        guard isStart else { return false }
      }
      isOpen.toggle()
      previous = position
    }
    return !isOpen
  }

  /// Decodes rows column by column and gives the records that can be counted.
  private mutating func flush(
    _ count: Int, at base: Int, filled: Int, _ consume: (borrowing RecordBatch) -> Void
  ) {
    guard count > 0, let binding else { return }
    addEmptyLines(before: buffers.rowLines[count - 1])
    let rows = FieldRows(
      window: buffers.window + base, separators: buffers.index.separators,
      firstSeparators: buffers.rowSeparators, starts: buffers.rowStarts,
      suspicions: buffers.suspicions, count: count)
    for column in decoders.indices {
      batch.fill(column, at: binding.positions[column], from: rows, with: &decoders[column])
    }
    batch.fillEvents(from: context.eventColumn, isYear: schema.hasYearEvents)
    RecordSuspicions(context: context, delivery: delivery, binding: binding)
      .mark(rows, batch)
    report.recordsRead += count
    noteLatestMonth(count)
    lastRecordLine = buffers.rowLines[count - 1]
    inspect(rows, at: base, filled: filled)
    report.recordsCounted += batch.count
    if batch.count > 0 { consume(batch) }
  }

  private mutating func noteLatestMonth(_ count: Int) {
    guard context.checksPlace, !schema.hasYearEvents else { return }
    let end = Int64(delivery.year) * 12 + 11
    var latest = report.latestMonth
    for month in batch.eventMonths[..<count] where month <= end { latest = max(latest, month) }
    report.latestMonth = latest
  }

  // Nearly all rows are right: those that are not are looked for eight at a time.
  private mutating func inspect(_ rows: FieldRows, at base: Int, filled: Int) {
    var isAnyLeftOut = false
    var row = 0
    while let next = isWatching ? row : rows.nextSuspicion(from: row), next < rows.count {
      row = next + 1
      let start = base + Int(rows.starts[next])
      let isCounted = takeSuspicious(
        next, start: start, filled: filled, isSuspicious: rows.suspicions[next] != 0)
      guard !isCounted else { continue }
      if !isAnyLeftOut { for other in 0..<rows.count { isKept[other] = true } }
      isKept[next] = false
      isAnyLeftOut = true
    }
    if isAnyLeftOut { batch.keep(where: isKept) }
  }

  /// Whether the record is counted.
  private mutating func takeSuspicious(
    _ row: Int, start: Int, filled: Int, isSuspicious: Bool
  ) -> Bool {
    guard let inspectionBase else { return false }
    let values = batch.values
    if !isSuspicious, !isWatched(row, values) { return true }
    let record = ParsedRecord(
      buffers.window, from: start, to: filled, delimiter: schema.dialect.delimiter)
    var inspection = RecordInspection(
      inspectionBase, bytes: buffers.window, start: start, record: record,
      line: buffers.rowLines[row])
    let verdict = isSuspicious ? inspection.verdict { values[$0][row] } : .counted
    report.findings += inspection.findings
    let isExcluded = addSightings(
      row, values, inspection, isSetApart: verdict != .counted)
    switch verdict {
    case .counted: return !isExcluded
    case .outsidePeriod: report.outsidePeriod += 1
    case .setApart(let rule):
      setApart(rule)
      lastSetApartLine = buffers.rowLines[row]
    }
    addApartIdentifiers(row, values)
    return false
  }

  private mutating func addApartIdentifiers(_ row: Int, _ values: [[Int64]]) {
    for (column, declared) in schema.columns.enumerated() {
      guard case .identifier = declared.type, values[column][row] != 0 else { continue }
      report.apartIdentifiers.append((column, values[column][row]))
    }
  }

  mutating func setApart(_ rule: String) {
    report.setApart(by: rule)
    lastSetApartLine = line
  }

  func place(of position: Int, start: Int) -> (line: Int, column: Int) {
    let distance = text.distance(buffers.window, from: start, to: position)
    return (line + distance.lines, distance.characters + 1)
  }
}

extension DatasetSchema {
  /// Whether the event column holds years instead of dates.
  var hasYearEvents: Bool {
    if case .year = column(eventColumn)?.type { return true }
    return false
  }
}
