/// The text of one export, written field by field.
struct CSVText {
  /// The bytes so far.
  private(set) var bytes: [UInt8] = []
  /// The number of records, without the header.
  private(set) var recordCount = -1

  private let dialect: Dialect
  private var isAtStartOfRecord = true

  /// Starts an export with its header line.
  init(dialect: Dialect, header: [String]) {
    self.dialect = dialect
    if dialect.hasByteOrderMark {
      bytes.append(contentsOf: [0xef, 0xbb, 0xbf])
    }
    for column in header {
      field(column)
    }
    endRecord()
  }

  /// Appends a text, quoted where it must be.
  mutating func field(_ text: String) {
    delimit()
    guard needsQuotes(text) else {
      append(text)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    let parts = text.split(separator: "\"", omittingEmptySubsequences: false)
    append(parts.joined(separator: "\"\""))
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends a text, or nothing.
  mutating func field(_ text: String?) {
    if let text { field(text) } else { delimit() }
  }

  /// Appends a number in the system's form.
  mutating func field(_ number: Int) {
    delimit()
    if dialect.groupsThousands, number >= 1000 {
      append(number / 1000)
      bytes.append(UInt8(ascii: "."))
      appendDigits(number % 1000, count: 3)
    } else {
      append(number)
    }
  }

  /// Appends a number, or nothing.
  mutating func field(_ number: Int?) {
    if let number { field(number) } else { delimit() }
  }

  /// Appends a day in the system's form.
  mutating func field(_ day: CalendarDay) {
    delimit()
    let parts = day.parts
    switch dialect.dayForm {
    case .iso, nil:
      appendDigits(parts.year, count: 4)
      bytes.append(UInt8(ascii: "-"))
      appendDigits(parts.month, count: 2)
      bytes.append(UInt8(ascii: "-"))
      appendDigits(parts.day, count: 2)
    case .dayFirst:
      appendDigits(parts.day, count: 2)
      bytes.append(UInt8(ascii: "/"))
      appendDigits(parts.month, count: 2)
      bytes.append(UInt8(ascii: "/"))
      appendDigits(parts.year, count: 4)
    }
  }

  /// Appends a day, or nothing.
  mutating func field(_ day: CalendarDay?) {
    if let day { field(day) } else { delimit() }
  }

  /// Appends `ja` or `nee`.
  mutating func field(_ isTrue: Bool) {
    field(isTrue ? "ja" : "nee")
  }

  /// Appends a key: letters, then digits with leading zeros.
  mutating func key(_ letters: String, _ number: Int, digits: Int) {
    delimit()
    bytes.append(contentsOf: letters.utf8)
    appendDigits(number, count: digits)
  }

  /// Ends the record.
  mutating func endRecord() {
    bytes.append(contentsOf: dialect.lineEnd)
    isAtStartOfRecord = true
    recordCount += 1
  }

  private mutating func delimit() {
    if isAtStartOfRecord {
      isAtStartOfRecord = false
    } else {
      bytes.append(dialect.delimiter)
    }
  }

  private func needsQuotes(_ text: String) -> Bool {
    for byte in text.utf8
    where byte == dialect.delimiter || byte == 0x22 || byte == 0x0a || byte == 0x0d {
      return true
    }
    return false
  }

  private mutating func append(_ text: String) {
    switch dialect.encoding {
    case .utf8: bytes.append(contentsOf: text.utf8)
    case .windows1252:
      for scalar in text.unicodeScalars { bytes.append(Windows1252.byte(of: scalar)) }
    }
  }

  private mutating func append(_ number: Int) {
    bytes.append(contentsOf: String(number).utf8)
  }

  private mutating func appendDigits(_ number: Int, count: Int) {
    var divisor = 1
    for _ in 1..<count { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(number / divisor % 10))
      divisor /= 10
    }
  }
}
