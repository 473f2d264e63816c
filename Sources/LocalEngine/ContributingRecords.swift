public import Exports
public import Indicators
public import Schemas

/// Lists the records that a number comes from, in a reading of its own, record by record.
///
/// It does not share the engine's way of counting, so that a sum that agrees with the engine's is a
/// proof of both.
public final class ContributingRecords {
  private let schemas: [String: DatasetSchema]
  private let dimensions: [Dimension]
  private let deliveries: [Delivery]
  private let outcome: PlanOutcome

  /// The datasets that were read last; no more than two are needed at once.
  private var known: [DatasetRecords] = []

  /// What was found for a number.
  public struct Answer: Sendable {
    /// The columns of the records' fields.
    public let columns: [String]

    /// The records, by file and line.
    public let records: [ContributingRecord]

    /// What they add up to: records, different identifiers, or the sum.
    public let total: Int

    /// Whether it is a sum of decimals, in millionths.
    public let isInMillionths: Bool

    /// The files in which the records left out could not be told from the others; empty when the
    /// books of all files balance.
    public let unclear: [String]
  }

  /// Creates a list of records over the deliveries of a run.
  ///
  /// - Parameters:
  ///   - schemas: The declared datasets.
  ///   - dimensions: The dimensions that are derived from columns.
  ///   - deliveries: The files that the run read.
  ///   - outcome: What came of the run: its findings and books say which records were left out.
  public init(
    schemas: [DatasetSchema], dimensions: [Dimension], deliveries: [Delivery],
    outcome: PlanOutcome
  ) {
    self.schemas = Dictionary(schemas.map { ($0.name, $0) }) { first, _ in first }
    self.dimensions = dimensions
    self.deliveries = deliveries
    self.outcome = outcome
  }

  /// The records behind a number.
  public func records(for question: RecordQuestion) -> Answer {
    let own = records(of: question.source, question.accumulator)
    guard case .distinctAlso(_, let other, let column, _) = question.accumulator else { return own }
    let others = records(of: other, .distinct(column: column))
    let persons = Set(others.records.compactMap(\.identifier))
    return Answer(
      columns: own.columns,
      own.records.filter { $0.identifier.map(persons.contains) ?? false },
      unclear: own.unclear + others.unclear, countsIdentifiers: true, isInMillionths: false)
  }

  private func records(of source: RecordSource, _ accumulator: Accumulator) -> Answer {
    guard let schema = schemas[source.dataset] else {
      return Answer(
        columns: [], [], unclear: [], countsIdentifiers: false, isInMillionths: false)
    }
    let dataset = dataset(schema)
    let test = RecordTest(
      source.selection, schema: schema,
      dimensions: dimensions.filter { $0.dataset == schema.name })
    let amount = RecordAmount(accumulator, schema: schema)
    let records = dataset.rows.filter(test.isSatisfied).map { row in
      ContributingRecord(
        file: dataset.files[row.file], line: row.line, fields: row.fields,
        amount: amount.amount(of: row), identifier: amount.identifier(of: row))
    }
    return Answer(
      columns: schema.columns.map(\.name), records, unclear: dataset.unclear,
      countsIdentifiers: amount.countsIdentifiers, isInMillionths: amount.isInMillionths)
  }

  private func dataset(_ schema: DatasetSchema) -> DatasetRecords {
    if let found = known.first(where: { $0.schema.name == schema.name }) { return found }
    let read = DatasetRecords(schema, deliveries: deliveries, outcome: outcome)
    known = known.suffix(1) + [read]
    return read
  }
}

/// A record that a number comes from, with its place.
public struct ContributingRecord: Sendable {
  /// The file's path, relative to the folder of exports.
  public let file: String

  /// The line on which it begins, from 1.
  public let line: Int

  /// The fields as they stand in the file, in the order of the schema's columns.
  public let fields: [String]

  /// What it adds: 1 for a count, its value for a sum (in millionths for decimals).
  public let amount: Int

  /// The identifier that is counted once, where different values are counted.
  public let identifier: String?
}

extension ContributingRecords.Answer {
  fileprivate init(
    columns: [String], _ records: [ContributingRecord], unclear: [String],
    countsIdentifiers: Bool, isInMillionths: Bool
  ) {
    self.isInMillionths = isInMillionths
    self.columns = columns
    self.records = records
    self.unclear = unclear
    total =
      countsIdentifiers
      ? Set(records.compactMap(\.identifier)).count : records.reduce(0) { $0 + $1.amount }
  }
}
