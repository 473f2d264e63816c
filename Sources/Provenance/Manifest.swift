public import Indicators

/// What a run was made from and what it made: enough to make it again, and to see what changed.
///
/// Nothing in it depends on the machine, the clock, the engine or the number of threads.
public struct Manifest: Sendable, Hashable, Encodable {
  /// The version of this form; a reader refuses a newer one.
  public let format = 1

  /// The program and the libraries whose version can change a byte of the outputs.
  public let program: Program

  /// The report and its period.
  public let report: ReportIdentity

  /// The definition files, by path.
  public let definitions: [FileRecord]

  /// The register's files, by path.
  public let register: [FileRecord]

  /// The deliveries that were read, by dataset and path.
  public let inputs: [InputRecord]

  /// The outputs, by path; the manifest itself is not among them.
  public let outputs: [FileRecord]

  /// Creates a manifest.
  public init(
    program: Program, report: ReportIdentity, definitions: [FileRecord], register: [FileRecord],
    inputs: [InputRecord], outputs: [FileRecord]
  ) {
    self.program = program
    self.report = report
    self.definitions = definitions.sorted { $0.file < $1.file }
    self.register = register.sorted { $0.file < $1.file }
    self.inputs = inputs.sorted { ($0.dataset, $0.file) < ($1.dataset, $1.file) }
    self.outputs = outputs.sorted { $0.file < $1.file }
  }

  private enum CodingKeys: String, CodingKey {
    case format, program, report, definitions, register, inputs, outputs
  }
}

/// A program and its libraries.
public struct Program: Sendable, Hashable, Encodable {
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

/// Which report a run made.
public struct ReportIdentity: Sendable, Hashable, Encodable {
  /// The report's id.
  public let id: String

  /// The period's id.
  public let period: String

  /// Creates the identity.
  public init(id: String, period: String) {
    self.id = id
    self.period = period
  }
}

/// A file by its content.
public struct FileRecord: Sendable, Hashable, Encodable {
  /// The path, relative to the folder of its kind, with `/`.
  public let file: String

  /// The size in bytes.
  public let bytes: Int

  /// The SHA-256 in hexadecimal.
  public let sha256: String

  /// Creates a record of a file's content.
  public init(file: String, bytes: Int, sha256: Digest) {
    self.file = file
    self.bytes = bytes
    self.sha256 = sha256.hexadecimal
  }

  /// Creates the record of bytes in memory.
  public init(file: String, content: [UInt8]) {
    self.init(file: file, bytes: content.count, sha256: Digest(of: content))
  }
}

/// A delivery by its content, and what became of its records.
public struct InputRecord: Sendable, Hashable, Encodable {
  /// The dataset.
  public let dataset: String

  /// The path in the folder of exports, with `/`.
  public let file: String

  /// The size in bytes.
  public let bytes: Int

  /// The SHA-256 in hexadecimal.
  public let sha256: String

  /// The records read: those counted, set apart and outside the period together.
  public let recordsRead: Int

  /// The records that could be counted.
  public let recordsCounted: Int

  /// The records left out, by the rule of their finding.
  public let setApart: [String: Int]

  /// The records of a year that was not delivered.
  public let outsidePeriod: Int

  /// Creates the record of a delivery.
  public init(_ books: DeliveryBooks, sha256: Digest) {
    dataset = books.dataset
    file = books.file
    bytes = books.byteCount
    self.sha256 = sha256.hexadecimal
    recordsRead = books.recordsRead
    recordsCounted = books.recordsCounted
    setApart = Dictionary(books.setApart.map { ($0.rule, $0.count) }, uniquingKeysWith: +)
    outsidePeriod = books.outsidePeriod
  }
}
