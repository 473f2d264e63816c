#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import Provenance

/// The folder in which what was read from deliveries is kept: it holds their records, and so numbers of persons, so that
/// nobody else may look into it. It can be removed at any time.
struct CacheFolder {
  /// The name of the folder in a project.
  static let usualName = ".kerncijfers-cache"

  /// After how many seconds an entry is removed: two months, in which it was made anew if it is needed.
  static let lifetime = 60 * 86_400

  /// The path.
  let path: String

  /// Makes the folder, or takes the one that is there.
  ///
  /// - Throws: `CommandFailure` with exit code 5 when it cannot be made, or others may look into it.
  init(path: String) throws {
    self.path = path
    if mkdir(path, 0o700) == 0 {
      // For programs that make backups, and for git.
      try NewFile(path: "\(path)/CACHEDIR.TAG", mode: 0o600).write(
        Array("Signature: 8a477f597d28d172789f06886806bc55\n".utf8))
      try NewFile(path: "\(path)/.gitignore", mode: 0o600).write(Array("*\n".utf8))
    }
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw CommandFailure(
        .notWritten,
        "the cache '\(path)' cannot be made: \(String(cString: strerror(errno)))\n"
          + "  fix: name another folder with --cache, or leave it out")
    }
    guard status.st_uid == geteuid(), status.st_mode & 0o077 == 0 else {
      throw CommandFailure(
        .notWritten,
        "the cache '\(path)' is open to others, expected a folder of mode 0700 of your own\n"
          + "  fix: remove it, or name another folder with --cache")
    }
  }

  /// The entry with a key; nil when there is none, and `isBroken` when it is not as it was written.
  func entry(_ key: String) -> (content: [UInt8]?, isBroken: Bool) {
    guard let bytes = FolderTree.content(ofFile: file(key)) else { return (nil, false) }
    let head = key.utf8.count + 65
    guard bytes.count >= head else { return (nil, true) }
    let content = Array(bytes[head...])
    let isWhole = Array(bytes[..<head]) == CacheFolder.head(key, content)
    return isWhole ? (content, false) : (nil, true)
  }

  /// Keeps an entry; one that cannot be written is not kept.
  func keep(_ content: [UInt8], _ key: String) {
    let path = file(key)
    let staging = "\(path).\(getpid())"
    unlink(staging)
    let bytes = CacheFolder.head(key, content) + content
    guard (try? NewFile(path: staging, mode: 0o600).write(bytes)) != nil else { return }
    if rename(staging, path) != 0 { unlink(staging) }
  }

  /// Removes what has been there longer than entries live.
  func prune() {
    let now = WallClock.secondsSince1970
    for name in (try? FolderTree.files(in: path)) ?? [] where !name.hasPrefix(".") {
      var status = stat()
      let file = "\(path)/\(name)"
      guard name != "CACHEDIR.TAG", lstat(file, &status) == 0,
        now - Int(status.st_mtim.tv_sec) > CacheFolder.lifetime
      else { continue }
      unlink(file)
    }
  }

  private func file(_ key: String) -> String { "\(path)/\(key)" }

  /// What stands before the content: the key, and the SHA-256 of the content.
  private static func head(_ key: String, _ content: [UInt8]) -> [UInt8] {
    Array("\(key)\(Digest(of: content).hexadecimal)\n".utf8)
  }
}
