/// A file that is not what it was.
public struct FileDifference: Sendable, Hashable, Codable {
  /// The path, relative to the folder of its kind.
  public let file: String

  /// What is different.
  public let change: Change

  /// What differs, in words, beyond the kind of change; empty when there is nothing to add.
  public let detail: String

  /// How a file can differ.
  public enum Change: String, Sendable, Hashable, Codable {
    /// It has another content.
    case changed
    /// Its text is another, what it says is the same.
    case textOnly = "text-only"
    /// It is not there any more.
    case missing
    /// It was not there before.
    case added
    /// The same content has another name now.
    case renamed
  }

  /// Creates a difference.
  public init(file: String, change: Change, detail: String = "") {
    self.file = file
    self.change = change
    self.detail = detail
  }

  /// The difference as a line for people.
  public var description: String {
    let words =
      switch change {
      case .changed: "has another content"
      case .textOnly: "text changed, meaning not"
      case .missing: "is missing"
      case .added: "was added"
      case .renamed: "was renamed"
      }
    return "\(file): \(words)\(detail.isEmpty ? "" : " (\(detail))")"
  }
}

extension FileDifference {
  /// What differs between two sets of files, sorted by path. `describe` adds words to a change of
  /// content, or says that only the text is another.
  public static func between<File: DigestedFile>(
    _ before: [File], _ after: [File],
    describe: (File, File) -> (change: Change, detail: String) = { before, after in
      (.changed, "\(before.bytes) bytes before, \(after.bytes) now")
    }
  ) -> [FileDifference] {
    let old = Dictionary(before.map { ($0.file, $0) }) { first, _ in first }
    let new = Dictionary(after.map { ($0.file, $0) }) { first, _ in first }
    var differences: [FileDifference] = []
    var gone = before.filter { new[$0.file] == nil }
    for file in after {
      if let earlier = old[file.file] {
        guard earlier.sha256 != file.sha256 else { continue }
        let (change, detail) = describe(earlier, file)
        differences.append(FileDifference(file: file.file, change: change, detail: detail))
      } else if let index = gone.firstIndex(where: { $0.sha256 == file.sha256 }) {
        differences.append(
          FileDifference(file: file.file, change: .renamed, detail: "before: \(gone[index].file)"))
        gone.remove(at: index)
      } else {
        differences.append(FileDifference(file: file.file, change: .added))
      }
    }
    differences += gone.map { FileDifference(file: $0.file, change: .missing) }
    return differences.sorted { $0.file < $1.file }
  }
}
