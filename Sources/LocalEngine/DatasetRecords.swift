import Exports
import Findings
import Indicators
import Schemas

/// The records of a dataset that can be counted, as text, with their places.
struct DatasetRecords {
  /// The schema.
  let schema: DatasetSchema

  /// The files, by path.
  let files: [String]

  /// The records, by file and line.
  private(set) var rows: [Row] = []

  /// The files whose number of countable records is not that of the books.
  private(set) var unclear: [String] = []

  /// A record.
  struct Row {
    /// The file, by index.
    let file: Int

    /// The line on which it begins.
    let line: Int

    /// The fields as they stand in the file, in the order of the schema's columns.
    let fields: [String]

    /// The members of code columns by slug (several divided by `|`), other fields as they are.
    let members: [String]

    /// The event date; of a year its first day.
    let event: CalendarDate
  }

  /// Reads the dataset again, without the records that a run left out.
  init(_ schema: DatasetSchema, deliveries: [Delivery], outcome: PlanOutcome) {
    self.schema = schema
    let own = deliveries.filter { $0.dataset == schema.name }.sorted { $0.file < $1.file }
    files = own.map(\.file)
    let books = Dictionary(outcome.books.map { ($0.file, $0) }) { first, _ in first }
    let findings = Dictionary(grouping: outcome.findings, by: \.location.file)
    let years = Set(own.map(\.year))
    var spelling = MemberSpelling(schema)
    for (index, delivery) in own.enumerated() {
      guard let book = books[delivery.file], book.recordsCounted > 0 else { continue }
      let before = rows.count
      let lines = DatasetRecords.linesLeftOut(book, findings[delivery.file] ?? [])
      let all = DatasetRecords.records(of: delivery, schema)
      for (record, end) in zip(all, all.dropFirst().map(\.line) + [Int.max])
      where !lines.contains(from: record.line, before: end) {
        guard
          let event = RecordTest.event(record.fields, schema), years.contains(event.year)
        else { continue }
        rows.append(
          Row(
            file: index, line: record.line, fields: record.fields,
            members: spelling.members(of: record.fields), event: event))
      }
      if rows.count - before != book.recordsCounted { unclear.append(delivery.file) }
    }
  }

  /// The records of a file with their fields in the order of the schema.
  private static func records(
    of delivery: Delivery, _ schema: DatasetSchema
  ) -> [RecordReader.Record] {
    var places: [Int?]?
    var records: [RecordReader.Record] = []
    _ = RecordReader(path: delivery.path, dialect: schema.dialect).read { record in
      guard let places else {
        places = schema.columns.map { record.fields.firstIndex(of: $0.name) }
        return
      }
      let fields = places.map { place in
        place.flatMap { $0 < record.fields.count ? record.fields[$0] : nil } ?? ""
      }
      records.append(RecordReader.Record(line: record.line, fields: fields))
    }
    return records
  }

  /// The lines of findings that set a record apart.
  private static func linesLeftOut(_ book: DeliveryBooks, _ findings: [Finding]) -> SortedLines {
    let rules = Set(book.setApart.map(\.rule))
    return SortedLines(
      findings.filter { $0.severity == .error || rules.contains($0.rule) }.map(\.location.line))
  }
}

/// Line numbers that can be looked up by range.
struct SortedLines {
  private let lines: [Int]

  init(_ lines: [Int]) {
    self.lines = lines.sorted()
  }

  /// Whether any of them lies in the range.
  func contains(from first: Int, before end: Int) -> Bool {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle] < first { low = middle + 1 } else { high = middle }
    }
    return low < lines.count && lines[low] < end
  }
}

/// Turns the spellings of codes into slugs.
private struct MemberSpelling {
  private let types: [ColumnType]
  private var known: [[String: String]]

  init(_ schema: DatasetSchema) {
    types = schema.columns.map(\.type)
    known = types.map { _ in [:] }
  }

  mutating func members(of fields: [String]) -> [String] {
    fields.indices.map { member(fields[$0], $0) }
  }

  private mutating func member(_ field: String, _ column: Int) -> String {
    switch types[column] {
    case .code, .codes, .openCode: break
    case .text, .identifier, .date, .year, .integer, .decimal: return field
    }
    if let known = known[column][field] { return known }
    let member = slugs(field, types[column])
    known[column][field] = member
    return member
  }

  private func slugs(_ field: String, _ type: ColumnType) -> String {
    switch type {
    case .code(let list): return list.slug(field)
    case .codes(let list, let separator):
      let parts = field.utf8.split(separator: separator).map { list.slug(String($0) ?? "") }
      return parts.joined(separator: "|")
    case .openCode: return SpellingFold.key(field)
    case .text, .identifier, .date, .year, .integer, .decimal: return field
    }
  }
}

extension CodeList {
  /// The slug of the code that a spelling stands for; empty for an empty field.
  fileprivate func slug(_ spelling: String) -> String {
    index(matching: spelling).map { codes[$0].slug } ?? ""
  }
}
