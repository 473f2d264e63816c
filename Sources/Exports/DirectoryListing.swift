#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// One entry of a folder.
struct DirectoryEntry {
  /// What an entry is, without following links.
  enum Kind {
    case file, folder, link, other
    /// A name that is not UTF-8, so that it cannot be shown as it is.
    case unnamable
  }

  let name: String
  let kind: Kind

  /// Lists a folder in the order of the names' bytes, which is the same on every file system.
  static func list(_ path: String) throws(ExportError) -> [DirectoryEntry] {
    guard let folder = opendir(path) else {
      if errno == ENOENT || errno == ENOTDIR { throw .folderMissing(path: path) }
      throw .folderUnreadable(path: path, reason: String(cString: strerror(errno)))
    }
    defer { closedir(folder) }
    var entries: [DirectoryEntry] = []
    while let entry = readdir(folder) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard let name = String(validating: bytes, as: UTF8.self) else {
        entries.append(DirectoryEntry(name: escaped(bytes), kind: .unnamable))
        continue
      }
      if name == "." || name == ".." { continue }
      entries.append(DirectoryEntry(name: name, kind: kind(of: "\(path)/\(name)")))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// A name with every byte above 7F as its number.
  private static func escaped(_ bytes: [UInt8]) -> String {
    bytes.map { byte in
      byte < 0x80
        ? String(UnicodeScalar(byte)) : "\\x" + String(byte, radix: 16, uppercase: true)
    }.joined()
  }

  private static func kind(of path: String) -> Kind {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .other }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }
}
