package import Findings
package import Schemas

/// What reading a whole file has brought: the reports of its chunks, put together.
package struct DeliveryReport: Sendable {
  /// The file.
  package let delivery: Delivery

  /// The lines at which its chunks begin; 0 for the first, whose lines are those of the file.
  package let chunkLines: [Int]

  private let chunks: [ChunkReport]
  private let schema: DatasetSchema

  /// Puts together the reports of all chunks of one file, in any order.
  package init?(_ reports: [ChunkReport], schema: DatasetSchema) {
    let sorted = reports.sorted { $0.task.ordinal < $1.task.ordinal }
    // What follows the place where a file stops making sense is guesswork.
    let last = sorted.firstIndex(where: \.isUnusable) ?? sorted.count
    chunks = Array(sorted.prefix(last + 1))
    guard let first = chunks.first else { return nil }
    self.schema = schema
    delivery = first.task.delivery
    var lines = [0]
    for chunk in chunks.dropLast() {
      lines.append(chunk.nextLine + (chunk.task.firstLine == 0 ? lines[lines.count - 1] : 0))
    }
    chunkLines = lines
  }

  /// Whether the file cannot be used.
  package var isUnusable: Bool { chunks.contains(where: \.isUnusable) || isChanged }

  /// The size of the file.
  package var byteCount: Int { chunks[0].byteCount }

  /// The number of records.
  package var recordsRead: Int { chunks.reduce(0) { $0 + $1.recordsRead } }

  /// How many months of its year a file of a whole year reaches, from January on: fewer than 12 in a
  /// delivery of the year to date.
  package var monthsCovered: Int {
    let latest = chunks.reduce(Int64.min) { max($0, $1.latestMonth) }
    guard schema.naming != .perMonth, latest != Int64.min else { return 12 }
    return Int(min(12, max(1, latest - Int64(delivery.year) * 12 + 1)))
  }

  /// The number of records that can be counted.
  package var recordsCounted: Int { chunks.reduce(0) { $0 + $1.recordsCounted } }

  /// The number of records of years that were not delivered.
  package var outsidePeriod: Int { chunks.reduce(0) { $0 + $1.outsidePeriod } }

  /// The number of records that each rule set apart.
  package var setApart: [String: Int] {
    chunks.reduce(into: [:]) { $0.merge($1.setApart, uniquingKeysWith: +) }
  }

  /// The declared columns that the file does not have.
  package var missingColumns: [String] { chunks[0].missingColumns }

  /// What is wrong with the file.
  package var findings: FindingList {
    let whole = variantNotes + trailingDelimiterError + mixedLineEndNote + encodingWarning
    let changed = isChanged && !chunks.contains(where: \.isUnusable) ? [changedError] : []
    var findings = FindingList(
      (whole + changed).map { $0.finding(in: delivery, chunkLine: 0) })
    let file = Printable.name(delivery.file)
    for (chunk, line) in zip(chunks, chunkLines) {
      let offset = chunk.task.firstLine == 0 ? line : 0
      for run in chunk.runs {
        findings.append(run.moved(to: file, of: delivery.dataset, byLines: offset - 1))
      }
    }
    return findings
  }

  private var isChanged: Bool { Set(chunks.compactMap(\.fingerprint)).count > 1 }

  private var changedError: PendingFinding {
    PendingFinding(
      .error, rule: "changed-while-reading",
      "was changed while it was read, expected a finished export",
      fix: "wait until the export is complete and run again")
  }

  private var variantNotes: [PendingFinding] {
    let variants: [ChunkReport.Variant: Int] = chunks.reduce(into: [:]) {
      $0.merge($1.variants, uniquingKeysWith: +)
    }
    return variants.map { variant, count in
      let isPublic = schema.column(variant.column)?.isPublic ?? false
      let spelling = isPublic ? "'\(Printable.value(variant.spelling))'" : "in another way"
      let expected = variant.label.isEmpty ? "the labels of the codes" : "'\(variant.label)'"
      return PendingFinding(
        .note, rule: "variant-spelling",
        "\(variant.column) is written \(spelling) in \(counted(count, "record")), "
          + "expected \(expected)",
        fix: "none, the spelling is read as the code")
    }
  }

  private var trailingDelimiterError: [PendingFinding] {
    let count = chunks.reduce(0) { $0 + $1.trailingDelimiters }
    guard let first = chunks.firstIndex(where: { $0.trailingDelimiters > 0 }) else { return [] }
    let offset = chunks[first].task.firstLine == 0 ? chunkLines[first] : 0
    return [
      PendingFinding(
        .error, rule: "trailing-delimiter", line: chunks[first].firstTrailingDelimiter + offset,
        column: 1,
        "\(counted(count, "record")) from here on \(count == 1 ? "ends" : "end") with a delimiter "
          + "that the header does not have, expected as many fields as in the header",
        fix:
          "deliver the file without it, or with quotes around a field that holds a delimiter; the "
          + "records were set apart")
    ]
  }

  private var mixedLineEndNote: [PendingFinding] {
    guard chunks.contains(where: { $0.lineFeedCount > 0 }),
      chunks.contains(where: { $0.carriageReturnCount > 0 })
    else { return [] }
    return [
      PendingFinding(
        .note, rule: "mixed-line-ends",
        "has lines that end in LF and lines that end in CR LF, expected one of them",
        fix: "none, both are read")
    ]
  }

  private var encodingWarning: [PendingFinding] {
    guard let chunk = chunks.firstIndex(where: { $0.firstNonASCIILine != nil }),
      !chunks.contains(where: \.hasBytesOutsideUTF8)
    else { return [] }
    let line = (chunks[chunk].firstNonASCIILine ?? 0) + chunkLines[chunk]
    return [
      PendingFinding(
        .warning, rule: "other-encoding", line: line,
        "the text looks like UTF-8, expected Windows-1252 as declared",
        fix: "change the declared encoding if the system of record has changed its export")
    ]
  }
}
