/// A definition file that was read, for the manifest.
public struct DefinitionFile: Sendable, Hashable {
  /// The path relative to the folder of definitions, divided by `/`.
  public let path: String

  /// The bytes as they stand in the file.
  public let bytes: [UInt8]

  /// What the file says, without comments, layout and the order of keys; empty when it is broken.
  public internal(set) var normalForm: [UInt8] = []

  /// Creates a file.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
