/// Reads the CSV that the program itself writes: commas, RFC 4180, UTF-8.
enum DelimitedText {
  /// The records with their fields; nil when the text is not whole or not UTF-8.
  static func records(of bytes: [UInt8]) -> [[String]]? {
    var reader = Reader()
    for byte in bytes {
      guard reader.take(byte) else { return nil }
    }
    return reader.finish()
  }

  private struct Reader {
    private var records: [[String]] = []
    private var fields: [String] = []
    private var field: [UInt8] = []
    private var state = State.start

    private enum State { case start, plain, quoted, closed }

    /// Takes the next byte; false when the text is broken.
    mutating func take(_ byte: UInt8) -> Bool {
      switch (state, byte) {
      case (.quoted, UInt8(ascii: "\"")): state = .closed
      case (.quoted, _): field.append(byte)
      case (.start, UInt8(ascii: "\"")): state = .quoted
      case (.closed, UInt8(ascii: "\"")):
        field.append(byte)
        state = .quoted
      case (_, UInt8(ascii: ",")): return endField()
      case (_, UInt8(ascii: "\n")): return endRecord()
      case (.closed, _): return byte == UInt8(ascii: "\r")
      case (_, UInt8(ascii: "\"")): return false
      case (_, UInt8(ascii: "\r")): break
      default:
        field.append(byte)
        state = .plain
      }
      return true
    }

    mutating func finish() -> [[String]]? {
      if state == .quoted { return nil }
      if !field.isEmpty || !fields.isEmpty { guard endRecord() else { return nil } }
      return records
    }

    private mutating func endField() -> Bool {
      guard let text = String(validating: field, as: UTF8.self) else { return false }
      fields.append(text)
      field = []
      state = .start
      return true
    }

    private mutating func endRecord() -> Bool {
      guard endField() else { return false }
      records.append(fields)
      fields = []
      return true
    }
  }
}
