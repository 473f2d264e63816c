internal import Reports
internal import Schemas

/// Reads `deliveries/*.yaml`: what was said about how far the deliveries reach.
struct CoverageReader {
  /// The folder.
  let folder: DefinitionFolder

  /// The names of the datasets.
  let datasets: [String]

  /// Where findings go.
  let log: FindingCollector

  /// The statements of all files together.
  func read() -> [CoverageStatement] {
    folder.roots(in: "deliveries").flatMap { root -> [CoverageStatement] in
      guard let root,
        let mapping = MappingReader(
          root, "a file about deliveries", required: ["complete"], log: log)
      else { return [] }
      return (mapping.list("complete") ?? []).compactMap(statement)
    }
  }

  private func statement(_ node: DefinitionNode) -> CoverageStatement? {
    guard
      let mapping = MappingReader(
        node, "a statement about deliveries", required: ["through", "by"], optional: ["datasets"],
        log: log)
    else { return nil }
    let named = mapping.values("datasets")
    for name in named where !datasets.contains(name.text) {
      log.reportUnknown("dataset", name.text, at: name.place, among: datasets)
    }
    guard let through = mapping.value("through"), let by = mapping.text("by") else { return nil }
    guard let day = CalendarDate(iso: through.text) else {
      log.report(
        "bad-date", at: through.place,
        "through is '\(through.text.shortened)', expected a day yyyy-mm-dd",
        fix: "write the last day of which everything was delivered")
      return nil
    }
    return CoverageStatement(through: day, datasets: named.map(\.text), by: by)
  }
}
