internal import Schemas

/// Reads how the files of a dataset are written: the encoding and dialect of a resource.
struct DialectReader {
  /// The resource.
  let resource: MappingReader

  /// The dialect; nil when something is wrong with it.
  func dialect(hasByteOrderMark: Bool) -> Dialect? {
    let log = resource.log
    let encoding =
      resource["encoding"] == nil ? .utf8 : resource.choice("encoding", of: TextEncoding.self)
    guard let node = resource["dialect"] else {
      return encoding.map {
        Dialect(
          delimiter: UInt8(ascii: ","), encoding: $0, hasByteOrderMark: hasByteOrderMark,
          lineTerminator: "\r\n")
      }
    }
    guard
      let mapping = MappingReader(
        node, "a dialect", required: [],
        optional: ["delimiter", "lineTerminator", "quoteChar", "doubleQuote", "header"], log: log)
    else { return nil }
    expect("\"", of: "quoteChar", in: mapping)
    expect("true", of: "doubleQuote", in: mapping)
    expect("true", of: "header", in: mapping)
    let delimiter =
      mapping["delimiter"] == nil ? UInt8(ascii: ",") : mapping.singleByte("delimiter")
    let terminator = lineTerminator(mapping)
    guard let encoding, let delimiter, let terminator else { return nil }
    return Dialect(
      delimiter: delimiter, encoding: encoding, hasByteOrderMark: hasByteOrderMark,
      lineTerminator: terminator)
  }

  private func lineTerminator(_ mapping: MappingReader) -> String? {
    guard mapping["lineTerminator"] != nil else { return "\r\n" }
    guard let value = mapping.value("lineTerminator") else { return nil }
    guard ["\n", "\r\n"].contains(value.text) else {
      resource.log.report(
        "unknown-value", at: value.place, "lineTerminator is neither LF nor CRLF, expected one",
        fix: "write \"\\n\" or \"\\r\\n\", in double quotes")
      return nil
    }
    return value.text
  }

  /// Standard keys that can only say what is always so.
  private func expect(_ expected: String, of key: String, in mapping: MappingReader) {
    guard let value = mapping.value(key), value.text != expected else { return }
    resource.log.report(
      "not-supported", at: value.place,
      "\(key) is '\(value.text.shortened)', expected '\(expected)'", fix: "remove the key")
  }
}
