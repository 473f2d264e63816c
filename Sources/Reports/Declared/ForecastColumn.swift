/// Columns with what a year is expected to come to: the number itself, and the ends of its range.
public struct ForecastColumn: Sendable, Hashable {
  /// The label of the column with the expected number.
  public let label: String

  /// The label of the column with the lowest estimate; nil when it is not shown.
  public let lowLabel: String?

  /// The label of the column with the highest estimate; nil when it is not shown.
  public let highLabel: String?

  /// What the method is called.
  public let name: String

  /// How the expected number is made, from the last full year before.
  public let method: ForecastMethod

  /// The methods whose estimates, with those of `method`, span the range.
  public let range: [ForecastMethod]

  /// From how many full years before estimates are made for the range, at most.
  public let yearCount: Int

  /// The kinds of measure for which a forecast is made although their months do not add up.
  public let alsoFor: [String]

  /// What the number means and does not mean, for the reader.
  public let note: String

  /// Creates a forecast.
  public init(
    label: String, lowLabel: String? = nil, highLabel: String? = nil, name: String,
    method: ForecastMethod, range: [ForecastMethod] = [], yearCount: Int = 1,
    alsoFor: [String] = [], note: String
  ) {
    self.label = label
    self.lowLabel = lowLabel
    self.highLabel = highLabel
    self.name = name
    self.method = method
    self.range = range
    self.yearCount = yearCount
    self.alsoFor = alsoFor
    self.note = note
  }
}

/// A simple way to estimate a whole year from the year to date and an earlier year.
public enum ForecastMethod: String, Sendable, Hashable, CaseIterable {
  /// The year to date, divided by the share that the same months had of the earlier year.
  case sameMonthsShare = "same-months-share"

  /// The year to date, and then as many as in the remaining months of the earlier year.
  case restAsBefore = "rest-as-before"

  /// The year to date, spread evenly over the months that it has.
  case evenly
}
