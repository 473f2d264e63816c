#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// The stream for messages; results go to standard output.
enum StandardError {
  /// Whether a person sees the messages as they come.
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether colours are wanted: on a terminal, and `NO_COLOR` is not set.
  static var showsColours: Bool {
    guard let wish = getenv("NO_COLOR") else { return isTerminal }
    return isTerminal && wish.pointee == 0
  }

  /// Writes a line.
  static func write(_ line: String) {
    writeText(line + "\n")
  }

  /// Writes text as it is.
  static func writeText(_ text: String) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        systemWrite(STDERR_FILENO, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      written += count
    }
  }
}

/// The system's `write`, which the type's own methods would hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
