internal import Findings
internal import Reconciliation
internal import Reports

/// Reads what must hold between the figures of one printed report.
struct ReconciliationReader {
  /// The reports that are declared.
  let reports: [ReportDefinition]

  /// Where findings go.
  let log: FindingCollector

  /// The definition; nil when something is wrong with its own keys.
  func read(_ root: DefinitionNode) -> ReconciliationDefinition? {
    guard
      let mapping = MappingReader(
        root, "a reconciliation", required: ["report", "relations"],
        optional: ["totals", "exceptions"], log: log),
      let report = mapping.value("report")
    else { return nil }
    guard let definition = reports.first(where: { $0.id == report.text }) else {
      // A report with mistakes of its own is not known here: its findings come first.
      if !reports.isEmpty {
        log.reportUnknown("report", report.text, at: report.place, among: reports.map(\.id))
      }
      return nil
    }
    let totals = mapping.values("totals").map(\.text)
    let figures = Set(definition.figures.map(\.id))
    let reader = RelationReader(figures: figures, totals: totals, log: log)
    return ReconciliationDefinition(
      report: definition.id, totals: totals,
      relations: (mapping.list("relations") ?? []).flatMap(reader.read),
      exceptions: (mapping.list("exceptions") ?? []).compactMap { exception($0, reader) },
      location: root.place.location)
  }

  private func exception(
    _ node: DefinitionNode, _ reader: RelationReader
  ) -> DeclaredException? {
    guard
      let mapping = MappingReader(
        node, "an exception", required: ["because"],
        optional: ["figure", "row", "column", "sentence"], log: log),
      let because = mapping.text("because")
    else { return nil }
    let sentences = mapping.values("sentence").map(\.text)
    let figure = mapping.value("figure")
    if let figure { reader.checkFigure(figure) }
    guard figure != nil || !sentences.isEmpty else {
      log.report(
        "missing-key", at: node.place,
        "neither 'figure' nor 'sentence' stands in an exception, expected what it is about",
        fix: "add 'figure' with 'row' and 'column', or 'sentence'")
      return nil
    }
    return DeclaredException(
      figure: figure?.text ?? "", rows: mapping.values("row").map(\.text),
      columns: mapping.values("column").map(\.text), sentences: sentences, because: because)
  }
}
