public import Findings

/// A declared measure over datasets, with its meaning.
public struct Indicator: Sendable, Hashable {
  /// The name by which figures refer to it.
  public let id: String

  /// The name that people read.
  public let title: String

  /// What one unit of it is, for example `personen`.
  public let unit: String

  /// How it is computed.
  public let measure: Measure

  /// Whether the supervising administration has agreed to the definition.
  public let status: ValidationStatus

  /// The first and last year for which the definition holds; nil where open.
  public let validFrom: Int?
  /// The last year for which the definition holds; nil where open.
  public let validThrough: Int?

  /// Combinations of members that do not exist by nature: a cell for one is not applicable.
  public let notApplicable: [[String: [String]]]

  /// The smallest whole of which a percentage is printed; nil where any will do.
  public let minimumBase: Int?

  /// How it was counted, in a sentence for the reader of the report.
  public let explanation: String

  /// Where it is declared.
  public let location: SourceLocation

  /// Creates an indicator.
  public init(
    id: String, title: String, unit: String, measure: Measure, status: ValidationStatus,
    validFrom: Int? = nil, validThrough: Int? = nil, notApplicable: [[String: [String]]] = [],
    minimumBase: Int? = nil, explanation: String = "", location: SourceLocation
  ) {
    self.id = id
    self.title = title
    self.unit = unit
    self.measure = measure
    self.status = status
    self.validFrom = validFrom
    self.validThrough = validThrough
    self.notApplicable = notApplicable
    self.minimumBase = minimumBase
    self.explanation = explanation
    self.location = location
  }
}

/// Whether an indicator's definition is agreed with the supervising administration.
public enum ValidationStatus: String, Sendable, Hashable, CaseIterable {
  /// The definition is agreed.
  case validated

  /// The definition is the agency's own ("richtcijfer").
  case indicative
}
