internal import Indicators
internal import Schemas

/// What `indicators/*.yaml` declare, with what follows from it.
struct MeasuredDefinitions {
  /// The dimensions, in the order of the files.
  let dimensions: [Dimension]

  /// The indicators without findings, in the order of the files.
  let indicators: [Indicator]

  /// All declared ids, broken ones too.
  let names: NameTable<Indicator>

  /// What follows from the indicators together.
  let facts: IndicatorFacts
}

/// Reads `indicators/*.yaml`: first the dimensions, then the indicators, then what holds between
/// them.
struct IndicatorFiles {
  /// The folder.
  let folder: DefinitionFolder

  /// Where findings go.
  let log: FindingCollector

  /// All dimensions and indicators.
  func read(_ datasets: NameTable<DatasetSchema>) -> MeasuredDefinitions {
    let roots = folder.roots(in: "indicators")
    let files = roots.map { $0.flatMap(mapping) }
    let dimensionNodes = items("dimensions", of: files)
    let dimensions = dimensions(dimensionNodes.found, datasets)
    let lookup = DimensionLookup(
      datasets: datasets,
      derived: Dictionary(grouping: dimensions, by: \.dataset).mapValues {
        Dictionary($0.map { ($0.name, $0) }) { first, _ in first }
      },
      isIncomplete: dimensionNodes.isIncomplete || dimensions.count < dimensionNodes.found.count,
      log: log)
    let reader = IndicatorReader(records: RecordReader(lookup: lookup), log: log)
    let nodes = items("indicators", of: files)
    let drafts = nodes.found.compactMap(reader.draft)
    var names = NameTable<Indicator>(kind: "indicator")
    names.isIncomplete = nodes.isIncomplete || drafts.count < nodes.found.count
    for draft in drafts { names.declare(draft.id, draft.indicator, log: log) }
    let facts = facts(drafts, names, lookup)
    for draft in drafts { reader.check(draft, among: facts) }
    return MeasuredDefinitions(
      dimensions: dimensions, indicators: drafts.compactMap(\.indicator), names: names,
      facts: facts)
  }

  private func mapping(_ root: DefinitionNode) -> MappingReader? {
    MappingReader(
      root, "a file of indicators", required: [], optional: ["dimensions", "indicators"], log: log)
  }

  /// What stands under a key in all files, and whether there may be more in what is broken.
  private func items(
    _ key: String, of files: [MappingReader?]
  ) -> (found: [DefinitionNode], isIncomplete: Bool) {
    let lists = files.map { $0.flatMap { $0.list(key) } }
    return (lists.flatMap { $0 ?? [] }, lists.contains { $0 == nil })
  }

  private func dimensions(
    _ nodes: [DefinitionNode], _ datasets: NameTable<DatasetSchema>
  ) -> [Dimension] {
    let reader = DimensionReader(datasets: datasets, log: log)
    var names = NameTable<Dimension>(kind: "dimension")
    return nodes.compactMap { reader.read($0, names: &names) }
  }

  private func facts(
    _ drafts: [IndicatorDraft], _ names: NameTable<Indicator>, _ lookup: DimensionLookup
  ) -> IndicatorFacts {
    for part in drafts.flatMap(\.parts) { _ = names.resolve(part, log: log) }
    let graph = DependencyGraph(
      ids: drafts.map(\.id.text),
      parts: Dictionary(drafts.map { ($0.id.text, $0.parts.map(\.text)) }) { first, _ in first })
    for cycle in graph.cycles { report(cycle, names) }
    return IndicatorFacts(graph.order.compactMap { names[$0] }, lookup: lookup)
  }

  private func report(_ cycle: [String], _ names: NameTable<Indicator>) {
    guard let first = cycle.first, let place = names.place(of: first) else { return }
    log.report(
      "cycle", at: place,
      "\((cycle + [first]).map { "'\($0)'" }.joined(separator: " -> ")) is a cycle, expected "
        + "indicators that are not made of themselves",
      fix: "remove one of these references")
  }
}
