public import Schemas

/// How a value is computed.
///
/// The first five are *accumulated* from the records of one dataset; the others are *derived* from
/// other indicators. A cell's constraints (area, year) apply to every indicator involved, each in
/// its own dataset.
public enum Measure: Sendable, Hashable {
  /// The number of records. Additive.
  case recordCount(RecordSource)

  /// The number of different values of an identifier column (persons). Not additive.
  case uniqueCount(RecordSource, column: String)

  /// The sum of a number column. Additive.
  case sum(RecordSource, column: String)

  /// The persons of one dataset who also have a record in another dataset in the same period,
  /// broken down by the first. Not additive.
  case cohort(RecordSource, column: String, also: RecordSource, alsoColumn: String)

  /// The records that run on the last day of the period. Additive.
  case stock(RecordSource, from: String, until: String, completeFrom: CalendarDate)

  /// The average number of days between two dates of one record, of the records that have both.
  case recordInterval(RecordSource, from: String, to: String)

  /// The average number of days between a person's first record in one dataset and the first one
  /// in another on or after it; broken down by the first, for first records in the period.
  case personInterval(RecordSource, column: String, to: RecordSource, toColumn: String)

  /// One indicator over another (average, share of contained records, rate).
  case ratio(numerator: String, denominator: String, kind: RatioKind)

  /// The part that members of some dimensions have in the whole: the indicator with all of the
  /// cell's constraints over the same without those on `over`.
  case share(of: String, over: [String])

  /// The sum of other indicators, each with a sign and a narrower selection.
  case derived([Term])
}

/// The records that a measure is about.
public struct RecordSource: Sendable, Hashable {
  /// The dataset.
  public let dataset: String

  /// The records of it that count.
  public let selection: Selection

  /// Creates a source.
  public init(dataset: String, selection: Selection = Selection()) {
    self.dataset = dataset
    self.selection = selection
  }
}

/// How a ratio is read and printed.
public enum RatioKind: String, Sendable, Hashable, CaseIterable {
  /// A part of a whole: percent.
  case share

  /// So many per one: a number with a decimal.
  case average
}

/// One part of a derived indicator.
public struct Term: Sendable, Hashable {
  /// The indicator.
  public let indicator: String

  /// Whether it is added or taken away.
  public let isSubtracted: Bool

  /// What the term is narrowed to: members by dimension.
  public let members: [String: [String]]

  /// Whether the members are added one by one although a person can be in several of them; the
  /// result is then an estimate.
  public let isEstimate: Bool

  /// Creates a term.
  public init(
    indicator: String, isSubtracted: Bool = false, members: [String: [String]] = [:],
    isEstimate: Bool = false
  ) {
    self.indicator = indicator
    self.isSubtracted = isSubtracted
    self.members = members
    self.isEstimate = isEstimate
  }
}

extension Measure {
  /// The records that it is accumulated from; nil for a derived measure.
  public var source: RecordSource? {
    switch self {
    case .recordCount(let source), .uniqueCount(let source, _), .sum(let source, _),
      .cohort(let source, _, _, _), .stock(let source, _, _, _),
      .recordInterval(let source, _, _), .personInterval(let source, _, _, _):
      source
    case .ratio, .share, .derived: nil
    }
  }

  /// Whether the values of parts add up to the value of the whole.
  public var isAdditive: Bool {
    switch self {
    case .recordCount, .sum, .stock: true
    case .uniqueCount, .cohort, .recordInterval, .personInterval, .ratio, .share, .derived: false
    }
  }

  /// The indicators that it is derived from.
  public var parts: [String] {
    switch self {
    case .ratio(let numerator, let denominator, _): [numerator, denominator]
    case .share(let whole, _): [whole]
    case .derived(let terms): terms.map(\.indicator)
    default: []
    }
  }
}

extension Measure {
  /// The name by which definitions ask for it.
  public var name: String {
    switch self {
    case .recordCount: "record-count"
    case .uniqueCount: "unique-count"
    case .sum: "sum"
    case .cohort: "cohort"
    case .stock: "stock"
    case .recordInterval: "record-interval"
    case .personInterval: "person-interval"
    case .ratio: "ratio"
    case .share: "share"
    case .derived: "derived"
    }
  }
}
