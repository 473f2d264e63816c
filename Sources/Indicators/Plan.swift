/// What an engine has to compute: aggregates over datasets, nothing about reports.
///
/// All aggregates over a dataset are computed in the same single pass over its bytes. The plan is
/// the same for every engine, and so are the integers that come back.
public struct Plan: Sendable, Hashable {
  /// The aggregates, each once, in a fixed order.
  public let aggregates: [Aggregate]

  /// Creates a plan; an aggregate that is asked for twice is computed once.
  public init(_ aggregates: [Aggregate]) {
    var seen: Set<Aggregate> = []
    self.aggregates = aggregates.filter { seen.insert($0).inserted }
  }

  /// The datasets that have to be read, in order of name.
  public var datasets: [String] {
    var names: Set<String> = []
    for aggregate in aggregates {
      names.insert(aggregate.source.dataset)
      if let other = aggregate.accumulator.otherSource { names.insert(other.dataset) }
    }
    return names.sorted()
  }
}

/// One table of integers over the records of a dataset.
public struct Aggregate: Sendable, Hashable {
  /// The records.
  public let source: RecordSource

  /// What the table is broken down by; without groups it has one row.
  ///
  /// A record with several values in a group's column counts under each of them, once.
  public let groups: [Group]

  /// What is accumulated for each combination.
  public let accumulator: Accumulator

  /// Creates an aggregate.
  public init(_ source: RecordSource, by groups: [Group], _ accumulator: Accumulator) {
    self.source = source
    self.groups = groups
    self.accumulator = accumulator
  }
}

/// What a table of integers is broken down by.
public enum Group: Sendable, Hashable {
  /// The year of the event date; its key is the year in digits.
  case eventYear

  /// The month of the event date; its key is `yyyy-mm`.
  case eventMonth

  /// A column of a code type, or a derived dimension; its key is the slug of the code (for open
  /// lists `SpellingFold.key`), empty for an empty field.
  case dimension(String)
}

/// What is accumulated over the records of one group.
public enum Accumulator: Sendable, Hashable {
  /// Value 0 is the number of records.
  case count

  /// Value 0 is the sum of the column (decimal columns: in millionths), value 1 the number of
  /// records in which it is filled.
  case sum(column: String)

  /// Value 0 is the number of different values of an identifier column.
  case distinct(column: String)

  /// Value 0 is the number of different values of an identifier column that occur under more than
  /// one of some members of a dimension, which is none of the groups.
  case distinctInSeveral(column: String, dimension: String, members: [String])

  /// Value 0 is the number of different values of an identifier column that also occur in the
  /// column of another source. With `sameYear` the other record's event year must be that of this
  /// record; otherwise any record of the other source will do.
  case distinctAlso(column: String, in: RecordSource, otherColumn: String, sameYear: Bool)

  /// Value 0 is the sum of the days between two dates of a record, value 1 the number of records
  /// that have both.
  case days(from: String, to: String)

  /// Value 0 is the sum of the days between the first record of each person here and the person's
  /// first record on or after that day in the other source, value 1 the number of persons with
  /// both. Groups and event dates are those of the first record here (ties: the smallest key).
  case daysToFirst(column: String, in: RecordSource, otherColumn: String)

  /// The other source that the accumulator needs.
  public var otherSource: RecordSource? {
    switch self {
    case .count, .sum, .distinct, .distinctInSeveral, .days: nil
    case .distinctAlso(_, let source, _, _), .daysToFirst(_, let source, _): source
    }
  }
}
