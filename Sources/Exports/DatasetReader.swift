import CStructuralScan
import Findings
import Schemas

/// Reads chunks of the files of one dataset, for one worker.
///
/// It keeps what the worker has learned about spellings from file to file.
package struct DatasetReader {
  let context: DatasetContext
  let buffers: ScanBuffers
  let nearestCodes = NearestCodes()
  var decoders: [ColumnDecoder]
  var batch: RecordBatch
  var report: ChunkReport
  var binding: HeaderBinding? {
    didSet {
      inspectionBase = binding.map {
        InspectionBase(
          context: context, delivery: delivery, binding: $0, nearestCodes: nearestCodes, text: text)
      }
    }
  }
  /// What inspections of the file's records share.
  private(set) var inspectionBase: InspectionBase?
  /// The line of the record at hand.
  var line = 0
  var emptyLines: [Int] = []
  var isKept: [Bool] = Array(repeating: true, count: FieldRows.capacity)
  var isAtFileEnd = false
  /// The lines of the last record, and of the last one that was set apart.
  var lastRecordLine = 0
  var lastSetApartLine = -1

  var schema: DatasetSchema { context.schema }
  var text: FieldText {
    FieldText(encoding: schema.dialect.encoding, countsReturns: endsLinesWithReturns)
  }

  /// Whether findings go to the store of the context while the file is read.
  private(set) var storesAlong = false

  /// Whether the lines of the file end in carriage returns only.
  private(set) var endsLinesWithReturns = false
  var delivery: Delivery { report.task.delivery }

  /// Creates the reader of a dataset, which works in the buffers of its worker.
  package init(_ context: DatasetContext, buffers: ScanBuffers) {
    self.context = context
    self.buffers = buffers
    decoders = context.schema.columns.enumerated().map { index, column in
      ColumnDecoder(
        column, isRequired: column.isRequired || index == context.eventColumn,
        encoding: context.schema.dialect.encoding, openLists: context.openLists,
        looksForPersonalData: context.header == .declared,
        personNames: context.schema.rules.personNames)
    }
    batch = RecordBatch(columnCount: context.schema.columns.count)
    report = ChunkReport(
      ChunkTask(Delivery(dataset: "", path: "", file: "", year: 0, part: ""), size: 0))
  }

  /// Reads a chunk and gives its records, a batch at a time.
  ///
  /// With `storesFindings` the report's findings go to the store of the context at the end; a caller
  /// who wants to look at them first calls `keepFindings` afterwards.
  package mutating func read(
    _ task: ChunkTask, storesFindings: Bool = true, consume: (borrowing RecordBatch) -> Void
  ) -> ChunkReport {
    report = ChunkReport(task)
    storesAlong = storesFindings
    emptyLines = []
    binding = nil
    do throws(ExportFile.Failure) {
      let file = try ExportFile(path: task.delivery.path)
      report.byteCount = file.opened.size
      report.fingerprint = file.opened
      try read(file, consume: consume)
      if file.current != file.opened {
        report.refuse(
          "changed-while-reading", "was changed while it was read, expected a finished export",
          fix: "wait until the export is complete and run again")
      }
    } catch {
      report.refuse(
        error.rule, "\(error.found), expected a readable file",
        fix: "look at the file and its rights")
    }
    finishSpellings()
    if storesFindings { report.keepFindings(in: context.store) }
    return report
  }

  private mutating func read(
    _ file: ExportFile, consume: (borrowing RecordBatch) -> Void
  ) throws(ExportFile.Failure) {
    let end = report.task.end ?? file.size
    // Pieces of a file only need its header, which mostly is short.
    var window = ReadWindow(
      file: file, end: end,
      firstLength: report.task.ordinal == 0 ? ScanBuffers.readLength : ScanBuffers.scanLength)
    try window.fill(buffers)
    guard let header = try readHeader(&window) else { return }
    if let start = report.task.start {
      window = ReadWindow(file: file, from: start, end: end)
      try window.fill(buffers)
      line = report.task.firstLine
    } else {
      window.position = header.recordStart
      line = header.recordLine + 1
    }
    isAtFileEnd = false
    try readRecords(&window, consume: consume)
    report.nextLine = line
  }

  private mutating func readHeader(
    _ window: inout ReadWindow
  ) throws(ExportFile.Failure) -> HeaderReading? {
    endsLinesWithReturns = window.translatesReturns(buffers)
    if endsLinesWithReturns {
      report.findings.append(
        PendingFinding(
          .note, rule: "line-end",
          "has lines that end in carriage returns only, expected LF or CR LF",
          fix: "none, they are read as line ends"))
    }
    var header = HeaderReading(
      buffers.window, window.filled, schema: schema, text: text, mode: context.header)
    while header.isCutOff, !window.isAtEnd {
      guard !window.isFull else {
        let limit = "\(ScanBuffers.recordLimit >> 20) MiB"
        report.refuse(
          "record-too-long", line: 1, column: 1,
          "the header has more than \(limit), expected a line end within \(limit)",
          fix: "look whether the file is delimited text")
        return nil
      }
      try window.fill(buffers)
      header = HeaderReading(
        buffers.window, window.filled, schema: schema, text: text, mode: context.header)
    }
    let isFirst = report.task.ordinal == 0
    if isFirst { report.findings += header.findings }
    binding = header.binding
    report.missingColumns = zip(schema.columns, header.binding?.positions ?? [])
      .compactMap { column, position in position == nil ? column.name : nil }
    guard header.isUsable else {
      report.isUnusable = true
      return nil
    }
    line = 1
    guard isDecodable(from: 0, to: header.recordStart) else { return nil }
    return header
  }

  private mutating func finishSpellings() {
    for index in decoders.indices {
      let column = decoders[index].column
      switch column.type {
      case .code(let list): addVariants(index, column, list)
      case .codes(let list, _): addVariants(index, column, list)
      default: break
      }
    }
  }

  private mutating func addVariants(_ index: Int, _ column: Column, _ list: CodeList) {
    for use in decoders[index].takeUses(variantsOnly: true) {
      let spelling = use.raw.withUnsafeBufferPointer { text.content($0) }
      var label = ""
      if case .code = column.type, use.value > 0 { label = list.codes[Int(use.value) - 1].label }
      let variant = ChunkReport.Variant(column: column.name, spelling: spelling, label: label)
      report.variants[variant, default: 0] += use.count
    }
  }

  /// Gives the spellings of open lists that were met to the lists; called once, at the end.
  package mutating func shareOpenSpellings() {
    takeOpenSpellings().share(with: context.openLists)
  }

  /// The spellings of open lists that were met, which are then forgotten.
  package mutating func takeOpenSpellings() -> OpenSpellings {
    var spellings = OpenSpellings()
    for index in decoders.indices {
      guard case .openCode(let list) = decoders[index].column.type else { continue }
      var counts: [Int64: [[UInt8]: Int]] = [:]
      for use in decoders[index].takeUses(variantsOnly: false) where use.value > 0 {
        let spelling = use.raw.withUnsafeBufferPointer { text.content($0) }.trimmed
        counts[use.value, default: [:]][Array(spelling.utf8), default: 0] += use.count
      }
      spellings.add(counts, to: list, context.openLists)
    }
    return spellings
  }
}

extension String {
  /// The text without white space around it.
  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
