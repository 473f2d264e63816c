internal import Provenance

/// One file that a run writes.
struct OutputFile {
  /// What takes the bytes, a piece at a time.
  typealias Body = (ArraySlice<UInt8>) throws -> Void

  /// The path within the run's folder, with `/`.
  let path: String

  private let pieces: (Body) throws -> Void

  /// Creates a file of bytes.
  init(_ path: String, _ content: [UInt8]) {
    self.init(path) { try $0(content[...]) }
  }

  /// Creates a file of UTF-8 text.
  init(_ path: String, text: String) {
    self.init(path, Array(text.utf8))
  }

  /// Creates a file whose bytes are made when they are asked for, the same each time.
  init(_ path: String, pieces: @escaping (Body) throws -> Void) {
    self.path = path
    self.pieces = pieces
  }

  /// Gives the bytes, a piece at a time.
  func forEachPiece(_ body: Body) throws { try pieces(body) }

  /// The bytes, all together.
  func content() throws -> [UInt8] {
    var content: [UInt8] = []
    try forEachPiece { content += $0 }
    return content
  }

  /// The file as the manifest names it.
  func record() throws -> FileRecord {
    let (digest, byteCount) = try Digest.ofPieces(forEachPiece)
    return FileRecord(file: path, bytes: byteCount, sha256: digest)
  }
}
