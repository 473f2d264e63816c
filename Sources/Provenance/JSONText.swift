internal import FoundationEssentials

extension Encodable {
  /// The value as JSON: keys sorted, indented, ending with a line end; the same on every machine.
  public func json() -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Encoding fails only for numbers that are not finite, and these values have none.
    guard let data = try? encoder.encode(self) else { return [] }
    return Array(data) + [UInt8(ascii: "\n")]
  }
}

/// The part of a manifest that says which files a run wrote.
public struct WrittenFiles: Sendable, Hashable, Decodable {
  private struct Output: Hashable, Decodable {
    let file: String
  }

  private let outputs: [Output]

  /// The paths of the outputs, relative to the run's folder.
  public var paths: [String] { outputs.map(\.file) }

  /// Reads them from a manifest; nil when it is not one.
  public init?(manifest bytes: [UInt8]) {
    guard let read = try? JSONDecoder().decode(WrittenFiles.self, from: Data(bytes)) else {
      return nil
    }
    self = read
  }
}
