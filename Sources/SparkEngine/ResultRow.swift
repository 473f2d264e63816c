/// One row of results: a kind, the number of a dataset and fields, of which texts are in hexadecimal.
package struct ResultRow {
  /// What the row is about.
  let kind: String

  /// The number of the dataset that it is about.
  let dataset: Int

  private let fields: [Substring]

  /// Reads a line of the program's output; nil for anything else that it prints.
  package init?(_ line: String) {
    guard line.hasPrefix("kc|") else { return nil }
    let parts = line.split(separator: "|", omittingEmptySubsequences: false)
    guard parts.count >= 3, let dataset = Int(parts[2]) else { return nil }
    kind = String(parts[1])
    self.dataset = dataset
    fields = Array(parts.dropFirst(3))
  }

  /// The field at an index, as it is.
  func text(_ index: Int) -> String {
    index < fields.count ? String(fields[index]) : ""
  }

  /// The whole number at an index.
  func integer(_ index: Int) throws(SparkError) -> Int {
    guard index < fields.count, let number = Int(fields[index]) else {
      throw .unexpectedAnswer("a row of kind '\(kind)' without a number at \(index)")
    }
    return number
  }

  /// The bytes that hexadecimal digits stand for.
  func bytes(_ index: Int) -> [UInt8] {
    guard index < fields.count else { return [] }
    var bytes: [UInt8] = []
    var high: UInt8?
    for digit in fields[index].utf8 {
      let value = digit <= 57 ? digit &- 48 : (digit | 0x20) &- 87
      if let first = high {
        bytes.append(first << 4 | value)
        high = nil
      } else {
        high = value
      }
    }
    return bytes
  }

  /// The text that hexadecimal digits stand for.
  func decoded(_ index: Int) -> String {
    String(decoding: bytes(index), as: UTF8.self)
  }

  /// How many fields there are.
  var count: Int { fields.count }
}
