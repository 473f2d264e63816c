/// Why the deliveries cannot be looked at.
public enum ExportError: Error, Sendable, Hashable {
  /// There is no folder at this path.
  case folderMissing(path: String)

  /// The folder at this path cannot be listed, for this reason.
  case folderUnreadable(path: String, reason: String)
}

extension ExportError: CustomStringConvertible {
  /// What is wrong, and what to do about it.
  public var description: String {
    switch self {
    case .folderMissing(let path):
      "there is no folder '\(Printable.name(path))', expected the deliveries in it"
        + "\n  fix: give the project folder with --project, or make one with init"
    case .folderUnreadable(let path, let reason):
      "the folder '\(Printable.name(path))' cannot be listed: \(reason)"
        + "\n  fix: give yourself the right to read it"
    }
  }
}
