internal import Schemas

/// Reads the schemes of a code list: which of its codes make a whole together.
struct CodeSchemeReader {
  /// The slugs of the list's codes, in its order.
  let codes: [String]

  /// Where findings go.
  let log: FindingCollector

  /// The schemes that are declared well, in their order.
  func read(_ nodes: [DefinitionNode]) -> [CodeScheme] {
    var names = NameTable<CodeScheme>(kind: "scheme")
    return nodes.compactMap { node in
      guard
        let mapping = MappingReader(
          node, "a scheme", required: ["id", "title", "codes"], log: log),
        let id = mapping.name("id", .slug), let title = mapping.text("title")
      else { return nil }
      let scheme = CodeScheme(id: id.text, title: title, slugs: slugs(mapping))
      checkIsNoCode(id)
      names.declare(id, scheme, log: log)
      return scheme
    }
  }

  private func slugs(_ mapping: MappingReader) -> [String] {
    let named = mapping.values("codes")
    for code in named where !codes.contains(code.text) {
      log.reportUnknown("code", code.text, at: code.place, among: codes, in: "this code list")
    }
    let names = Set(named.map(\.text))
    if let node = mapping["codes"], names.count < max(2, named.count) {
      log.report(
        "duplicate-name", at: node.place,
        "the scheme has \(names.count) different codes of \(named.count), expected at least two, "
          + "each once",
        fix: "correct the list")
    }
    return codes.filter(names.contains)
  }

  /// A scheme's name stands where the name of a code can.
  private func checkIsNoCode(_ id: TextValue) {
    guard codes.contains(id.text) else { return }
    log.report(
      "duplicate-name", at: id.place,
      "scheme '\(id.text)' is called as one of the codes, expected another name",
      fix: "rename the scheme")
  }
}
