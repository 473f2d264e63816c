#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Outputs stay in the project, whatever links lie on the way to them.
extension ProjectFolder {
  /// Refuses a place in the project that a symbolic link on the way takes out of it; a link to
  /// somewhere else in the project may be there.
  ///
  /// - Throws: `CommandFailure` with exit code 5.
  func refuseLinkOut(of output: String) throws {
    guard let own = ProjectFolder.realPath(path) else { return }
    var place = output
    while let slash = place.lastIndex(of: "/") {
      place = String(place[..<slash])
      var status = stat()
      guard lstat(place, &status) == 0 else { continue }
      // A link that leads nowhere leads out too.
      let real = ProjectFolder.realPath(place)
      if let real, real == own || real.hasPrefix(own == "/" ? own : own + "/") { return }
      throw CommandFailure(
        .notWritten,
        "'\(place)' leads out of the project by a symbolic link, expected a folder in it\n"
          + "  fix: put a folder in the place of the link, or name another with --output")
    }
  }

  private static func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
