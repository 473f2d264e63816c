/// What changed since the report of the period before.
public struct SinceLastRun: Sendable, Hashable, Codable {
  /// The name of the period before.
  public let before: String

  /// What the report of that period is called; empty where it was never made.
  public let earlier: String

  /// The cells that moved most from the period before to the reported one, the most first.
  public let moved: [MovedCell]

  /// How many cells about earlier periods have another number than that report printed.
  public let restatedCount: Int

  /// The names of the periods that these cells are about, in order.
  public let restatedPeriods: [String]

  /// How many findings that report did not have, by severity; nil where it was never made.
  public var newFindings: NewFindings?

  /// Creates what changed.
  public init(
    before: String, earlier: String, moved: [MovedCell], restatedCount: Int,
    restatedPeriods: [String]
  ) {
    self.before = before
    self.earlier = earlier
    self.moved = moved
    self.restatedCount = restatedCount
    self.restatedPeriods = restatedPeriods
  }
}

/// How many findings a report has that the one before did not have, by severity.
public struct NewFindings: Sendable, Hashable, Codable {
  /// The errors.
  public let errors: Int

  /// The warnings.
  public let warnings: Int

  /// The notes.
  public let notes: Int

  /// Creates the counts.
  public init(errors: Int, warnings: Int, notes: Int) {
    self.errors = errors
    self.warnings = warnings
    self.notes = notes
  }

  /// All together.
  public var count: Int { errors + warnings + notes }
}

/// A cell whose number of the reported period differs from that of the period before.
public struct MovedCell: Sendable, Hashable, Codable {
  /// The figure's id.
  public let figure: String

  /// The figure's name in captions.
  public let figureLabel: String

  /// The figure's title.
  public let title: String

  /// The row's label.
  public let row: String

  /// The number of the period before.
  public let before: Int

  /// The number of the reported period.
  public let now: Int
}

/// Whether all deliveries of a period are there.
public struct PeriodStatus: Sendable, Hashable {
  /// The titles of datasets of which a part is missing.
  public let missing: [String]

  /// The titles of datasets of which nothing shows that they hold the whole period.
  public let unconfirmed: [String]

  /// Creates a status.
  public init(missing: [String], unconfirmed: [String]) {
    self.missing = missing
    self.unconfirmed = unconfirmed
  }

  /// Whether nothing of the period can be missing.
  public var isComplete: Bool { missing.isEmpty && unconfirmed.isEmpty }
}
