public import Indicators

/// What the run of the period before printed, so that a report can say what changed since.
public struct EarlierRun: Sendable {
  /// The period of that run.
  public let period: ReportingPeriod

  /// Its numbers as plain decimals, by cell; empty for a cell without a number. Cells
  /// that were left blank to protect persons are not among them.
  public let values: [CellReference: String]

  /// Creates what a run printed.
  public init(period: ReportingPeriod, values: [CellReference: String]) {
    self.period = period
    self.values = values
  }
}
