/// Typed access to a value; what does not fit is reported.
extension DefinitionNode {
  /// The scalar's text.
  func text(_ key: String, _ log: FindingCollector) -> String? {
    guard case .text(let text) = content else {
      reportWrongType(key, expected: "a text", log)
      return nil
    }
    return text
  }

  /// Whether it is a mapping with this key.
  func hasEntry(_ key: String) -> Bool {
    guard case .mapping(let entries) = content else { return false }
    return entries.contains { $0.key == key }
  }

  /// One text or a list of texts.
  func texts(_ key: String, _ log: FindingCollector) -> [TextValue]? {
    switch content {
    case .text(let text): return [TextValue(text: text, node: self)]
    case .list(let nodes):
      return nodes.compactMap { node in
        node.text(key, log).map { TextValue(text: $0, node: node) }
      }
    case .mapping, .nothing:
      reportWrongType(key, expected: "a text or a list of texts", log)
      return nil
    }
  }

  /// The items of a list.
  func items(_ key: String, _ log: FindingCollector) -> [DefinitionNode]? {
    guard case .list(let items) = content else {
      reportWrongType(key, expected: "a list", log)
      return nil
    }
    return items
  }

  /// The entries of a mapping, each key once.
  func entries(_ what: String, _ log: FindingCollector) -> [Entry]? {
    guard case .mapping(let entries) = content else {
      log.report(
        "wrong-type", at: place, "\(what) is \(kind), expected keys with values",
        fix: "write 'key: value' lines")
      return nil
    }
    var first: [String: Entry] = [:]
    return entries.filter { entry in
      guard let earlier = first[entry.key] else {
        first[entry.key] = entry
        return true
      }
      log.report(
        "duplicate-key", at: entry.place,
        "key '\(entry.key.shortened)' also stands on line \(earlier.place.line), "
          + "expected a key used once",
        fix: "remove one of the two")
      return false
    }
  }

  /// `true` or `false`, and no other word for it.
  func flag(_ key: String, _ log: FindingCollector) -> Bool? {
    switch content {
    case .text("true"): return true
    case .text("false"): return false
    default:
      reportWrongType(key, expected: "true or false", log)
      return nil
    }
  }

  /// A whole number in plain decimal digits.
  func integer(_ key: String, in range: ClosedRange<Int>, _ log: FindingCollector) -> Int? {
    guard case .text(let text) = content, let number = Int(plainDigits: text) else {
      reportWrongType(key, expected: "a whole number", log)
      return nil
    }
    guard range.contains(number) else {
      log.report(
        "out-of-range", at: place,
        "\(key) is \(number), expected \(range.lowerBound) to \(range.upperBound)",
        fix: "write a number in that range")
      return nil
    }
    return number
  }

  /// Reports that the value is of another kind than was expected.
  func reportWrongType(_ key: String, expected: String, _ log: FindingCollector) {
    log.report(
      "wrong-type", at: place, "\(key) is \(kind), expected \(expected)", fix: "write \(expected)")
  }
}

extension Int {
  /// Reads plain decimal digits, with a minus for a negative number; no plus, no leading zeros.
  init?(plainDigits text: String) {
    guard let number = Int(text), String(number) == text else { return nil }
    self = number
  }
}
