/// What a run was made from and what it made: enough to make it again, and to see what changed.
///
/// Nothing in it depends on the machine, the clock, the engine or the number of threads. Its form is
/// described by `Documentation/manifest.schema.json`.
public struct Manifest: Sendable, Hashable, Codable {
  /// The version of the form that this program writes.
  public static let currentFormat = 1

  /// The version of this form; a reader refuses a newer one.
  public let format: Int

  /// The program and the libraries whose version can change a byte of the outputs.
  public let program: Program

  /// What was asked for, as far as it changes results: the report, its period, and whatever options
  /// the run had.
  public let parameters: [String: String]

  /// The definition files, by path.
  public let definitions: [DefinitionRecord]

  /// The register's files, by path.
  public let register: [FileRecord]

  /// The deliveries that were read, by dataset and path.
  public let inputs: [InputRecord]

  /// The indicators that the report shows and how they count, by id.
  public let indicators: [IndicatorRecord]

  /// Which indicators and datasets each figure's cells come from, in the order of the report.
  public let figures: [FigureRecord]

  /// The outputs, by path; the manifest itself is not among them.
  public let outputs: [FileRecord]

  /// Which small counts were left blank; nil where the profile prints every number.
  public let suppression: SuppressionRecord?

  /// Creates a manifest.
  public init(
    program: Program, parameters: [String: String], definitions: [DefinitionRecord],
    register: [FileRecord], inputs: [InputRecord], indicators: [IndicatorRecord],
    figures: [FigureRecord], outputs: [FileRecord], suppression: SuppressionRecord? = nil
  ) {
    format = Manifest.currentFormat
    self.program = program
    self.parameters = parameters
    self.definitions = definitions.sorted { $0.file < $1.file }
    self.register = register.sorted { $0.file < $1.file }
    self.inputs = inputs.sorted { ($0.dataset, $0.file) < ($1.dataset, $1.file) }
    self.indicators = indicators.sorted { $0.id < $1.id }
    self.figures = figures
    self.outputs = outputs.sorted { $0.file < $1.file }
    self.suppression = suppression
  }

  /// The report's id.
  public var report: String { parameters["report"] ?? "" }

  /// The period's id.
  public var period: String { parameters["period"] ?? "" }
}

/// A program and its libraries.
public struct Program: Sendable, Hashable, Codable {
  /// The name.
  public let name: String

  /// The version.
  public let version: String

  /// The versions of its libraries by name.
  public let libraries: [String: String]

  /// Creates the description of a program.
  public init(name: String, version: String, libraries: [String: String]) {
    self.name = name
    self.version = version
    self.libraries = libraries
  }
}

/// An indicator of a report, by how it counts.
public struct IndicatorRecord: Sendable, Hashable, Codable {
  /// The id.
  public let id: String

  /// `validated` or `indicative`.
  public let status: String

  /// How it counts, in words.
  public let definition: String

  /// The SHA-256 of these words in hexadecimal.
  public let sha256: String

  /// Creates the record of an indicator.
  public init(id: String, status: String, definition: String) {
    self.id = id
    self.status = status
    self.definition = definition
    sha256 = Digest(of: definition.utf8).hexadecimal
  }
}

/// What a figure's cells come from.
public struct FigureRecord: Sendable, Hashable, Codable {
  /// The id.
  public let id: String

  /// The indicators, sorted.
  public let indicators: [String]

  /// The datasets, sorted.
  public let datasets: [String]

  /// Creates the record of a figure.
  public init(id: String, indicators: [String], datasets: [String]) {
    self.id = id
    self.indicators = indicators
    self.datasets = datasets
  }
}
