/// One record, taken apart one byte at a time.
///
/// The vector scan finds the records that are as they should be; this parser says what RFC 4180
/// means by any bytes at all, and where a record leaves it. A quote inside a field that does not
/// begin with one stands for itself.
struct ParsedRecord {
  /// A field: the bytes between its quotes, or between its delimiters.
  struct Field {
    var start: Int
    var end: Int
    var isQuoted = false
    var hasDoubledQuotes = false
    /// Where the field ends with everything around it: the position of the separator.
    var separator = 0
  }

  /// How a record ends.
  enum Ending: Hashable {
    /// With a line end; the next record begins after it.
    case lineEnd
    /// With the last of the bytes.
    case endOfBytes
    /// Inside quotes, which were opened at this position.
    case insideQuotes(Int)
    /// At text that follows a closing quote, whose opening quote is at this position.
    case textAfterQuote(Int)
  }

  private(set) var fields: [Field] = []
  private(set) var ending = Ending.endOfBytes
  private(set) var next: Int
  /// The first quote in a field that does not begin with one.
  private(set) var quoteInField: Int?

  /// Takes apart the record that begins at `start`.
  init(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int, delimiter: UInt8) {
    next = start
    var isOpen = true
    while isOpen {
      isOpen = addField(bytes, to: end, delimiter: delimiter)
    }
  }

  private mutating func addField(
    _ bytes: UnsafePointer<UInt8>, to end: Int, delimiter: UInt8
  ) -> Bool {
    guard next < end, bytes[next] == quote else {
      return addUnquoted(bytes, to: end, delimiter: delimiter)
    }
    let opening = next
    var field = Field(start: next + 1, end: next + 1, isQuoted: true)
    next += 1
    while true {
      while next < end && bytes[next] != quote { next += 1 }
      field.end = next
      guard next < end else {
        fields.append(field)
        ending = .insideQuotes(opening)
        return false
      }
      next += 1
      guard next < end, bytes[next] == quote else { break }
      field.hasDoubledQuotes = true
      next += 1
    }
    return finish(field, bytes, to: end, delimiter: delimiter, opening: opening)
  }

  private mutating func finish(
    _ field: Field, _ bytes: UnsafePointer<UInt8>, to end: Int, delimiter: UInt8, opening: Int
  ) -> Bool {
    var field = field
    let hasReturn = next < end && bytes[next] == carriageReturn
    if hasReturn, next + 1 < end, bytes[next + 1] == lineFeed { next += 1 }
    field.separator = next
    fields.append(field)
    // What follows a carriage return that is the last of the bytes is not known.
    guard next < end, !hasReturn || next + 1 < end || bytes[next] == lineFeed else { return false }
    if bytes[next] == delimiter {
      next += 1
      return true
    }
    if bytes[next] == lineFeed {
      next += 1
      ending = .lineEnd
    } else {
      ending = .textAfterQuote(opening)
    }
    return false
  }

  private mutating func addUnquoted(
    _ bytes: UnsafePointer<UInt8>, to end: Int, delimiter: UInt8
  ) -> Bool {
    let start = next
    while next < end, bytes[next] != delimiter, bytes[next] != lineFeed {
      if bytes[next] == quote, quoteInField == nil { quoteInField = next }
      next += 1
    }
    var field = Field(start: start, end: next)
    field.separator = next
    let isLast = next < end && bytes[next] == lineFeed
    if isLast, next > start, bytes[next - 1] == carriageReturn { field.end -= 1 }
    fields.append(field)
    guard next < end else { return false }
    next += 1
    if isLast { ending = .lineEnd }
    return !isLast
  }
}

/// The byte of a double quote.
let quote = UInt8(ascii: "\"")

/// The byte of a line feed.
let lineFeed = UInt8(ascii: "\n")

/// The byte of a carriage return.
let carriageReturn = UInt8(ascii: "\r")
