import Findings

extension ChunkReport {
  /// Whether it says everything about its chunk, so that the chunk need not be read again.
  package var canBeKept: Bool { !isUnusable && !isBadlyCut && sightings.isEmpty }

  /// Writes all that was found, without the chunk itself.
  package func write(to writer: inout ByteWriter) {
    writer.add([
      nextLine, byteCount, recordsRead, recordsCounted, outsidePeriod, trailingDelimiters,
      firstTrailingDelimiter, lineFeedCount, carriageReturnCount, firstNonASCIILine ?? -1,
      hasBytesOutsideUTF8 ? 1 : 0, Int(latestMonth),
    ])
    writer.add(each: missingColumns) { $0.add($1) }
    writer.add(each: setApart.sorted { $0.key < $1.key }) { writer, rule in
      writer.add(rule.key)
      writer.add(rule.value)
    }
    writer.add(each: findings) { $1.write(to: &$0) }
    writer.add(each: apartIdentifiers) { writer, apart in
      writer.add(apart.column)
      writer.add(Int(apart.value))
    }
    writer.add(each: Array(variants)) { writer, variant in
      writer.add(variant.key.column)
      writer.add(variant.key.spelling)
      writer.add(variant.key.label)
      writer.add(variant.value)
    }
  }

  /// Reads what was found in a chunk.
  package init(_ task: ChunkTask, from reader: inout ByteReader) throws(BrokenBytes) {
    self.init(task)
    let numbers = try reader.ints()
    guard numbers.count == 12 else { throw BrokenBytes() }
    nextLine = numbers[0]
    byteCount = numbers[1]
    recordsRead = numbers[2]
    recordsCounted = numbers[3]
    outsidePeriod = numbers[4]
    trailingDelimiters = numbers[5]
    firstTrailingDelimiter = numbers[6]
    lineFeedCount = numbers[7]
    carriageReturnCount = numbers[8]
    firstNonASCIILine = numbers[9] < 0 ? nil : numbers[9]
    hasBytesOutsideUTF8 = numbers[10] == 1
    latestMonth = Int64(numbers[11])
    missingColumns = try reader.elements { reader throws(BrokenBytes) in try reader.text() }
    for _ in 0..<(try reader.count()) { setApart[try reader.text()] = try reader.int() }
    findings = try reader.elements { reader throws(BrokenBytes) in
      try PendingFinding(from: &reader)
    }
    for _ in 0..<(try reader.count()) {
      apartIdentifiers.append((try reader.int(), Int64(try reader.int())))
    }
    for _ in 0..<(try reader.count()) {
      let variant = Variant(
        column: try reader.text(), spelling: try reader.text(), label: try reader.text())
      variants[variant] = try reader.int()
    }
  }
}

extension PendingFinding {
  fileprivate func write(to writer: inout ByteWriter) {
    writer.add([severity.rawValue, line ?? -1, column])
    for text in [rule, message, fix] { writer.add(text) }
  }

  fileprivate init(from reader: inout ByteReader) throws(BrokenBytes) {
    let numbers = try reader.ints()
    guard numbers.count == 3, let severity = Severity(rawValue: numbers[0]) else {
      throw BrokenBytes()
    }
    let rule = try reader.text()
    let message = try reader.text()
    self.init(
      severity, rule: rule, line: numbers[1] < 0 ? nil : numbers[1], column: numbers[2], message,
      fix: try reader.text())
  }
}
