internal import Exports
internal import Findings
internal import Indicators
internal import Schemas

/// The deliveries of one dataset on the cluster: what is known of them, and what became of them.
struct DatasetRun {
  let names: DatasetNames
  let context: DatasetContext
  var files: [SourceFile]
  private var excerpts: [Int: FileExcerpt] = [:]
  private var setApart: [Int: [String: Int]] = [:]
  private var counted: [Int: Int] = [:]
  private var identityFindings: [Finding] = []
  private let buffers = ScanBuffers()

  /// The spellings of open lists: how often each was met, by list and key.
  private(set) var spellings: [String: [String: [[UInt8]: Int]]] = [:]

  /// How many months of its year each file reaches.
  private(set) var monthsCovered: [String: Int] = [:]

  /// Whether records are left out for their keys or references.
  var hasExclusions = false

  /// Whether something was found of which places must be asked for.
  private(set) var hasPlaces = false

  var schema: DatasetSchema { names.schema }
  var check: CheckSQL { CheckSQL(names: names) }

  /// The files whose records are read.
  var readable: [SourceFile] { files.filter(\.isReadable) }

  /// Creates the run of a dataset's deliveries, in order of path.
  init(_ names: DatasetNames, _ deliveries: [Delivery]) {
    self.names = names
    context = DatasetContext(
      schema: names.schema, deliveredYears: Set(deliveries.map(\.year)), openLists: OpenLists())
    files = deliveries.sorted { $0.file < $1.file }.enumerated().map { SourceFile(id: $0, $1) }
  }

  // MARK: - Files

  /// Takes the rows about blocks, reads the headers and finds copies.
  mutating func takeBlocks(_ rows: [ResultRow]) throws(SparkError) {
    let byPath = Dictionary(files.map { ($0.encodedPath, $0.id) }) { first, _ in first }
    for row in rows {
      if let id = byPath[row.decoded(0)] { try files[id].add(row) }
    }
    var first: [String: Int] = [:]
    for id in files.indices {
      files[id].finishBlocks()
      readHeader(of: id)
      guard files[id].byteCount > 0 else { continue }
      let content = "\(files[id].byteCount) \(files[id].fingerprint)"
      if let original = first[content] {
        files[id].original = original
      } else {
        first[content] = id
      }
    }
  }

  private mutating func readHeader(of id: Int) {
    let file = files[id]
    let mark: [UInt8] = file.hasByteOrderMark && file.headerLine == 1 ? [0xEF, 0xBB, 0xBF] : []
    let excerpt = FileExcerpt(
      of: file.delivery, header: file.headerBytes.isEmpty ? [] : mark + file.headerBytes,
      line: file.headerLine, size: file.byteCount, context: context, buffers: buffers)
    files[id].header = excerpt.header
    excerpts[id] = excerpt
  }

  // MARK: - Records

  /// Takes the rows of `CheckSQL.books`.
  mutating func takeBooks(_ rows: [ResultRow]) throws(SparkError) {
    var totals: [Int: Totals] = [:]
    for row in rows {
      switch row.kind {
      case "book": try takeBook(row, &totals)
      case "variant": try takeVariant(row)
      case "spelling": try takeSpelling(row)
      default: break
      }
    }
    for (id, total) in totals { finish(id, total) }
  }

  private struct Totals {
    var trailing = 0
    var firstTrailing = 0
    var returns = 0
    var wellFormed = 0
    var lastLine = 0
    var lastRule = ""
    var shownRules: [(rule: String, isError: Bool, count: Int)] = []
  }

  private mutating func takeBook(_ row: ResultRow, _ totals: inout [Int: Totals]) throws(SparkError)
  {
    let id = try row.integer(0)
    let (rule, remark, count) = (row.decoded(1), row.decoded(2), try row.integer(3))
    var total = totals[id] ?? Totals()
    if rule.isEmpty {
      counted[id, default: 0] += count
    } else {
      setApart[id, default: [:]][rule, default: 0] += count
    }
    let last = try row.integer(5)
    if last > total.lastLine { (total.lastLine, total.lastRule) = (last, rule) }
    if !["field-count", "quote-in-field"].contains(rule) {
      total.returns += try row.integer(6)
      total.wellFormed += count
    }
    if remark == "trailing-delimiter" {
      total.trailing += count
      total.firstTrailing = try row.integer(4)
    } else if !rule.isEmpty || !remark.isEmpty {
      hasPlaces = true
      total.shownRules.append((rule.isEmpty ? remark : rule, !rule.isEmpty, count))
    }
    totals[id] = total
    noteMonths(row.text(7), of: id)
  }

  /// Keeps the latest month of the file's year that occurs in it.
  private mutating func noteMonths(_ months: String, of id: Int) {
    let file = files[id].delivery
    guard schema.naming != .perMonth, !schema.hasYearEvents else { return }
    for month in months.split(separator: ",") {
      guard let year = Int(month.prefix(4)), year <= file.year else { continue }
      let reached = year < file.year ? 1 : Int(month.suffix(2)) ?? 12
      monthsCovered[file.file] = max(monthsCovered[file.file] ?? 1, reached)
    }
  }

  private mutating func finish(_ id: Int, _ total: Totals) {
    let file = files[id]
    var lineFeeds = total.wellFormed - total.returns
    if file.lacksLineEnd, total.lastRule != "field-count", lineFeeds > 0 { lineFeeds -= 1 }
    excerpts[id]?.addTotals(
      trailingDelimiters: total.trailing, from: total.firstTrailing, lineFeeds: lineFeeds,
      carriageReturns: total.returns)
    excerpts[id]?.setEncoding(
      isUTF8: file.linesOutsideUTF8 == 0,
      firstLine: file.nonASCIILines > 0 ? file.headerLine + 1 : nil)
    let isSetApart = !total.lastRule.isEmpty && total.lastRule != VerdictSQL.outside
    if file.lacksLineEnd, total.lastLine > 0,
      let remark = EndOfFile.remark(isSetApart: isSetApart, endsInReturn: file.endsInReturn)
    {
      excerpts[id]?.addFinding(
        .warning, rule: EndOfFile.rule, line: total.lastLine, remark, fix: EndOfFile.fix)
    }
    for (rule, isError, count) in total.shownRules where count > CheckSQL.shownPlaces {
      excerpts[id]?.addFinding(
        isError ? .error : .warning, rule: rule,
        "\(count - CheckSQL.shownPlaces) more records have this finding, expected none",
        fix: "look at the first ones; run with the local engine to see the place of each")
    }
  }

  private mutating func takeVariant(_ row: ResultRow) throws(SparkError) {
    let column = schema.columns[try row.integer(1)]
    let spelling = row.decoded(2)
    var label = ""
    if case .code(let list) = column.type, let index = list.index(matching: spelling) {
      label = list.codes[index].label
    }
    excerpts[try row.integer(0)]?.addVariant(
      column: column.name, spelling: spelling, label: label, count: try row.integer(3))
  }

  private mutating func takeSpelling(_ row: ResultRow) throws(SparkError) {
    guard case .openCode(let list) = schema.columns[try row.integer(0)].type else { return }
    let (key, spelling) = (row.decoded(1), row.decoded(2))
    guard SpellingFold.key(spelling) == key else {
      throw .disagreement("a spelling of the open list '\(list)'")
    }
    let trimmed = spelling.withoutBlanksAround
    spellings[list, default: [:]][key, default: [:]][Array(trimmed.utf8), default: 0] +=
      try row.integer(3)
  }

  // MARK: - Places

  /// Takes the rows of `CheckSQL.samples`: each record is looked at again, and must get the rule
  /// that the cluster has found.
  mutating func takeSamples(_ rows: [ResultRow]) throws(SparkError) {
    var sorted: [(file: Int, line: Int, row: ResultRow)] = []
    for row in rows { sorted.append((try row.integer(0), try row.integer(1), row)) }
    sorted.sort { ($0.file, $0.line) < ($1.file, $1.line) }
    for (id, line, row) in sorted where row.decoded(3) != "trailing-delimiter" {
      guard var excerpt = excerpts.removeValue(forKey: id), !excerpt.isUnusable else { continue }
      let found = excerpt.add(row.bytes(4), line: line) ?? ""
      let expected = row.decoded(2)
      if found != expected, !expected.hasPrefix("!"), expected != VerdictSQL.outside {
        throw .disagreement(
          "the record at \(files[id].delivery.file):\(line) ('\(expected)' there, '\(found)' here)")
      }
      excerpts[id] = excerpt
    }
  }

  /// Takes the rows about keys, references and marks that turned out wrong.
  mutating func takePlaces(_ rows: [ResultRow], references: [(column: Int, dataset: String)])
    throws(SparkError)
  {
    let words = IdentityWords(schema)
    for row in rows {
      guard row.count == 7 else { continue }
      let (number, id, line) = (try row.integer(0), try row.integer(1), try row.integer(2))
      let other = SourceLocation(
        file: Printable.name(files[try row.integer(4)].delivery.file), line: try row.integer(5))
      let record = row.bytes(6)
      switch row.kind {
      case "twice":
        let column = schema.primaryKey.flatMap { names.index($0) } ?? 0
        identityFindings.append(
          words.duplicateKey(
            column: column, at: location(column, id, record, line), other: other,
            isSame: row.text(3) == "true"))
      case "nowhere":
        let reference = references[number]
        identityFindings.append(
          words.unknownReference(
            column: reference.column, at: location(reference.column, id, record, line),
            to: reference.dataset))
      case "second":
        let mark = check.marks[number]
        identityFindings.append(
          words.secondMark(
            column: mark.column, person: mark.person,
            at: location(mark.person, id, record, line), first: other))
      default: break
      }
    }
  }

  private func location(_ column: Int, _ id: Int, _ record: [UInt8], _ line: Int) -> SourceLocation
  {
    excerpts[id]?.location(ofColumn: column, in: record, line: line)
      ?? SourceLocation(file: Printable.name(files[id].delivery.file), line: line)
  }

  /// Takes the numbers of records that are left out for their keys and references.
  mutating func takeExclusions(_ rows: [ResultRow]) throws(SparkError) {
    for row in rows where row.kind == "left" {
      let (id, count) = (try row.integer(0), try row.integer(2))
      setApart[id, default: [:]][row.decoded(1), default: 0] += count
      counted[id, default: 0] -= count
    }
  }

  // MARK: - Outcome

  /// Whether a file cannot be used.
  var isUnusable: Bool {
    excerpts.values.contains(where: \.isUnusable)
      || setApart.values.contains { rules in rules.keys.contains { $0.hasPrefix("!") } }
  }

  /// All findings.
  var findings: [Finding] {
    files.flatMap { $0.original == nil ? excerpts[$0.id]?.findings ?? [] : [] } + identityFindings
      + copies
  }

  private var copies: [Finding] {
    files.compactMap { file in
      guard let original = file.original, recordsRead(original) > 0 else { return nil }
      return Finding(
        .error, rule: "same-content", dataset: schema.name,
        at: SourceLocation(file: file.delivery.file),
        "has the same content as \(files[original].delivery.file), expected another delivery",
        fix: "ask for the right file, or remove the copy; its records count once")
    }
  }

  private func recordsRead(_ id: Int) -> Int {
    (counted[id] ?? 0) + (setApart[id] ?? [:]).values.reduce(0, +)
  }

  /// The books of all files.
  var books: [DeliveryBooks] {
    files.map { file in
      let source = file.original ?? file.id
      let read = recordsRead(source)
      let isCopy = file.original != nil
      var rules = setApart[source] ?? [:]
      let outside = rules.removeValue(forKey: VerdictSQL.outside) ?? 0
      if isCopy { rules = read > 0 ? ["same-content": read] : [:] }
      return DeliveryBooks(
        dataset: schema.name, file: file.delivery.file, year: file.delivery.year,
        part: file.delivery.part, byteCount: file.byteCount, recordsRead: read,
        recordsCounted: isCopy ? 0 : counted[source] ?? 0,
        setApart: rules.map { RuleCount(rule: $0.key, count: $0.value) }
          .sorted { $0.rule < $1.rule },
        outsidePeriod: isCopy ? 0 : outside,
        missingColumns: isCopy ? [] : file.header?.missingColumns ?? [])
    }
  }
}

extension String {
  /// The text without white space around it.
  fileprivate var withoutBlanksAround: String {
    let start = drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
