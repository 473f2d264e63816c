public import Findings
public import Schemas

/// Reads one file as the program understands it, record by record.
public struct RecordReader {
  /// One record, or the header.
  public struct Record: Sendable, Hashable {
    /// The line on which it begins, from 1.
    public let line: Int

    /// The fields, decoded and without their quotes, in the order of the file.
    public let fields: [String]

    /// Whether it is not counted: an error is about it, or it has another number of fields than the
    /// first one.
    public let isSetApart: Bool

    /// Creates a record.
    public init(line: Int, fields: [String], isSetApart: Bool = false) {
      self.line = line
      self.fields = fields
      self.isSetApart = isSetApart
    }
  }

  private let path: String
  private let schema: DatasetSchema?
  private let dialect: Dialect
  private let hasHeader: Bool

  /// Creates the reader of a file of a declared dataset: its findings are those of a run.
  ///
  /// The year and the part come from the file's path, `<year>/<name>.csv`; where it has another
  /// form, dates and members are not held against the file's place.
  public init(path: String, schema: DatasetSchema) {
    self.path = path
    self.schema = schema
    dialect = schema.dialect
    hasHeader = true
  }

  /// Creates the reader of any delimited file, of which only the form is checked.
  public init(path: String, dialect: Dialect, hasHeader: Bool = true) {
    self.path = path
    schema = nil
    self.dialect = dialect
    self.hasHeader = hasHeader
  }

  /// Gives every record in the order of the file, the header first where there is one.
  ///
  /// - Returns: What is wrong with the file, sorted. After an error about the file as a whole, the
  ///   records from there on are not given, and `isUsable` is false.
  public func read(_ body: (Record) -> Void) -> (isUsable: Bool, findings: FindingList) {
    var form: PlainSchema?
    if schema == nil { form = PlainSchema(path: path, dialect: dialect, hasHeader: hasHeader) }
    guard let schema = schema ?? form?.schema else { return (false, FindingList()) }
    let delivery = Delivery(path: path, schema: schema)
    var context = DatasetContext(
      schema: schema, deliveredYears: [delivery.year], openLists: OpenLists())
    context.checksPlace = self.schema != nil && delivery.year > 0
    context.header = form?.header ?? .declared
    var reader = DatasetReader(context, buffers: ScanBuffers())
    let report = reader.read(ChunkTask(delivery, size: 0)) { _ in }
    var findings = DeliveryReport([report], schema: schema)?.findings ?? FindingList()
    let end = report.isUnusable ? report.nextLine : Int.max
    let lines = errorLines(among: findings)
    var fieldCount: Int?
    var repeated = RepeatedHeader(isLookedFor: form?.header == .plain)
    PlainRecords(path: path, dialect: dialect).forEach(before: end) { record, lineCount in
      let isSetApart =
        record.fields.count != fieldCount ?? record.fields.count
        || (record.line..<record.line + max(1, lineCount)).contains(where: lines.contains)
      fieldCount = fieldCount ?? record.fields.count
      repeated.take(record)
      body(Record(line: record.line, fields: record.fields, isSetApart: isSetApart))
    }
    findings.append(repeated.findings(in: path))
    return (!report.isUnusable, findings)
  }

  private func errorLines(among findings: FindingList) -> LineSet {
    guard findings.gravest == .error else { return LineSet() }
    return findings.reduce(into: LineSet()) { lines, finding in
      if finding.severity == .error { lines.insert(finding.location.line) }
    }
  }
}

extension Delivery {
  /// The delivery at a path, with year and part as far as its last two names tell them.
  fileprivate init(path: String, schema: DatasetSchema) {
    let names = path.split(separator: "/").map(String.init)
    let year = names.dropLast().last.flatMap { Int($0) } ?? 0
    let part = schema.naming.part(of: names.last ?? "", year: year)
    self.init(
      dataset: schema.name, path: path, file: path, year: part == nil ? 0 : year,
      part: part ?? "")
  }
}
