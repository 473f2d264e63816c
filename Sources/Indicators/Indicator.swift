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

  /// Who agreed to the definition, and to which; nil when nobody wrote that down.
  public let validation: Validation?

  /// The first and last year for which the definition holds; nil where open.
  public let validFrom: Int?
  /// The last year for which the definition holds; nil where open.
  public let validThrough: Int?

  /// Combinations of members that do not exist by nature: a cell for one is not applicable.
  public let notApplicable: [[String: [String]]]

  /// The smallest whole of which a percentage is printed; nil where any will do.
  public let minimumBase: Int?

  /// The only dimensions over which its numbers may be added up; nil for all that its measure allows.
  public let addsUpOver: Set<String>?

  /// How long after a period its number can still grow; nil for one that stands when the period
  /// ends.
  public let window: OpenWindow?

  /// How it was counted, in a sentence for the reader of the report.
  public let explanation: String

  /// Where it is declared.
  public let location: SourceLocation

  /// Creates an indicator.
  public init(
    id: String, title: String, unit: String, measure: Measure, status: ValidationStatus,
    validation: Validation? = nil, validFrom: Int? = nil, validThrough: Int? = nil,
    notApplicable: [[String: [String]]] = [], minimumBase: Int? = nil,
    addsUpOver: Set<String>? = nil, window: OpenWindow? = nil, explanation: String = "",
    location: SourceLocation
  ) {
    self.addsUpOver = addsUpOver
    self.window = window
    self.id = id
    self.title = title
    self.unit = unit
    self.measure = measure
    self.status = status
    self.validation = validation
    self.validFrom = validFrom
    self.validThrough = validThrough
    self.notApplicable = notApplicable
    self.minimumBase = minimumBase
    self.explanation = explanation
    self.location = location
  }
}

extension Indicator {
  /// The same, with another status.
  public func withStatus(_ status: ValidationStatus) -> Indicator {
    Indicator(
      id: id, title: title, unit: unit, measure: measure, status: status, validation: validation,
      validFrom: validFrom, validThrough: validThrough, notApplicable: notApplicable,
      minimumBase: minimumBase, addsUpOver: addsUpOver, window: window, explanation: explanation,
      location: location)
  }
}

/// How long what follows on a period's records may take: until then a cohort is not complete.
public struct OpenWindow: Sendable, Hashable {
  /// The months after the period.
  public let months: Int

  /// The sentence for readers while it is open; it may hold `{year}`.
  public let note: String

  /// Creates a window.
  public init(months: Int, note: String) {
    self.months = months
    self.note = note
  }
}

/// An agreement to an indicator's definition.
public struct Validation: Sendable, Hashable {
  /// Who agreed.
  public let by: String

  /// The day, `yyyy-mm-dd`, or the year where no more is known.
  public let on: String

  /// Where that is written down; empty when it is not said.
  public let source: String

  /// The SHA-256 of the definition that was agreed to, in words (`IndicatorCatalog.definition(of:)`),
  /// or the first 12 digits of it or more.
  public let definition: String

  /// Creates an agreement.
  public init(by: String, on: String, source: String = "", definition: String) {
    self.by = by
    self.on = on
    self.source = source
    self.definition = definition
  }

  /// Who agreed, when, and where that is written down.
  public var inWords: String {
    "by \(by) \(on.utf8.count == 4 ? "in" : "on") \(on)" + (source.isEmpty ? "" : " (\(source))")
  }

  /// Whether it is about the definition with this SHA-256.
  public func isAbout(_ sha256: String) -> Bool {
    definition.utf8.count >= 12 && sha256.hasPrefix(definition)
  }
}

/// Whether an indicator's definition is agreed with the supervising administration.
public enum ValidationStatus: String, Sendable, Hashable, CaseIterable {
  /// The definition is agreed.
  case validated

  /// The definition is the agency's own ("richtcijfer").
  case indicative
}
