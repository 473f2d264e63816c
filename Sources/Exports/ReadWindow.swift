/// The part of a file that lies in the buffers of a worker.
struct ReadWindow {
  private let file: ExportFile
  private var offset: Int
  private let end: Int

  /// The position of the next record in the window.
  var position = 0

  /// How many bytes of the window are filled.
  private(set) var filled = 0

  /// Whether a line feed was added, because the last line of the file has none.
  private(set) var hasAddedLineEnd = false

  /// How many bytes are read the next time; after that it is `ScanBuffers.readLength`.
  private var nextLength: Int

  init(
    file: ExportFile, from start: Int = 0, end: Int, firstLength: Int = ScanBuffers.readLength
  ) {
    self.file = file
    nextLength = firstLength
    offset = start
    self.end = end
  }

  /// Whether single carriage returns are made line feeds, and whether the next byte is in quotes.
  private var endsLinesWithReturns = false
  private var isInsideQuotes = false

  /// Whether all bytes of the chunk are in the window.
  var isAtEnd: Bool { offset >= end }

  /// Whether the window has no room for more of the record at `position`.
  var isFull: Bool { filled - position > ScanBuffers.recordLimit }

  /// Moves what is left to the front and reads on.
  mutating func fill(_ buffers: ScanBuffers) throws(ExportFile.Failure) {
    let rest = filled - position
    if rest > 0, position > 0 {
      buffers.window.update(from: buffers.window + position, count: rest)
    }
    position = 0
    filled = rest
    let room = min(nextLength, ScanBuffers.windowLength - rest, end - offset)
    guard room > 0 else { return }
    nextLength = ScanBuffers.readLength
    let target = UnsafeMutableRawBufferPointer(start: buffers.window + rest, count: room)
    let count = try file.read(at: offset, into: target)
    guard count == room else {
      throw ExportFile.Failure(found: "ends at byte \(offset + count), before its size says")
    }
    offset += count
    filled += count
    if endsLinesWithReturns { translateReturns(buffers, from: rest) }
  }

  /// Whether the lines of the file end in carriage returns only, as the first bytes tell; they are
  /// then read as line feeds, but for those between quotes.
  mutating func translatesReturns(_ buffers: ScanBuffers) -> Bool {
    guard !endsLinesWithReturns, position == 0 else { return endsLinesWithReturns }
    let bytes = UnsafeBufferPointer(start: buffers.window, count: filled)
    var isQuoted = false
    var returns = 0
    for (index, byte) in bytes.enumerated() {
      if byte == quote { isQuoted.toggle() }
      if byte == lineFeed, !isQuoted { return false }
      if byte == carriageReturn, !isQuoted, index + 1 < filled || isAtEnd { returns += 1 }
    }
    guard returns > 0 else { return false }
    endsLinesWithReturns = true
    translateReturns(buffers, from: 0)
    return true
  }

  private mutating func translateReturns(_ buffers: ScanBuffers, from start: Int) {
    for index in start..<filled {
      if buffers.window[index] == quote { isInsideQuotes.toggle() }
      if buffers.window[index] == carriageReturn, !isInsideQuotes {
        buffers.window[index] = lineFeed
      }
    }
  }

  /// Ends the last line of the file, for which the window always has room.
  mutating func addLineEnd(_ buffers: ScanBuffers) {
    buffers.window[filled] = lineFeed
    filled += 1
    hasAddedLineEnd = true
  }
}
