/// How the text of an export is encoded.
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  /// UTF-8, with or without a byte-order mark.
  case utf8 = "utf-8"

  /// Windows-1252, the code page of Western European Windows.
  case windows1252 = "windows-1252"
}

/// How the records of an export are written down.
public struct Dialect: Sendable, Hashable {
  /// The byte between two fields, for example `;`.
  public let delimiter: UInt8

  /// The encoding of the text.
  public let encoding: TextEncoding

  /// Whether the system promises a byte-order mark: one that was not promised is a note.
  public let hasByteOrderMark: Bool

  /// The line end that the system promises; LF and CRLF are both read.
  public let lineTerminator: String

  /// Creates a dialect.
  public init(
    delimiter: UInt8, encoding: TextEncoding = .utf8, hasByteOrderMark: Bool = false,
    lineTerminator: String = "\n"
  ) {
    self.delimiter = delimiter
    self.encoding = encoding
    self.hasByteOrderMark = hasByteOrderMark
    self.lineTerminator = lineTerminator
  }
}
