internal import Reports

/// Reads what a name in a sentence is bound to.
struct BindingReader {
  /// What the report's parts gather.
  let scope: ReportScope

  private var log: FindingCollector { scope.log }

  init(scope: ReportScope) {
    self.scope = scope
  }

  /// The binding; nil when something is wrong with it.
  func read(_ node: DefinitionNode, _ kind: BindingKind) -> SentenceBinding? {
    switch kind {
    case .cell: reference(node, isChange: false).map { .cell($0) }
    case .change: reference(node, isChange: true).map { .change($0) }
    case .ranking: ranking(node).map { .ranking($0) }
    }
  }

  private func reference(_ node: DefinitionNode, isChange: Bool) -> CellReference? {
    guard
      let mapping = MappingReader(
        node, isChange ? "a change" : "a cell", required: ["figure", "row"], optional: ["column"],
        log: log),
      let figure = mapping.value("figure"), let row = mapping.value("row")
    else { return nil }
    let column = mapping.value("column")
    scope.refer(
      to: FigureMention(
        figure: figure, rows: [row], column: column, comparesYears: isChange, from: ""))
    return CellReference(figure: figure.text, row: row.text, column: column?.text)
  }

  private func ranking(_ node: DefinitionNode) -> Ranking? {
    guard
      let mapping = MappingReader(
        node, "a ranking", required: ["figure", "by"], optional: ["highest", "lowest", "except"],
        log: log), mapping.allowsOne(of: ["highest", "lowest"])
    else { return nil }
    let isLowest = mapping["lowest"] != nil
    let key = isLowest ? "lowest" : "highest"
    if mapping[key] == nil {
      log.report(
        "missing-key", at: node.place,
        "neither 'highest' nor 'lowest' stands in a ranking, expected one",
        fix: "add 'highest:' with how many rows are named")
    }
    guard let figure = mapping.value("figure"), let by = mapping.value("by"),
      let count = mapping.integer(key, in: 1...100)
    else { return nil }
    let excluded = mapping.values("except")
    let column = by.text == "change" ? nil : by
    scope.refer(
      to: FigureMention(
        figure: figure, rows: excluded, column: column, comparesYears: column == nil, from: ""))
    return Ranking(
      figure: figure.text, column: column?.text, isLowest: isLowest, count: count,
      excluded: excluded.map(\.text))
  }
}
