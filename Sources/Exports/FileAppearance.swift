import Schemas

/// What a file looks like from its first bytes, when it is not the text that was declared.
///
/// Looking never changes how a file is read; it only makes the error better.
enum FileAppearance {
  private static let signatures: [(bytes: [UInt8], name: String)] = [
    ([0x1F, 0x8B], "a gzip file"),
    ([0x50, 0x4B, 0x03, 0x04], "a zip file or an Excel workbook"),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook"),
    (Array("%PDF-".utf8), "a PDF document"),
    (Array("{\\rtf".utf8), "an RTF document"),
    (Array("SQLite format 3".utf8), "a SQLite database"),
    ([0x50, 0x41, 0x52, 0x31, 0x15], "a Parquet file"),
  ]

  /// The name of what the bytes look like, or nil when they may be delimited text.
  static func description(_ head: UnsafeBufferPointer<UInt8>) -> String? {
    for (bytes, name) in signatures where head.starts(with: bytes) { return name }
    if let wide = wideEncoding(head) { return wide }
    let text = String(decoding: head.prefix(256), as: UTF8.self)
    let start = text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.prefix(16).lowercased()
    if ["<!doctype", "<html", "<head", "<body"].contains(where: start.hasPrefix) {
      return "a web page, perhaps of a session that had ended"
    }
    return start.hasPrefix("<?xml") ? "an XML document" : nil
  }

  private static func wideEncoding(_ head: UnsafeBufferPointer<UInt8>) -> String? {
    if head.starts(with: [0xFF, 0xFE, 0, 0]) { return "UTF-32" }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    let sample = head.prefix(400)
    guard sample.count >= 4 else { return nil }
    let zeros = sample.enumerated().filter { $0.element == 0 }.map { $0.offset % 2 }
    guard zeros.count * 10 >= sample.count * 4, Set(zeros).count == 1 else { return nil }
    return "UTF-16 without a byte-order mark, every second byte is zero"
  }
}
