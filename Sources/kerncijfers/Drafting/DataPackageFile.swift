#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The file with the datasets of a project, as text to which an entry can be added.
struct DataPackageFile {
  private let path: String
  private let text: String

  /// Reads the file of a project; nil when it has none.
  init?(of folder: ProjectFolder) {
    path = "\(folder.definitions)/datapackage.yaml"
    guard let bytes = FolderTree.content(ofFile: path) else { return nil }
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// The blanks before the entries of `resources`, where these are the last key of the file; nil where
  /// an entry at its end would belong to something else.
  var indent: String? {
    let lines = text.split(separator: "\n").filter { line in
      !line.allSatisfy(\.isWhitespace) && line.first { !$0.isWhitespace } != "#"
    }
    guard let last = lines.lastIndex(where: { $0.first?.isLetter == true || $0.first == "\"" }),
      lines[last].hasPrefix("resources:")
    else { return nil }
    guard last + 1 < lines.count else {
      return lines[last].dropFirst("resources:".count).allSatisfy(\.isWhitespace) ? "  " : nil
    }
    let blanks = lines[last + 1].prefix { $0 == " " }
    return lines[last + 1].dropFirst(blanks.count).hasPrefix("-") ? String(blanks) : nil
  }

  /// Adds lines at the end; what stands there stays.
  ///
  /// - Throws: `CommandFailure` with exit code 5 when it cannot be written.
  func add(_ entry: String) throws {
    try replace(with: text + (text.hasSuffix("\n") ? "" : "\n") + entry)
  }

  /// Puts back what stood there.
  func restore() {
    try? replace(with: text)
  }

  private func replace(with text: String) throws {
    let staging = "\(path).new"
    unlink(staging)
    try NewFile(path: staging, mode: 0o640).write(Array(text.utf8))
    guard rename(staging, path) == 0 else {
      unlink(staging)
      throw CommandFailure(
        .notWritten, "'\(path)' cannot be written: \(String(cString: strerror(errno)))")
    }
  }
}
