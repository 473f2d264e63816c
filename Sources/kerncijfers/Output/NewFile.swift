#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// A file that was not there before.
struct NewFile {
  /// The path.
  let path: String

  /// Who may read and write it; the mode of personal data is 0600.
  let mode: mode_t

  /// Writes the file.
  ///
  /// - Throws: `CommandFailure` with exit code 5 when there is one already, or it cannot be written.
  func write(_ bytes: [UInt8]) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw failure("cannot be made") }
    defer { close(descriptor) }
    let work = UnfinishedWork.begin { [path] in unlink(path) }
    defer { UnfinishedWork.end(work) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        systemWrite(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        unlink(path)
        throw failure("cannot be written")
      }
      written += count
    }
  }

  private func failure(_ what: String) -> CommandFailure {
    CommandFailure(
      .notWritten,
      "'\(path)' \(what): \(String(cString: strerror(errno)))\n  fix: name a file that is not there"
    )
  }
}

/// The system's `write`, which the type's own method would hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
