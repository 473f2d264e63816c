package import Schemas

/// Questions about files before they are read.
package enum ExportFiles {
  /// Files that are larger are cut into chunks of about this size.
  private static let chunkLength = 4 << 20
  private static let probeLength = 64 << 10

  /// How much is first looked at for the end of a record; mostly it is enough.
  private static let firstProbeLength = 4 << 10

  /// The size of a file in bytes; 0 when it cannot be opened, which reading it will report.
  package static func size(of delivery: Delivery) -> Int {
    (try? ExportFile(path: delivery.path).size) ?? 0
  }

  /// Whether two files hold the same bytes.
  package static func haveSameContent(_ left: Delivery, _ right: Delivery) -> Bool {
    guard let first = try? ExportFile(path: left.path),
      let second = try? ExportFile(path: right.path), first.size == second.size
    else { return false }
    var offset = 0
    var bytes = [UInt8](repeating: 0, count: probeLength)
    var others = bytes
    while offset < first.size {
      let count = try? bytes.withUnsafeMutableBytes { try first.read(at: offset, into: $0) }
      let other = try? others.withUnsafeMutableBytes { try second.read(at: offset, into: $0) }
      guard let count, count > 0, count == other, bytes[..<count] == others[..<count] else {
        return false
      }
      offset += count
    }
    return true
  }

  /// A hash of the first bytes of a file: the same for files with the same content, within one run of
  /// the program.
  package static func hashOfBeginning(_ delivery: Delivery) -> Int {
    guard let file = try? ExportFile(path: delivery.path) else { return 0 }
    return withUnsafeTemporaryAllocation(byteCount: probeLength, alignment: 16) { bytes in
      let count = (try? file.read(at: 0, into: bytes)) ?? 0
      var hasher = Hasher()
      hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: bytes[..<count]))
      return hasher.finalize()
    }
  }

  /// The chunks in which a file is read, cut where records end as far as can be seen.
  ///
  /// A cut within quotes that looks like one between records is found out while reading: the chunk
  /// before it then does not end with a whole record.
  package static func tasks(
    for delivery: Delivery, size: Int, schema: DatasetSchema
  ) -> [ChunkTask] {
    guard size > chunkLength * 3 / 2, let file = try? ExportFile(path: delivery.path),
      !file.isCompressed
    else {
      return [ChunkTask(delivery, size: size)]
    }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: probeLength, alignment: 16)
    defer { buffer.deallocate() }
    let bytes = UnsafePointer(buffer.bindMemory(to: UInt8.self).baseAddress)
    guard let bytes, let count = try? file.read(at: 0, into: buffer),
      let binding = HeaderReading(bytes, count, schema: schema).binding
    else { return [ChunkTask(delivery, size: size)] }
    var cuts: [Int] = []
    for position in stride(from: chunkLength, to: size - chunkLength / 2, by: chunkLength) {
      let lengths = [firstProbeLength, probeLength]
      let cut = lengths.lazy.compactMap { length -> Int? in
        let part = UnsafeMutableRawBufferPointer(rebasing: buffer[..<length])
        guard let count = try? file.read(at: position, into: part) else { return nil }
        return recordStart(
          bytes, count, fieldCount: binding.fieldCount, delimiter: schema.dialect.delimiter)
      }.first
      if let cut { cuts.append(position + cut) }
    }
    let starts: [Int?] = [nil] + cuts.map { $0 }
    let ends: [Int?] = cuts.map { $0 } + [nil]
    return zip(starts, ends).enumerated().map { ordinal, range in
      ChunkTask(delivery, size: size, ordinal: ordinal, from: range.0, to: range.1)
    }
  }

  /// The first line start from which three records have the header's number of fields.
  private static func recordStart(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, fieldCount: Int, delimiter: UInt8
  ) -> Int? {
    var tries = 0
    for position in 0..<count where bytes[position] == lineFeed && tries < 100 {
      tries += 1
      var next = position + 1
      let isStart = (0..<3).allSatisfy { _ in
        let record = ParsedRecord(bytes, from: next, to: count, delimiter: delimiter)
        next = record.next
        return record.ending == .lineEnd && record.fields.count == fieldCount
          && record.quoteInField == nil
      }
      if isStart { return position + 1 }
    }
    return nil
  }
}
