public import Findings

/// Why definitions cannot be used.
public enum DefinitionError: Error, Sendable, Hashable {
  /// The folder of definitions cannot be read at all.
  case unreadable(path: String, reason: String)

  /// Everything that is wrong with the definitions, sorted by place.
  case findings([Finding])
}

extension DefinitionError: CustomStringConvertible {
  /// The error as it is printed: one finding after another.
  public var description: String {
    switch self {
    case .unreadable(let path, let reason): "\(path): \(reason)"
    case .findings(let findings): findings.map(\.description).joined(separator: "\n")
    }
  }
}
