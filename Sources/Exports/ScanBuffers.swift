import CStructuralScan

/// The memory in which one worker reads files: a window of bytes, and the index of a part of it.
///
/// Made once and used for all files, so that memory does not depend on their sizes. The pointers
/// never leave the functions that read a chunk.
package final class ScanBuffers {
  /// How many bytes are scanned at a time: the window and its index stay in the cache.
  static let scanLength = 64 << 10

  /// How many bytes are read from a file at a time.
  static let readLength = 256 << 10

  /// The longest record.
  static let recordLimit = 1 << 20

  static let windowLength = recordLimit + readLength

  let window: UnsafeMutablePointer<UInt8>
  let rowSeparators: UnsafeMutablePointer<UInt32>
  let rowStarts: UnsafeMutablePointer<UInt32>
  /// The line of each record.
  let rowLines: UnsafeMutablePointer<Int>
  let suspicions: UnsafeMutablePointer<UInt8>
  var index: structural_index
  private let kind: structural_scan_kind
  private let entries: UnsafeMutablePointer<UInt32>
  private static let entryCount = scanLength + 128

  /// Makes the memory.
  package init() {
    // Decoders read words of eight bytes: there is room behind the last one.
    window = .allocate(capacity: ScanBuffers.windowLength + 64)
    window.initialize(repeating: 0, count: ScanBuffers.windowLength + 64)
    rowSeparators = .allocate(capacity: FieldRows.capacity)
    rowStarts = .allocate(capacity: FieldRows.capacity)
    rowLines = .allocate(capacity: FieldRows.capacity)
    suspicions = .allocate(capacity: FieldRows.capacity)
    suspicions.initialize(repeating: 0, count: FieldRows.capacity)
    entries = .allocate(capacity: 4 * ScanBuffers.entryCount)
    index = structural_index()
    index.separators = entries
    index.record_ends = entries + ScanBuffers.entryCount
    index.quotes = entries + 2 * ScanBuffers.entryCount
    index.oddities = entries + 3 * ScanBuffers.entryCount
    kind = structural_scan_best_kind()
  }

  deinit {
    window.deallocate()
    rowSeparators.deallocate()
    rowStarts.deallocate()
    rowLines.deallocate()
    suspicions.deallocate()
    entries.deallocate()
  }

  /// Indexes bytes of the window, at most `scanLength`; positions count from `start`.
  func scan(from start: Int, to end: Int, delimiter: UInt8) {
    let length = min(end - start, ScanBuffers.scanLength)
    structural_scan(kind, window + start, length, delimiter, &index)
  }

  /// Puts one record that was parsed alone into the index, as if it had been scanned.
  ///
  /// Returns false when it has more fields than an index can hold.
  func indexAlone(_ record: ParsedRecord, from start: Int) -> Bool {
    guard record.fields.count < ScanBuffers.scanLength else { return false }
    for (entry, field) in record.fields.enumerated() {
      index.separators[entry] = UInt32(field.separator - start)
    }
    index.separator_count = record.fields.count
    index.record_ends[0] = UInt32(record.fields.count)
    index.record_count = 1
    index.quote_count = 0
    index.oddity_count = 0
    return true
  }
}
