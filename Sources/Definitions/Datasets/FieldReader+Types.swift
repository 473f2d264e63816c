internal import Schemas

/// The column types that a field can declare.
extension FieldReader {
  /// Text, an identifier, one or several codes, or a value of an open list.
  func stringType(_ field: MappingReader, _ constraints: MappingReader?) -> ColumnType? {
    if let codes = field.value("codes") {
      refuse(["openList", "pattern"], in: field, constraints, beside: "codes")
      let list = codeLists.resolve(codes, log: log)
      return field["separator"] == nil
        ? list.map { .code($0) } : list.flatMap { severalCodes($0, field, codes) }
    }
    if let separator = field["separator"] {
      log.report(
        "missing-key", at: separator.place, "'separator' stands without 'codes', expected both",
        fix: "add 'codes:' with a code list, or remove 'separator'")
    }
    if let open = field.name("openList", .name) {
      refuse(["pattern"], in: field, constraints, beside: "openList")
      return .openCode(list: open.text)
    }
    guard constraints?["pattern"] != nil else { return field["openList"] == nil ? .text : nil }
    guard let pattern = constraints?.value("pattern") else { return nil }
    guard let identifier = IdentifierPattern(pattern.text) else {
      log.report(
        "unknown-pattern", at: pattern.place,
        "pattern '\(pattern.text.shortened)' is not of the form of identifiers, "
          + "expected capital letters and a fixed number of digits",
        fix: "write for example 'P[0-9]{8}' or '[A-Z]{1,2}[0-9]{9}'")
      return nil
    }
    return .identifier(identifier)
  }

  private func severalCodes(
    _ list: CodeList, _ field: MappingReader, _ codes: TextValue
  ) -> ColumnType? {
    guard let separator = field.singleByte("separator") else { return nil }
    guard list.codes.count <= 64 else {
      log.report(
        "too-many-codes", at: codes.place,
        "code list '\(list.name)' has \(list.codes.count) codes, expected at most 64 for a column "
          + "of several codes",
        fix: "divide the code list, or declare an open list")
      return nil
    }
    return .codes(list, separator: separator)
  }

  /// A code list of two codes, called after the first true and the first false value.
  func booleanType(_ field: MappingReader) -> ColumnType? {
    let spellings = ["trueValues", "falseValues"].map { key in
      field[key] == nil ? missing(key, field) : field.values(key)
    }
    guard spellings.allSatisfy({ !$0.isEmpty }), let name = field.text("name") else { return nil }
    let codes = spellings.map { values in
      let label = values.first?.text ?? ""
      return Code(
        slug: Slug.made(from: label), label: label, variants: values.dropFirst().map(\.text))
    }
    guard codes.allSatisfy({ !$0.slug.isEmpty }),
      let list = try? CodeList(name: name, title: field.text("title", else: name), codes: codes)
    else {
      log.report(
        "duplicate-spelling", at: field.node.place,
        "a true and a false value are written alike, expected two spellings",
        fix: "correct 'trueValues' or 'falseValues'")
      return nil
    }
    return .code(list)
  }

  /// A whole number within its limits.
  func integerType(_ field: MappingReader, _ constraints: MappingReader?) -> ColumnType? {
    let group = field["groupChar"] == nil ? nil : field.singleByte("groupChar")
    guard let range = range(constraints, else: 0...Int64(Int32.max)) else { return nil }
    let probable = field["probable"].flatMap {
      MappingReader(
        $0, "a probable range", required: [], optional: ["minimum", "maximum"], log: log)
    }
    return .integer(
      IntegerNotation(
        groupSeparator: group, range: range,
        probableRange: probable.flatMap { self.range($0, else: range) }))
  }

  /// A decimal number.
  func decimalType(_ field: MappingReader) -> ColumnType? {
    let decimal = field["decimalChar"] == nil ? UInt8(ascii: ".") : field.singleByte("decimalChar")
    let group = field["groupChar"] == nil ? nil : field.singleByte("groupChar")
    guard let decimal, decimal != group else {
      if decimal != nil, let node = field["groupChar"] {
        log.report(
          "conflicting-keys", at: node.place,
          "'groupChar' is the same as 'decimalChar', expected another", fix: "correct one of them")
      }
      return nil
    }
    return .decimal(DecimalNotation(decimalSeparator: decimal, groupSeparator: group))
  }

  private func range(
    _ limits: MappingReader?, else other: ClosedRange<Int64>
  ) -> ClosedRange<Int64>? {
    let all = Int(Int32.min)...Int(Int32.max)
    let low = limits?.integer("minimum", in: all).map(Int64.init) ?? other.lowerBound
    let high = limits?.integer("maximum", in: all).map(Int64.init) ?? other.upperBound
    guard low <= high else {
      if let node = limits?["minimum"] ?? limits?["maximum"] {
        log.report(
          "empty-range", at: node.place,
          "the smallest value is \(low) and the largest \(high), expected a range",
          fix: "correct 'minimum' or 'maximum'")
      }
      return nil
    }
    return low...high
  }

  private func missing(_ key: String, _ field: MappingReader) -> [TextValue] {
    log.report(
      "missing-key", at: field.node.place,
      "key '\(key)' is missing in a boolean field, expected trueValues and falseValues",
      fix: "add '\(key):' with the spellings in the exports")
    return []
  }

  private func refuse(
    _ keys: [String], in field: MappingReader, _ constraints: MappingReader?, beside other: String
  ) {
    for key in keys {
      guard let node = field[key] ?? constraints?[key] else { continue }
      log.report(
        "conflicting-keys", at: node.place,
        "'\(key)' stands beside '\(other)', expected one kind of column", fix: "remove '\(key)'")
    }
  }
}

extension MappingReader {
  /// A single ASCII character that can divide fields or digits.
  func singleByte(_ key: String) -> UInt8? {
    guard let value = value(key) else { return nil }
    let bytes = Array(value.text.utf8)
    guard bytes.count == 1, bytes[0] < 0x80, !Character(value.text).isLetter,
      !Character(value.text).isNumber, !["\"", "\n", "\r"].contains(value.text)
    else {
      log.report(
        "wrong-type", at: value.place,
        "\(key) is '\(value.text.shortened)', expected one character that is no letter, digit or "
          + "quote",
        fix: "write the character in quotes")
      return nil
    }
    return bytes[0]
  }
}
