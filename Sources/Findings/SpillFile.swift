#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import Synchronization

/// A temporary file for bytes that would take too much memory: without a name, so that nobody else
/// finds it and nothing of it stays behind, however the process ends.
final class SpillFile: Sendable {
  /// The file, once it is needed, and the number of bytes in it.
  private struct State {
    var descriptor: Int32 = -1
    var length = 0
    var hasFailed = false
  }

  private let state = Mutex(State())

  init() {}

  deinit {
    state.withLock { if $0.descriptor >= 0 { close($0.descriptor) } }
  }

  /// Adds bytes and returns where they begin; nil when there is no room for them.
  func append(_ bytes: [UInt8]) -> Int? {
    state.withLock { state in
      if state.descriptor < 0, !state.hasFailed { state.descriptor = SpillFile.open() }
      guard state.descriptor >= 0, SpillFile.write(bytes, to: state.descriptor, at: state.length)
      else {
        state.hasFailed = true
        return nil
      }
      defer { state.length += bytes.count }
      return state.length
    }
  }

  /// Bytes that were added; fewer than `count` only where the file cannot be read.
  func bytes(at offset: Int, count: Int) -> [UInt8] {
    let descriptor = state.withLock { $0.descriptor }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let base = buffer.baseAddress {
        let read = pread(descriptor, base + filled, count - filled, off_t(offset + filled))
        if read < 0, errno == EINTR { continue }
        guard read > 0 else { return }
        filled += read
      }
    }
  }

  private static func open() -> Int32 {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var name = Array("\(folder)/kerncijfers-XXXXXX".utf8CString)
    // The name is made with mode 0600 and is gone before anything is written.
    let descriptor = mkstemp(&name)
    if descriptor >= 0 {
      unlink(name)
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }
    return descriptor
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32, at offset: Int) -> Bool {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset + written))
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      written += count
    }
    return true
  }
}
