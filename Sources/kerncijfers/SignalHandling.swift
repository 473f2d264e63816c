#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// What the process does about signals.
enum SignalHandling {
  /// Lets a write past the file-size limit fail with an error instead of ending the process.
  static func ignoreFileSizeSignal() {
    signal(SIGXFSZ, SIG_IGN)
  }
}
