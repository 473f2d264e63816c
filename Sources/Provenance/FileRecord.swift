public import Indicators

/// A file by its content.
public struct FileRecord: Sendable, Hashable, Codable {
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

/// A definition file by its content and by what it says.
public struct DefinitionRecord: Sendable, Hashable, Codable {
  /// The path, relative to the folder of definitions, with `/`.
  public let file: String

  /// The size in bytes.
  public let bytes: Int

  /// The SHA-256 in hexadecimal.
  public let sha256: String

  /// The SHA-256 of what the file says without comments, layout and the order of keys.
  public let meaning: String

  /// Creates the record of a file and its normal form.
  public init(file: String, content: [UInt8], normalForm: [UInt8]) {
    self.file = file
    bytes = content.count
    sha256 = Digest(of: content).hexadecimal
    meaning = Digest(of: normalForm).hexadecimal
  }
}

/// A delivery by its content, and what became of its records.
public struct InputRecord: Sendable, Hashable, Codable {
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

  /// Creates the record of a delivery that was not read, of which only the bytes are known.
  public init(dataset: String, content: FileRecord) {
    self.dataset = dataset
    file = content.file
    bytes = content.bytes
    sha256 = content.sha256
    recordsRead = 0
    recordsCounted = 0
    setApart = [:]
    outsidePeriod = 0
  }

  /// Whether the records read are those counted, set apart and outside the period together.
  var isBalanced: Bool {
    let counts = [recordsCounted, outsidePeriod] + setApart.values
    guard counts.allSatisfy({ (0...recordsRead).contains($0) }) else { return false }
    return recordsRead == counts.reduce(0) { $0 + $1 }
  }
}

/// A file of which the content is known by its digest.
public protocol DigestedFile {
  /// The path, relative to the folder of its kind, with `/`.
  var file: String { get }

  /// The size in bytes.
  var bytes: Int { get }

  /// The SHA-256 in hexadecimal.
  var sha256: String { get }
}

extension FileRecord: DigestedFile {}
extension DefinitionRecord: DigestedFile {}
extension InputRecord: DigestedFile {}
