#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Why the provenance of a run cannot be told.
public enum ProvenanceError: Error, Sendable, Hashable {
  /// A file cannot be read; the system's reason is given.
  case unreadable(path: String, reason: String)

  /// The reason in words.
  public var message: String {
    switch self {
    case .unreadable(let path, let reason): "'\(path)' cannot be read: \(reason)"
    }
  }
}

/// Reads a file in pieces of one size, so that memory does not grow with it.
enum FilePieces {
  private static let size = 1 << 18

  static func forEach(
    of path: String, _ body: (UnsafeRawBufferPointer) -> Void
  ) throws(ProvenanceError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path) }
    defer { close(descriptor) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 64)
    defer { buffer.deallocate() }
    while true {
      let count = read(descriptor, buffer.baseAddress, size)
      if count == 0 { return }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(path) }
      body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }

  private static func failure(_ path: String) -> ProvenanceError {
    .unreadable(path: path, reason: String(cString: strerror(errno)))
  }
}
