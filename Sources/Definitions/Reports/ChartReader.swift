internal import Indicators
internal import Reports

/// Reads the chart of a figure, and refuses one that stacks what does not add up.
struct ChartReader {
  /// What the figure narrows all cells to.
  let members: [String: [String]]

  /// Where findings go.
  let log: FindingCollector

  /// The chart; nil when something is wrong with it.
  func read(
    _ node: DefinitionNode, of cells: FigureCells, labels: FigureLabels
  ) -> ChartDefinition? {
    guard
      let mapping = MappingReader(
        node, "a chart", required: ["kind"], optional: ["columns", "title", "totals", "series"],
        log: log)
    else { return nil }
    let title = mapping.value("title")
    TemplateText(log: log).check(title, allowsYears: true)
    let columns = mapping.values("columns")
    for column in columns where !labels.columns.contains(column.text) {
      log.reportUnknown(
        "column", column.text, at: column.place, among: labels.columns.known, in: "this figure")
    }
    let series = mapping["series"] == nil ? .columns : mapping.choice("series", of: Series.self)
    let totals = mapping.flag("totals")
    guard let kind = mapping.choice("kind", of: ChartKind.self), let series else { return nil }
    let chart = ChartDefinition(
      kind: kind, title: title?.text ?? "", columns: columns.map(\.text),
      leavesOutTotals: !totals, seriesInRows: series == .rows)
    if chart.stacksRows != nil {
      if let node = mapping["kind"] {
        checkAdditivity(chart, of: cells, at: node)
        checkSchemes(chart, of: cells, at: node)
      }
      if totals, let node = mapping["totals"] { reportTotals(kind, at: node) }
    }
    return chart
  }

  private enum Series: String, CaseIterable {
    case columns, rows
  }

  private func reportTotals(_ kind: ChartKind, at node: DefinitionNode) {
    guard kind == .pie else { return }
    log.report(
      "not-additive", at: node.place, "a pie shows its total as one of the parts, expected parts",
      fix: "remove 'totals'")
  }

  private func checkAdditivity(
    _ chart: ChartDefinition, of cells: FigureCells, at node: DefinitionNode
  ) {
    for (row, column, indicator) in cells.pairs where !row.isTotal && !column.isTotal {
      guard let indicator, let facts = cells.facts[indicator.text] else { continue }
      let stacked = chart.stacksRows == true ? row : column
      let shares = row.shareOver + column.shareOver
      guard
        !Stacking(facts, among: cells.facts, shareOver: shares).addsUp(over: stacked.dimensions)
      else { continue }
      let names = stacked.dimensions.joined(separator: ", ")
      let over = names.isEmpty ? "" : " over \(names)"
      log.report(
        "not-additive", at: node.place,
        "a chart of kind \(chart.kind.rawValue) stacks '\(indicator.text)'\(over), which does not "
          + "add up, expected counts of records or a share of them\(over)",
        fix: "write 'bars' or 'columns', or show the share")
      return
    }
  }
}

extension ChartReader {
  /// What is stacked must count over the same scheme.
  private func checkSchemes(
    _ chart: ChartDefinition, of cells: FigureCells, at node: DefinitionNode
  ) {
    var sum = SchemeSum("a chart of kind \(chart.kind.rawValue)")
    for (row, column, indicator) in cells.pairs where !row.isTotal && !column.isTotal {
      guard let indicator, let facts = cells.facts[indicator.text] else { continue }
      let coverage = [row, column].reduce(facts.coverage.narrowed(to: members)) { coverage, side in
        coverage.narrowed(
          to: cells.facts.lookup.members(side.selection, in: facts.datasets))
      }
      sum.add(indicator, over: coverage)
    }
    sum.check(at: node.place, log)
  }
}

extension ChartDefinition {
  /// Whether rows are stacked, or columns; nil where nothing is.
  fileprivate var stacksRows: Bool? {
    switch kind {
    case .bars, .columns, .lines: nil
    case .stackedBars, .fullBars: seriesInRows
    case .pie: !seriesInRows
    }
  }
}

/// Whether the cells of one indicator add up along an axis.
private struct Stacking {
  private let isAdditive: Bool
  private let addsUpOver: Set<String>?
  private let shareOver: [String]
  private let isMultiValued: (String) -> Bool

  init(_ facts: IndicatorFacts.Facts, among all: IndicatorFacts, shareOver: [String]) {
    addsUpOver = facts.indicator.addsUpOver
    if case .share(let whole, let over) = facts.indicator.measure {
      isAdditive = all[whole]?.isAdditive ?? true
      self.shareOver = shareOver + over
    } else {
      isAdditive = facts.isAdditive
      self.shareOver = shareOver
    }
    isMultiValued = { dimension in
      facts.datasets.contains { all.lookup.isMultiValued(dimension, in: $0) }
    }
  }

  /// Parts that members of these dimensions make: disjoint counts, or shares of one whole.
  func addsUp(over dimensions: [String]) -> Bool {
    isAdditive && !dimensions.contains(where: isMultiValued)
      && (addsUpOver?.isSuperset(of: dimensions) ?? true)
      && (shareOver.isEmpty || dimensions.allSatisfy(shareOver.contains))
  }
}
