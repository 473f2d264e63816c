internal import Crypto

/// The SHA-256 of some bytes, in lower-case hexadecimal.
public struct Digest: Sendable, Hashable {
  /// The 64 digits.
  public let hexadecimal: String

  /// The digest of bytes in memory.
  public init(of bytes: some Sequence<UInt8> & Collection) {
    var hash = SHA256()
    hash.update(data: Array(bytes))
    self.init(hash.finalize())
  }

  /// The digest of bytes that come in pieces, with their number.
  public static func ofPieces(
    _ forEach: ((ArraySlice<UInt8>) throws -> Void) throws -> Void
  ) rethrows -> (digest: Digest, byteCount: Int) {
    var hash = SHA256()
    var byteCount = 0
    try forEach { piece in
      piece.withUnsafeBytes { hash.update(bufferPointer: $0) }
      byteCount += piece.count
    }
    return (Digest(hash.finalize()), byteCount)
  }

  /// The digest of a file, read in pieces.
  ///
  /// - Throws: `ProvenanceError.unreadable` when the file cannot be read to its end.
  public init(ofFile path: String) throws(ProvenanceError) {
    var hash = SHA256()
    try FilePieces.forEach(of: path) { hash.update(bufferPointer: $0) }
    self.init(hash.finalize())
  }

  /// A digest that was computed elsewhere; nil when it is not 64 digits.
  public init?(hexadecimal: String) {
    let isDigits = hexadecimal.utf8.allSatisfy {
      (48...57).contains($0) || (97...102).contains($0)
    }
    guard hexadecimal.utf8.count == 64, isDigits else { return nil }
    self.hexadecimal = hexadecimal
  }

  private init(_ digest: SHA256.Digest) {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in digest {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    hexadecimal = String(decoding: text, as: UTF8.self)
  }
}
