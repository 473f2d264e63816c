/// One of several things that can stand at a place, called by its only key.
struct Variant {
  /// The key.
  let key: String

  /// What stands under it.
  let value: DefinitionNode

  /// Reads a mapping with exactly one of the keys; anything else is reported.
  init?(_ node: DefinitionNode, _ what: String, oneOf keys: [String], log: FindingCollector) {
    guard let mapping = MappingReader(node, what, required: [], optional: keys, log: log),
      mapping.allowsOne(of: keys)
    else { return nil }
    guard let key = keys.first(where: { mapping[$0] != nil }), let value = mapping[key] else {
      if mapping.hasUnknownKeys { return nil }
      log.report(
        "missing-key", at: node.place,
        "\(what) has no key that says what it is, expected \(Wording.listed(keys))",
        fix: "write one of the keys, with what stands there under it")
      return nil
    }
    self.key = key
    self.value = value
  }
}
