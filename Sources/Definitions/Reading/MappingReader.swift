/// Reads the keys of one mapping and reports what is wrong with them.
///
/// Reports unknown, doubled and missing keys at once; a value that was reported reads as nil.
struct MappingReader {
  /// The mapping.
  let node: DefinitionNode

  /// Where findings go.
  let log: FindingCollector

  /// Whether there are keys that were reported as unknown.
  let hasUnknownKeys: Bool

  private let values: [String: DefinitionNode]

  /// Creates a reader; nil when the node is not a mapping.
  ///
  /// `what` names the thing in messages, for example `a column`.
  init?(
    _ node: DefinitionNode, _ what: String, required: [String], optional: [String] = [],
    log: FindingCollector
  ) {
    guard let entries = node.entries(what, log) else { return nil }
    self.node = node
    self.log = log
    let known = required + optional
    var values: [String: DefinitionNode] = [:]
    var probable: [String] = []
    for entry in entries {
      guard !known.contains(entry.key) else {
        values[entry.key] = entry.value
        continue
      }
      let nearest = Wording.nearest(to: entry.key, among: known)
      if let nearest { probable.append(nearest) }
      log.report(
        "unknown-key", at: entry.place,
        "key '\(entry.key.shortened)' is unknown in \(what), expected " + Wording.listed(known),
        fix: nearest.map { "write '\($0)'" } ?? "remove the key")
    }
    self.values = values
    hasUnknownKeys = entries.count > values.count
    // A key that is there with a slip in its name is not missing too.
    reportMissing(required.filter { values[$0] == nil && !probable.contains($0) }, what, required)
  }

  private func reportMissing(_ missing: [String], _ what: String, _ required: [String]) {
    guard !missing.isEmpty else { return }
    let names = Wording.listed(missing.map { "'\($0)'" }, "and")
    log.report(
      "missing-key", at: node.place,
      "\(missing.count == 1 ? "key \(names) is" : "keys \(names) are") missing in \(what), "
        + "expected \(Wording.listed(required, "and"))",
      fix: "add \(names)")
  }

  /// The value of a key, whatever it is.
  subscript(key: String) -> DefinitionNode? { values[key] }

  /// The text of a key.
  func text(_ key: String) -> String? {
    values[key]?.text(key, log)
  }

  /// The text of a key, or a default where the key is not there.
  func text(_ key: String, else other: String) -> String {
    values[key] == nil ? other : text(key) ?? other
  }

  /// The text of a key, with its place.
  func value(_ key: String) -> TextValue? {
    guard let node = values[key], let text = node.text(key, log) else { return nil }
    return TextValue(text: text, node: node)
  }

  /// One text or a list of texts; empty where the key is not there.
  func values(_ key: String) -> [TextValue] {
    values[key]?.texts(key, log) ?? []
  }

  /// The items of a list; empty where the key is not there, nil when it is no list.
  func list(_ key: String) -> [DefinitionNode]? {
    values[key].map { $0.items(key, log) } ?? []
  }

  /// Whether a key is `true`.
  func flag(_ key: String, else other: Bool = false) -> Bool {
    values[key].map { $0.flag(key, log) ?? other } ?? other
  }

  /// A whole number of a key.
  func integer(_ key: String, in range: ClosedRange<Int> = 0...Int(Int32.max)) -> Int? {
    values[key]?.integer(key, in: range, log)
  }

  /// One of the cases of a type.
  func choice<Choice>(_ key: String, of type: Choice.Type) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    guard let value = value(key) else { return nil }
    if let choice = Choice(rawValue: value.text) { return choice }
    let known = Choice.allCases.map(\.rawValue)
    log.report(
      "unknown-value", at: value.place,
      "\(key) '\(value.text.shortened)' is unknown, expected \(Wording.listed(known))",
      fix: Wording.nearest(to: value.text, among: known).map { "write '\($0)'" }
        ?? "write one of them")
    return nil
  }

  /// Reports keys that cannot stand together; whether at most one of them is there.
  @discardableResult
  func allowsOne(of keys: [String]) -> Bool {
    let given = keys.filter { values[$0] != nil }
    guard given.count > 1, let last = given.last, let node = values[last] else { return true }
    log.report(
      "conflicting-keys", at: node.place,
      "keys \(Wording.listed(given.map { "'\($0)'" }, "and")) stand together, expected one of them",
      fix: "remove \(Wording.listed(given.dropLast().map { "'\($0)'" }, "and")) or '\(last)'")
    return false
  }
}
