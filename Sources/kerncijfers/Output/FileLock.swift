#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Keeps a second run out of a folder for as long as it exists.
///
/// The system lets go of the lock when the process ends, however it ends: the file that stays behind
/// locks nothing. Its text only says whom to look for.
final class FileLock {
  private let descriptor: Int32
  private var isHeld = false

  /// Takes a lock; nil, with `errno` set, when its file cannot be made.
  ///
  /// - Throws: `CommandFailure` with exit code 5 when a run has it, saying which and since when.
  init?(path: String, for what: String) throws {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o640)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = FileLock.text(of: descriptor)
      throw CommandFailure(
        .notWritten,
        "another run is writing '\(what)'\(holder.isEmpty ? "" : ": \(holder)")\n"
          + "  fix: wait until it is done, or end it")
    }
    isHeld = true
    let text = Array("process \(getpid()), since \(WallClock.now)\n".utf8)
    // A lock that does not say who holds it is one all the same.
    if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, text, text.count, 0) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    if isHeld { _ = ftruncate(descriptor, 0) }
    close(descriptor)
  }

  /// What the holder wrote into the file: digits, letters and marks of its own text only.
  private static func text(of descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 100)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return "" }
    let text = String(decoding: bytes[..<count], as: UTF8.self)
    guard let line = text.wholeMatch(of: /(process [0-9]+, since [0-9:TZ -]+)\n/) else { return "" }
    return String(line.1)
  }
}
