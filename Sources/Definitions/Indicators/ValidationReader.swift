internal import Indicators

extension MappingReader {
  /// Who agreed to an indicator's definition, and to which; nil when it is not said, or wrongly.
  func validation(status: ValidationStatus?) -> Validation? {
    guard let node = self["validated"],
      let reader = MappingReader(
        node, "the validation of an indicator", required: ["by", "on", "definition"], log: log)
    else { return nil }
    if status == .indicative {
      log.report(
        "contradiction", at: node.place,
        "the indicator has status 'indicative' and a validation, expected one of them",
        fix: "write 'status: validated', or remove the validation")
    }
    guard let by = reader.text("by"), let on = reader.date("on"),
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
    return Validation(by: by, on: on, definition: definition.text)
  }
}
