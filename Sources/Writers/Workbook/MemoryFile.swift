import CXlsxWriter

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file without a name on disk: in memory where the system has that, else deleted while open.
///
/// libxlsxwriter 1.1.4 writes only to a path; a path in memory spares the disk, and leaves nothing
/// behind when the program is killed.
final class MemoryFile {
  private let descriptor: Int32

  /// The path under which the library can open it.
  let path: String

  /// A folder in memory for the library's own temporary files, which it deletes as it makes them;
  /// nil for the system's temporary folder.
  static let temporaryFolder: String? = access("/dev/shm", W_OK | X_OK) == 0 ? "/dev/shm" : nil

  /// The flag by which other programs that are started do not get the file.
  private static let closeOnExec: UInt32 = 1

  init() throws(WorkbookError) {
    #if os(Linux)
      descriptor = memfd_create("workbook", MemoryFile.closeOnExec)
      path = "/proc/self/fd/\(descriptor)"
    #else
      var template = Array("/tmp/workbook.XXXXXX".utf8CString)
      descriptor = mkstemp(&template)
      path = "/dev/fd/\(descriptor)"
      unlink(template)
    #endif
    guard descriptor >= 0 else { throw .noStorage(code: errno) }
  }

  deinit { close(descriptor) }

  /// All bytes that were written.
  func bytes() throws(WorkbookError) -> [UInt8] {
    let size = Int(lseek(descriptor, 0, SEEK_END))
    guard size >= 0 else { throw .noStorage(code: errno) }
    var bytes = [UInt8](repeating: 0, count: size)
    var done = 0
    while done < size {
      let count = bytes.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress?.advanced(by: done), size - done, off_t(done))
      }
      guard count > 0 else { throw .noStorage(code: errno) }
      done += count
    }
    return bytes
  }
}
