#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Folders with all that is in them.
enum FolderTree {
  /// Removes a folder and everything in it; symbolic links are removed, not followed. A folder that
  /// is not there is no error.
  static func remove(_ path: String) throws {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      return try check(unlink(path), path)
    }
    for name in try names(in: path) { try remove("\(path)/\(name)") }
    try check(rmdir(path), path)
  }

  /// The files below a folder, as paths relative to it; none when it is not there. Folders are not
  /// named, symbolic links are, and are not followed.
  static func files(in path: String, below prefix: String = "") throws -> [String] {
    var status = stat()
    guard lstat(path, &status) == 0 else { return [] }
    return try names(in: path).sorted().flatMap { name -> [String] in
      guard lstat("\(path)/\(name)", &status) == 0 else { return [] }
      return status.st_mode & S_IFMT == S_IFDIR
        ? try files(in: "\(path)/\(name)", below: "\(prefix)\(name)/") : [prefix + name]
    }
  }

  /// The size of a file in bytes; zero when it is not there.
  static func size(ofFile path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// The path from the root, without links; the path as it is when there is nothing at it.
  static func absolutePath(of path: String) -> String {
    guard let found = realpath(path, nil) else { return path }
    defer { free(found) }
    return String(cString: found)
  }

  /// The bytes of a small file; nil when it cannot be read.
  static func content(ofFile path: String) -> [UInt8]? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      bytes += buffer[..<count]
    }
  }

  private static func names(in path: String) throws -> [String] {
    guard let folder = opendir(path) else { throw failure(path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func check(_ result: Int32, _ path: String) throws {
    guard result == 0 else { throw failure(path) }
  }

  private static func failure(_ path: String) -> CommandFailure {
    CommandFailure(
      .notWritten, "'\(path)' cannot be removed: \(String(cString: strerror(errno)))")
  }
}
