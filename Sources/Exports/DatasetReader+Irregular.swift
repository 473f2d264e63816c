import CStructuralScan
import Findings
import Schemas

/// Lines that are not records of the header's shape, and bytes that are not text.
extension DatasetReader {
  /// Takes a record whose number of fields is not that of the header.
  mutating func takeIrregular(_ record: ParsedRecord, start: Int, isLast: Bool) {
    let expected = binding?.fieldCount ?? 0
    let count = record.fields.count
    let last = record.fields[count - 1]
    if count == 1, last.start == last.end, !last.isQuoted {
      emptyLines.append(line)
      return
    }
    if count == 1, isLast, isSystemRest(last) { return }
    addEmptyLines(before: line)
    report.recordsRead += 1
    lastRecordLine = line
    setApart("field-count")
    if count == expected + 1, last.start == last.end {
      if report.trailingDelimiters == 0 { report.firstTrailingDelimiter = line }
      report.trailingDelimiters += 1
      return
    }
    report.findings.append(
      PendingFinding(
        .error, rule: "field-count", line: line, column: 1,
        "found \(counted(count, "field")), expected \(expected)",
        fix: "look for a delimiter or line break that is not quoted; the record was set apart"))
  }

  /// Whether the last bytes of a file are what a machine leaves behind: Ctrl-Z, or zeros.
  private mutating func isSystemRest(_ field: ParsedRecord.Field) -> Bool {
    let bytes = UnsafeBufferPointer(
      start: buffers.window + field.start, count: field.end - field.start)
    guard !bytes.isEmpty else { return false }
    if bytes.allSatisfy({ $0 == 0x1A }) {
      report.findings.append(
        PendingFinding(
          .note, rule: "end-mark", line: line, column: 1,
          "ends with Ctrl-Z, expected the last record", fix: "none, it is not counted"))
      return true
    }
    guard bytes.allSatisfy({ $0 == 0 }) else { return false }
    report.refuse(
      "truncated-export", line: line, column: 1,
      "ends with \(counted(bytes.count, "zero byte")): the file was not written completely, "
        + "expected records",
      fix: "deliver the file again")
    return true
  }

  /// Says of the empty lines before a line that they lie between records.
  mutating func addEmptyLines(before line: Int) {
    guard let first = emptyLines.first, first < line else { return }
    for empty in emptyLines where empty < line {
      report.findings.append(
        PendingFinding(
          .warning, rule: "empty-line", line: empty, column: 1,
          "is empty, expected a record", fix: "remove the line; it is not counted"))
    }
    emptyLines.removeAll { $0 < line }
  }

  /// Whether the bytes are text in the declared encoding; refuses the file if not.
  mutating func isDecodable(from start: Int, to end: Int) -> Bool {
    var isSuspicious = false
    return isDecodable(from: start, to: end, &isSuspicious)
  }

  /// As above; `hasInvisible` says whether there are characters that cannot be seen.
  mutating func isDecodable(from start: Int, to end: Int, _ hasInvisible: inout Bool) -> Bool {
    let bytes = buffers.window + start
    let length = end - start
    var remarks: UInt32 = 0
    let valid = utf8_valid_length(bytes, length, &remarks)
    switch schema.dialect.encoding {
    case .utf8:
      hasInvisible = remarks & utf8_has_invisible.rawValue != 0
      if valid < length { refuseUndecodable(at: start + valid, start: start, end: end) }
      return valid == length
    case .windows1252:
      if valid < length { report.hasBytesOutsideUTF8 = true }
      if remarks & utf8_has_non_ascii.rawValue != 0, report.firstNonASCIILine == nil {
        report.firstNonASCIILine = line
      }
      let defined = windows_1252_valid_length(bytes, length)
      if defined < length { refuseUndefined(at: start + defined, start: start) }
      return defined == length
    }
  }

  private mutating func refuseUndecodable(at position: Int, start: Int, end: Int) {
    let place = place(of: position, start: start)
    let digits = String(buffers.window[position], radix: 16, uppercase: true)
    let isCutOff = isAtFileEnd && end - position < 4
    report.refuse(
      isCutOff ? "truncated-export" : "undecodable", line: place.line, column: place.column,
      isCutOff
        ? "ends within a character, expected a complete file"
        : "byte \(digits) is not UTF-8, expected UTF-8; the file looks like Windows-1252",
      fix: isCutOff
        ? "deliver the file again"
        : "change the declared encoding or the export; the file was not counted")
  }

  private mutating func refuseUndefined(at position: Int, start: Int) {
    let place = place(of: position, start: start)
    let digits = String(buffers.window[position], radix: 16, uppercase: true)
    report.refuse(
      "undecodable", line: place.line, column: place.column,
      "byte \(digits) is not defined in Windows-1252, expected Windows-1252",
      fix: "change the declared encoding or the export; the file was not counted")
  }
}
