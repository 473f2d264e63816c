/// What an engine gives back: a table of integers for each aggregate of the plan.
public struct PlanResults: Sendable {
  private let tables: [Aggregate: AggregateTable]

  /// For each open list the spelling to print for each key.
  public let spellings: [String: [String: String]]

  /// Creates results.
  public init(tables: [Aggregate: AggregateTable], spellings: [String: [String: String]]) {
    self.tables = tables
    self.spellings = spellings
  }

  /// The table of an aggregate, or nil when the plan did not ask for it.
  public func table(_ aggregate: Aggregate) -> AggregateTable? {
    tables[aggregate]
  }
}

/// Integers by combination of members; combinations without records are not in it.
public struct AggregateTable: Sendable, Hashable {
  /// For each combination, one key per group of the aggregate, the one or two values of its
  /// accumulator.
  public let rows: [[String]: AggregateValue]

  /// Creates a table.
  public init(rows: [[String]: AggregateValue]) {
    self.rows = rows
  }
}

/// The integers that an accumulator gives for one combination.
public struct AggregateValue: Sendable, Hashable {
  /// The count, sum, distinct count or total of days.
  public let amount: Int

  /// How many records or persons the amount comes from, where the accumulator says so; else the
  /// amount itself.
  public let contributors: Int

  /// Creates a value.
  public init(amount: Int, contributors: Int) {
    self.amount = amount
    self.contributors = contributors
  }
}
