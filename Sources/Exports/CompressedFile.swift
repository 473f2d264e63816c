import CZlib

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// A gzip file while it is open; it is unpacked in memory as it is read, never on disk.
final class CompressedFile {
  /// The most bytes that may come out of one file.
  static let sizeLimit = 16 << 30

  /// The most bytes that may come out of one byte, once more than `ratioFloor` have come out.
  static let ratioLimit = 200
  static let ratioFloor = 16 << 20

  private static let bufferLength = 256 << 10
  private let handle: gzFile
  private var position = 0

  /// Whether a file's name says that it is compressed.
  static func isNamed(_ path: String) -> Bool {
    path.utf8.suffix(3).map { $0 | 0x20 } == Array(".gz".utf8)
  }

  /// Opens what a descriptor stands for; the descriptor stays the caller's.
  init(_ descriptor: Int32) throws(ExportFile.Failure) {
    let own = dup(descriptor)
    guard own >= 0, let handle = gzdopen(own, "rb") else {
      if own >= 0 { close(own) }
      throw ExportFile.Failure(found: "cannot be unpacked")
    }
    self.handle = handle
    gzbuffer(handle, UInt32(CompressedFile.bufferLength))
  }

  deinit {
    gzclose_r(handle)
  }

  /// How many bytes come out; reads the whole file to know it, and goes back to its start.
  func unpackedSize() throws(ExportFile.Failure) -> Int {
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: CompressedFile.bufferLength, alignment: 16)
    defer { buffer.deallocate() }
    var size = 0
    while true {
      let count = try read(at: size, into: buffer)
      // Bytes that are no gzip would be handed on as they are.
      guard size > 0 || gzdirect(handle) == 0 else {
        throw ExportFile.Failure(found: "is not a gzip file", rule: "other-format")
      }
      size += count
      if count < buffer.count { break }
      try checkLimits(size)
    }
    try seek(to: 0)
    return size
  }

  /// Fills a buffer from a position on; gives fewer bytes at the end only.
  func read(
    at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(ExportFile.Failure) -> Int {
    if offset != position { try seek(to: offset) }
    var filled = 0
    while filled < buffer.count, let base = buffer.baseAddress {
      let room = UInt32(min(buffer.count - filled, 1 << 30))
      let count = Int(gzread(handle, base + filled, room))
      if count > 0 { filled += count }
      var code: Int32 = 0
      _ = gzerror(handle, &code)
      guard count >= 0, code == Z_OK || code == Z_STREAM_END else {
        throw ExportFile.Failure(
          found: "ends or is damaged at unpacked byte \(offset + filled)",
          rule: "truncated-export")
      }
      if count == 0 { break }
    }
    position = offset + filled
    return filled
  }

  private func seek(to offset: Int) throws(ExportFile.Failure) {
    guard gzseek(handle, offset, SEEK_SET) >= 0 else {
      throw ExportFile.Failure(found: "cannot be unpacked")
    }
    position = offset
  }

  private func checkLimits(_ size: Int) throws(ExportFile.Failure) {
    if size > CompressedFile.sizeLimit {
      throw ExportFile.Failure(
        found: "unpacks to more than \(CompressedFile.sizeLimit >> 30) GiB",
        rule: "compression-limit")
    }
    let taken = max(1, Int(gzoffset(handle)))
    if size > CompressedFile.ratioFloor, size / taken > CompressedFile.ratioLimit {
      throw ExportFile.Failure(
        found: "unpacks to more than \(CompressedFile.ratioLimit) times its size",
        rule: "compression-limit")
    }
  }
}
