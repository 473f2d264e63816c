/// Sorted findings as bytes in a file: their texts once, then a few bytes for each finding.
struct SpilledFindings: Sendable {
  private let file: SpillFile
  private let offset: Int
  private let textLength: Int
  private let count: Int

  /// Writes the findings; nil when there is no room for them.
  init?(_ findings: [Finding], in file: SpillFile) {
    var numbers: [FindingText: UInt32] = [:]
    var texts = ByteText()
    var places = ByteText()
    for finding in findings {
      let text = FindingText(finding)
      let number = numbers[text] ?? UInt32(numbers.count)
      if numbers.updateValue(number, forKey: text) == nil { text.write(to: &texts) }
      places.add(UInt64(number))
      places.add(UInt64(finding.location.line))
      places.add(UInt64(finding.location.column))
    }
    guard let offset = file.append(texts.bytes + places.bytes) else { return nil }
    self.file = file
    self.offset = offset
    textLength = texts.bytes.count
    count = findings.count
  }

  /// Reads them again, in their order.
  func reader() -> Reader { Reader(self) }

  /// Reads the findings, the texts at once and the places a stretch at a time.
  struct Reader {
    private static let stretch = 4096
    private static let placeLength = 24

    private let findings: SpilledFindings
    private let texts: [FindingText]
    private var places: ByteText
    private var index = 0

    init(_ findings: SpilledFindings) {
      self.findings = findings
      var bytes = ByteText(
        bytes: findings.file.bytes(at: findings.offset, count: findings.textLength))
      var texts: [FindingText] = []
      while let text = FindingText(from: &bytes) { texts.append(text) }
      self.texts = texts
      places = ByteText()
    }

    /// The next finding; nil at the end.
    mutating func next() -> Finding? {
      guard index < findings.count else { return nil }
      if index % Reader.stretch == 0 {
        let count = min(Reader.stretch, findings.count - index)
        places = ByteText(
          bytes: findings.file.bytes(
            at: findings.offset + findings.textLength + index * Reader.placeLength,
            count: count * Reader.placeLength))
      }
      index += 1
      guard let number = places.takeNumber(), let line = places.takeNumber(),
        let column = places.takeNumber(), number < texts.count
      else { return nil }
      return texts[Int(number)].finding(line: Int(line), column: Int(column))
    }
  }
}

/// What a finding says, without its place.
private struct FindingText: Hashable {
  let severity: Severity
  let words: [String]

  init(_ finding: Finding) {
    severity = finding.severity
    words = [
      finding.rule, finding.dataset, finding.location.file, finding.message, finding.fix,
      finding.excerpt,
    ]
  }

  init?(from bytes: inout ByteText) {
    guard let number = bytes.takeNumber(), let severity = Severity(rawValue: Int(number)) else {
      return nil
    }
    self.severity = severity
    words = (0..<6).compactMap { _ in bytes.takeText() }
    guard words.count == 6 else { return nil }
  }

  func write(to bytes: inout ByteText) {
    bytes.add(UInt64(severity.rawValue))
    for word in words { bytes.add(word) }
  }

  func finding(line: Int, column: Int) -> Finding {
    Finding(
      severity, rule: words[0], dataset: words[1],
      at: SourceLocation(file: words[2], line: line, column: column), words[3], fix: words[4],
      excerpt: words[5])
  }
}

/// Numbers and texts one after the other, as bytes.
private struct ByteText {
  private(set) var bytes: [UInt8] = []
  private var position = 0

  init(bytes: [UInt8] = []) {
    self.bytes = bytes
  }

  mutating func add(_ number: UInt64) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }

  mutating func add(_ text: String) {
    add(UInt64(text.utf8.count))
    bytes += text.utf8
  }

  mutating func takeNumber() -> UInt64? {
    guard position + 8 <= bytes.count else { return nil }
    var number: UInt64 = 0
    for index in (0..<8).reversed() { number = number << 8 | UInt64(bytes[position + index]) }
    position += 8
    return number
  }

  mutating func takeText() -> String? {
    guard let length = takeNumber(), position + Int(length) <= bytes.count else { return nil }
    defer { position += Int(length) }
    return String(decoding: bytes[position..<position + Int(length)], as: UTF8.self)
  }
}
