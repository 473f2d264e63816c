package import Findings

/// A part of a file that one worker reads: a whole file, or a stretch of whole records of one.
package struct ChunkTask: Sendable {
  /// The file.
  package let delivery: Delivery

  /// The place of the chunk among those of its file.
  package let ordinal: Int

  /// The byte at which its first record begins; nil for the one after the header.
  package let start: Int?

  /// The byte after its last record; nil for the end of the file.
  package let end: Int?

  /// The number of bytes.
  package let length: Int

  /// The line of its first record where it is known, else 0.
  package var firstLine = 0

  /// Creates a task.
  package init(
    _ delivery: Delivery, size: Int, ordinal: Int = 0, from start: Int? = nil, to end: Int? = nil
  ) {
    self.delivery = delivery
    self.ordinal = ordinal
    self.start = start
    self.end = end
    length = (end ?? size) - (start ?? 0)
  }
}

/// A record with a value that was watched for.
package struct Sighting: Sendable, Hashable {
  /// The column with the value, and the value.
  package let column: Int
  package let value: Int64

  /// The record, and the place of the field in its file.
  package let record: RecordPlace
  package let location: SourceLocation

  /// What the record's fields say: equal for records with the same content.
  package let content: FieldContent

  /// The decoded values of the record's fields, by column.
  package let values: [Int64]

  /// Whether the record was set apart for another reason.
  package let isSetApart: Bool
}

/// What reading a chunk has brought, besides the records themselves.
package struct ChunkReport: Sendable {
  /// A spelling of a code that is not its label.
  struct Variant: Hashable {
    let column: String
    let spelling: String
    let label: String
  }

  /// The chunk.
  package let task: ChunkTask

  /// Whether the file cannot be used.
  package internal(set) var isUnusable = false

  /// Whether the chunk does not end with a whole record: its file must not be cut there.
  package internal(set) var isBadlyCut = false

  /// The line after the chunk's last record.
  package internal(set) var nextLine = 0

  /// The values of identifiers of records that were set apart, by column.
  package internal(set) var apartIdentifiers: [(column: Int, value: Int64)] = []

  /// The records that were watched for.
  package internal(set) var sightings: [Sighting] = []

  /// The size of the file.
  package internal(set) var byteCount = 0

  var missingColumns: [String] = []
  var fingerprint: ExportFile.Fingerprint?
  var findings: [PendingFinding] = []
  /// The findings that were given to a store.
  private(set) var runs: [FindingRun] = []
  var variants: [Variant: Int] = [:]
  var recordsRead = 0
  /// The latest month of an event in the file's year, as months since the year 0.
  var latestMonth = Int64.min
  var recordsCounted = 0
  var outsidePeriod = 0
  var setApart: [String: Int] = [:]
  var trailingDelimiters = 0
  var firstTrailingDelimiter = 0
  /// Records that end with a line feed only, and with a carriage return before it.
  var lineFeedCount = 0
  var carriageReturnCount = 0
  var firstNonASCIILine: Int?
  var hasBytesOutsideUTF8 = false

  init(_ task: ChunkTask) {
    self.task = task
  }

  mutating func setApart(by rule: String) {
    setApart[rule, default: 0] += 1
  }

  /// Gives the findings to a store, which keeps them in less room.
  package mutating func keepFindings(in store: FindingStore?) {
    if let run = store?.run(of: findings.map(\.inChunk)) { runs.append(run) }
    findings = []
  }

  /// The same, as soon as there are many: a file that is read in one piece can have millions.
  mutating func keepManyFindings(in store: FindingStore?) {
    if findings.count >= ChunkReport.findingLimit { keepFindings(in: store) }
  }

  private static let findingLimit = 10_000

  mutating func refuse(
    _ rule: String, line: Int? = nil, column: Int = 0, _ message: String, fix: String
  ) {
    isUnusable = true
    findings.append(
      PendingFinding(.error, rule: rule, line: line, column: column, message, fix: fix))
  }
}
