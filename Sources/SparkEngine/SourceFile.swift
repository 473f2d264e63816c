package import Exports

/// A delivery as the cluster sees it.
package struct SourceFile {
  /// A stretch of the file that one task reads.
  package struct Block {
    let start: Int
    let firstRow: Int
    let lines: Int
    let endsInReturn: Bool
    package var linesBefore = 0
  }

  /// The number by which statements know it, in order of path.
  let id: Int

  /// The delivery.
  let delivery: Delivery

  /// Its stretches, in order.
  package private(set) var blocks: [Block] = []

  /// The size in bytes.
  private(set) var byteCount = 0

  /// The bytes of its lines, without the line feeds.
  private(set) var textBytes = 0

  /// How many lines hold a quote, and how many leave one open.
  private(set) var quotedLines = 0
  private(set) var openLines = 0

  /// How many lines are more than ASCII, and how many of them are not UTF-8.
  private(set) var nonASCIILines = 0
  private(set) var linesOutsideUTF8 = 0

  /// What tells files of one size apart.
  private(set) var fingerprint = Int128(0)

  /// The line of the header, and its bytes; empty when there is none.
  package private(set) var headerLine = 0
  package private(set) var headerBytes: [UInt8] = []

  /// What the header says, once it was read.
  var header: HeaderExcerpt?

  /// The file of which this one is a copy.
  var original: Int?

  /// Creates the file, of which nothing is known yet.
  package init(id: Int, _ delivery: Delivery) {
    self.id = id
    self.delivery = delivery
  }

  /// The number of lines.
  var lineCount: Int { blocks.reduce(0) { $0 + $1.lines } }

  /// Whether quotes hold line breaks.
  var hasOpenLines: Bool { openLines > 0 }

  /// The bytes that are neither text nor line feeds: 3 for a byte-order mark, less 1 when the last
  /// line has no line feed.
  private var surplus: Int { byteCount - textBytes - lineCount }

  /// Whether it begins with a byte-order mark, which Spark does not show.
  package var hasByteOrderMark: Bool { surplus == 3 || surplus == 2 }

  /// Whether the last line has no line feed.
  package var lacksLineEnd: Bool { surplus == -1 || surplus == 2 }

  /// Whether the last line ends in a carriage return.
  package var endsInReturn: Bool { blocks.last?.endsInReturn ?? false }

  /// Whether records can be read from it.
  var isReadable: Bool { (header?.isUsable ?? false) && original == nil }

  /// Its path as Spark writes it.
  package var encodedPath: String {
    var encoded = ""
    for byte in delivery.file.utf8 {
      let scalar = Unicode.Scalar(byte)
      let isPlain = byte < 0x80 && (scalar.properties.isAlphabetic || (48...57).contains(byte))
      let digits = String(byte, radix: 16, uppercase: true)
      encoded +=
        isPlain || "-_.~/".unicodeScalars.contains(scalar)
        ? String(scalar) : "%" + (digits.utf8.count == 1 ? "0" : "") + digits
    }
    return encoded
  }

  /// Adds a block, as a row of `LineSQL.blocks` describes it.
  package mutating func add(_ row: ResultRow) throws(SparkError) {
    let start = try row.integer(1)
    blocks.append(
      Block(
        start: start, firstRow: try row.integer(3), lines: try row.integer(4),
        endsInReturn: try row.integer(13) == 1))
    byteCount += try row.integer(2)
    textBytes += try row.integer(5)
    quotedLines += try row.integer(6)
    openLines += try row.integer(7)
    fingerprint += Int128(row.text(8)) ?? 0
    nonASCIILines += try row.integer(11)
    linesOutsideUTF8 += try row.integer(12)
    let firstFilled = try row.integer(9)
    if start == 0, firstFilled >= 0 {
      headerLine = firstFilled - (try row.integer(3)) + 1
      headerBytes = row.bytes(10)
    }
  }

  /// Puts the blocks in order and counts the lines before each.
  package mutating func finishBlocks() {
    blocks.sort { $0.start < $1.start }
    var before = 0
    for index in blocks.indices {
      blocks[index].linesBefore = before
      before += blocks[index].lines
    }
  }
}
