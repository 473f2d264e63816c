#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Files that come into a folder together, or not at all.
struct NewFiles {
  private let folder: String
  private var written: [String] = []

  /// Creates the files of a folder, which is made where it is not there.
  init(in folder: String) {
    self.folder = folder
  }

  /// Writes files; none of them may be there.
  ///
  /// - Throws: `CommandFailure` with exit code 2 when one is there, and 5 when one cannot be written;
  ///   nothing is left of the others then.
  mutating func write(_ files: [(path: String, text: String)]) throws {
    if let there = files.first(where: { isThere($0.path) }) {
      throw CommandFailure(
        .badUse,
        "'\(folder)/\(there.path)' is there already, and nothing is written over\n"
          + "  fix: name another folder, or move the file away")
    }
    do {
      for file in files {
        let path = "\(folder)/\(file.path)"
        try RunFolder.makeFolders(String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]))
        try NewFile(path: path, mode: 0o640).write(Array(file.text.utf8))
        written.append(path)
      }
    } catch {
      undo()
      throw error
    }
  }

  /// Removes what was written.
  func undo() {
    for path in written { unlink(path) }
  }

  private func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat("\(folder)/\(path)", &status) == 0
  }
}
