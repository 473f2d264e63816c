/// How much a finding matters, in rising order.
public enum Severity: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// For the log of the delivery: nothing has to be done.
  case note

  /// The figures stand, but somebody should look.
  case warning

  /// A record, a file or a definition cannot be used as it stands.
  case error

  /// The severity as it is printed.
  public var label: String {
    switch self {
    case .note: "note"
    case .warning: "warning"
    case .error: "error"
    }
  }

  /// Whether the left severity matters less than the right one.
  public static func < (left: Severity, right: Severity) -> Bool {
    left.rawValue < right.rawValue
  }
}
