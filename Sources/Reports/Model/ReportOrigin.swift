/// What a report was made from. Nothing of it depends on the machine or the clock.
public struct ReportOrigin: Sendable, Hashable {
  /// The program with its version, and each library whose version can change a byte.
  public let programs: [String]

  /// The files, in order: deliveries, definitions, published figures.
  public let files: [File]

  /// A file by its content.
  public struct File: Sendable, Hashable {
    /// The path in the project's folder.
    public let path: String

    /// The size in bytes; nil for what is known by its meaning.
    public let bytes: Int?

    /// The records in it; nil for what is no delivery.
    public let records: Int?

    /// The SHA-256 in hexadecimal.
    public let sha256: String

    /// Creates a file.
    public init(path: String, bytes: Int?, records: Int?, sha256: String) {
      self.path = path
      self.bytes = bytes
      self.records = records
      self.sha256 = sha256
    }
  }

  /// Creates an origin.
  public init(programs: [String], files: [File]) {
    self.programs = programs
    self.files = files
  }
}
