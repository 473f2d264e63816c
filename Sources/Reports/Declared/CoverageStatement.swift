public import Schemas

/// What somebody said about deliveries: that they hold everything up to a day.
public struct CoverageStatement: Sendable, Hashable {
  /// The last day of which everything was delivered.
  public let through: CalendarDate

  /// The datasets that it is about; empty for all.
  public let datasets: [String]

  /// Who said so, and when.
  public let by: String

  /// Creates a statement.
  public init(through: CalendarDate, datasets: [String] = [], by: String) {
    self.through = through
    self.datasets = datasets
    self.by = by
  }

  /// Whether it says that a dataset is complete up to a day.
  func covers(_ dataset: String, through day: CalendarDate) -> Bool {
    day <= through && (datasets.isEmpty || datasets.contains(dataset))
  }
}
