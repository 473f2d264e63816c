internal import Indicators
internal import Schemas

extension MappingReader {
  /// Who agreed to an indicator's definition, and to which; nil when it is not said, or wrongly.
  func validation(status: ValidationStatus?) -> Validation? {
    guard let node = self["validated"],
      let reader = MappingReader(
        node, "the validation of an indicator", required: ["by", "on", "definition"],
        optional: ["source"], log: log)
    else { return nil }
    if status == .indicative {
      log.report(
        "contradiction", at: node.place,
        "the indicator has status 'indicative' and a validation, expected one of them",
        fix: "write 'status: validated', or remove the validation")
    }
    guard let by = reader.text("by"), let on = reader.dayOrYear("on"),
      let definition = reader.value("definition")
    else { return nil }
    let isDigest =
      (12...64).contains(definition.text.utf8.count)
      && definition.text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    guard isDigest else {
      definition.node.reportWrongType(
        "definition", expected: "12 to 64 hexadecimal digits, as 'kerncijfers indicators' lists",
        log)
      return nil
    }
    return Validation(
      by: by, on: on, source: reader.text("source") ?? "", definition: definition.text)
  }

  /// A day as ISO 8601 writes it, or a year where no more is known.
  private func dayOrYear(_ key: String) -> String? {
    guard let value = value(key) else { return nil }
    let isYear = value.text.utf8.count == 4 && value.text.utf8.allSatisfy { (48...57).contains($0) }
    if isYear || CalendarDate(iso: value.text) != nil { return value.text }
    value.node.reportWrongType(key, expected: "a date yyyy-mm-dd, or a year", log)
    return nil
  }
}
