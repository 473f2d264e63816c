#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// An export while it is open for reading; closed when the last reference goes.
///
/// Files are read, never mapped: a file that shrinks under a map kills the process.
final class ExportFile {
  /// What is compared before and after reading, to see whether somebody wrote to the file.
  struct Fingerprint: Sendable, Hashable {
    let size: Int
    let seconds: Int
    let nanoseconds: Int
    let serialNumber: UInt64
  }

  /// Why a file cannot be read.
  struct Failure: Error {
    let found: String
    var rule = "unreadable-file"
  }

  private let descriptor: Int32

  private let compressed: CompressedFile?

  /// The fingerprint at the time of opening.
  let opened: Fingerprint

  /// The number of bytes to read: for a compressed file those that come out of it.
  let size: Int

  /// Whether the file must be read from front to back.
  var isCompressed: Bool { compressed != nil }

  /// Opens a regular file; anything else is refused at once, without waiting for a writer.
  init(path: String) throws(Failure) {
    descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw Failure(found: "cannot be opened: \(ExportFile.reason())") }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw Failure(found: "is not a regular file")
    }
    opened = ExportFile.fingerprint(status)
    guard CompressedFile.isNamed(path) else {
      compressed = nil
      size = opened.size
      return
    }
    do throws(Failure) {
      let file = try CompressedFile(descriptor)
      size = try file.unpackedSize()
      compressed = file
    } catch {
      close(descriptor)
      throw error
    }
  }

  deinit {
    close(descriptor)
  }

  /// The fingerprint now.
  var current: Fingerprint? {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? ExportFile.fingerprint(status) : nil
  }

  /// Fills a buffer from a position on; gives fewer bytes at the end of the file only.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(Failure) -> Int {
    if let compressed { return try compressed.read(at: offset, into: buffer) }
    var filled = 0
    while filled < buffer.count, let base = buffer.baseAddress {
      let count = pread(descriptor, base + filled, buffer.count - filled, off_t(offset + filled))
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else {
        throw Failure(found: "cannot be read at byte \(offset + filled): \(ExportFile.reason())")
      }
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  private static func reason() -> String {
    String(cString: strerror(errno))
  }

  private static func fingerprint(_ status: stat) -> Fingerprint {
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    return Fingerprint(
      size: Int(status.st_size), seconds: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec),
      serialNumber: UInt64(status.st_ino))
  }
}
