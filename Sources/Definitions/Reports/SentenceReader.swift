internal import Findings
internal import Reports

/// Reads a sentence and the cells that it is bound to.
struct SentenceReader {
  /// What the report's parts gather.
  let scope: ReportScope

  private var log: FindingCollector { scope.log }

  init(scope: ReportScope) {
    self.scope = scope
  }

  /// The sentence; nil when something is wrong with it.
  func read(_ node: DefinitionNode) -> SentenceDefinition? {
    guard
      let mapping = MappingReader(
        node, "a sentence", required: ["id", "text"], optional: ["unchanged", "bind"], log: log)
    else { return nil }
    let bindings = bindings(mapping)
    let (text, unchanged) = (mapping.value("text"), mapping.value("unchanged"))
    for template in [text, unchanged].compactMap({ $0 }) {
      SentencePlaceholders(bindings: bindings.mapValues(\.kind), log: log).check(template)
    }
    checkUse(of: bindings, in: [text, unchanged].compactMap { $0?.text })
    if let unchanged, !bindings.values.contains(where: { $0.kind == .change }) {
      log.report(
        "missing-key", at: unchanged.place,
        "'unchanged' stands without a change, expected a bound change",
        fix: "bind a change, or remove 'unchanged'")
    }
    guard let id = mapping.name("id", .figure) else { return nil }
    scope.declareSentence(id)
    guard let text else { return nil }
    return SentenceDefinition(
      id: id.text, template: text.text, unchangedTemplate: unchanged?.text,
      bindings: bindings.compactMapValues(\.binding), location: id.place.location)
  }

  private typealias Bound = (kind: BindingKind, binding: SentenceBinding?, place: Place)

  private func bindings(_ mapping: MappingReader) -> [String: Bound] {
    guard let entries = mapping["bind"]?.entries("the bound values", log) else { return [:] }
    var bindings: [String: Bound] = [:]
    for entry in entries {
      checkName(entry)
      guard
        let variant = Variant(
          entry.value, "a bound value", oneOf: BindingKind.allCases.map(\.rawValue), log: log),
        let kind = BindingKind(rawValue: variant.key)
      else { continue }
      bindings[entry.key] = (
        kind, BindingReader(scope: scope).read(variant.value, kind), entry.place
      )
    }
    return bindings
  }

  private func checkName(_ entry: DefinitionNode.Entry) {
    let isName =
      entry.key.utf8.first.map { (97...122).contains($0) } == true
      && entry.key.utf8.allSatisfy {
        (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
      }
    guard !isName || entry.key == "years" || TemplateText.isPeriod(entry.key) else { return }
    log.report(
      "name-form", at: entry.place,
      "bound value is called '\(entry.key.shortened)', expected lower-case letters, digits and "
        + "hyphens, and not the name of a period",
      fix: "rename it, here and in the text")
  }

  private func checkUse(of bindings: [String: Bound], in texts: [String]) {
    var used: Set<String> = []
    for part in texts.flatMap({ SentenceTemplate($0).parts }) {
      if case .placeholder(let name, _, _) = part { used.insert(name) }
    }
    for (name, bound) in bindings where !used.contains(name) {
      log.report(
        "unused-binding", at: bound.place,
        "bound value '\(name)' is not used in the sentence, expected {\(name)}",
        fix: "use it, or remove it")
    }
  }
}

/// The kinds of bound values.
enum BindingKind: String, CaseIterable {
  case cell, change, ranking

  /// The forms that a value of the kind has in a sentence, besides the plain one.
  var forms: [String] {
    switch self {
    case .cell: ["word"]
    case .change: ["signed", "absolute", "verb", "participle", "noun", "comparative"]
    case .ranking: ["labels", "value", "word"]
    }
  }
}
