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

  init(file: ExportFile, from start: Int = 0, end: Int) {
    self.file = file
    offset = start
    self.end = end
  }

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
    let room = min(ScanBuffers.readLength, ScanBuffers.windowLength - rest, end - offset)
    guard room > 0 else { return }
    let target = UnsafeMutableRawBufferPointer(start: buffers.window + rest, count: room)
    let count = try file.read(at: offset, into: target)
    guard count == room else {
      throw ExportFile.Failure(found: "ends at byte \(offset + count), before its size says")
    }
    offset += count
    filled += count
  }

  /// Ends the last line of the file, for which the window always has room.
  mutating func addLineEnd(_ buffers: ScanBuffers) {
    buffers.window[filled] = lineFeed
    filled += 1
    hasAddedLineEnd = true
  }
}
