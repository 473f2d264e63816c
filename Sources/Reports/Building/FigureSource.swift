internal import Indicators
internal import Schemas

/// The sentence that says where a figure's numbers come from.
struct FigureSource {
  /// The report, for its words and for the figures whose cells are repeated.
  let report: ReportDefinition

  /// The indicators' values, for the names of the datasets.
  let values: IndicatorValues

  /// The sentence: the datasets by kind, and the years that an earlier report gave.
  func text(_ layout: FigureLayout, _ cells: [[Cell]]) -> String {
    let indicators = layout.indicators + repeatedIndicators(in: layout.definition)
    let datasets = Set(indicators.flatMap(values.catalog.datasets(of:))).sorted()
    let byHand = datasets.filter { values.catalog.dataset($0)?.isKeptByHand == true }
    let delivered = datasets.filter { !byHand.contains($0) }
    var sentences: [String] = []
    if !delivered.isEmpty {
      sentences.append(report.words(.fromExports, ["datasets": titles(of: delivered)]))
    }
    if !byHand.isEmpty {
      sentences.append(report.words(.byHand, ["datasets": titles(of: byHand)]))
    }
    let years = registerYears(layout, cells)
    if !years.isEmpty {
      sentences.append(
        report.words(.fromRegister, ["years": years.listed(report.words(.and))]))
    }
    return sentences.joined(separator: " ")
  }

  private func titles(of datasets: [String]) -> String {
    datasets.compactMap { values.catalog.dataset($0)?.title }.listed(report.words(.and))
  }

  /// The indicators of the figures whose cells a figure repeats.
  private func repeatedIndicators(in definition: FigureDefinition) -> [String] {
    let repeated = Set(definition.namedItems.compactMap { $0.cell?.figure })
    guard !repeated.isEmpty else { return [] }
    return report.figures.filter { repeated.contains($0.id) }.flatMap(\.namedIndicators)
  }

  /// The years of which a cell comes from the register, in order.
  private func registerYears(_ layout: FigureLayout, _ cells: [[Cell]]) -> [String] {
    var years: Set<Int> = []
    for (row, line) in zip(layout.rows, cells) {
      for (column, cell) in zip(layout.columns, line)
      where cell.source == .register && !column.isChange {
        years.insert(column.year ?? row.year ?? layout.period.year)
      }
    }
    return years.sorted().map(String.init)
  }
}

extension [String] {
  /// The elements as a list in a sentence: `a, b en c`.
  func listed(_ and: String) -> String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + and + last
  }
}
