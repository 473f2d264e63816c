internal import Reports

/// Reads a chapter and all that stands in it.
struct ChapterReader {
  /// What the report's parts gather.
  let scope: ReportScope

  private var log: FindingCollector { scope.log }

  init(scope: ReportScope) {
    self.scope = scope
  }

  /// The chapter; nil when something is wrong with its own keys.
  func read(_ node: DefinitionNode) -> ChapterDefinition? {
    guard
      let mapping = MappingReader(
        node, "a chapter", required: ["id", "title"], optional: ["items"], log: log)
    else {
      scope.declareUnnamedFigure()
      return nil
    }
    let (id, title) = (mapping.name("id", .slug), mapping.value("title"))
    if let id { scope.declareChapter(id) }
    TemplateText(log: log).check(title)
    let items = (mapping.list("items") ?? []).compactMap(item)
    guard let id, let title else { return nil }
    return ChapterDefinition(id: id.text, title: title.text, items: items)
  }

  private func item(_ node: DefinitionNode) -> ChapterItemDefinition? {
    guard
      let variant = Variant(
        node, "a part of a chapter", oneOf: ["text", "chapter", "sentences", "figure"], log: log)
    else {
      scope.declareUnnamedFigure()
      return nil
    }
    switch variant.key {
    case "chapter": return read(variant.value).map { .chapter($0) }
    case "figure": return FigureReader(scope: scope).read(variant.value).map { .figure($0) }
    case "sentences":
      let reader = SentenceReader(scope: scope)
      let sentences = (variant.value.items("sentences", log) ?? []).compactMap(reader.read)
      return .sentences(sentences)
    default: return text(variant.value)
    }
  }

  private func text(_ node: DefinitionNode) -> ChapterItemDefinition? {
    guard let text = node.text("text", log) else { return nil }
    let value = TextValue(text: text, node: node)
    TemplateText(log: log).check(value)
    TemplateText(log: log).checkDigits(value)
    return .text(text)
  }
}
