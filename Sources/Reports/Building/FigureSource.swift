internal import Indicators
internal import Schemas

/// The sentence that says where a figure's numbers come from.
struct FigureSource {
  /// The report, for its words.
  let report: ReportDefinition

  /// The indicators' values, for the names of the datasets.
  let values: IndicatorValues

  /// The sentence: the datasets by kind, and the years that an earlier report gave.
  func text(_ layout: FigureLayout, _ cells: [[Cell]], _ columns: [FigureColumn]) -> String {
    let datasets = Set(layout.indicators.flatMap(values.catalog.datasets(of:))).sorted()
    let byHand = datasets.filter { values.catalog.dataset($0)?.isKeptByHand == true }
    let delivered = datasets.filter { !byHand.contains($0) }
    var sentences: [String] = []
    if !delivered.isEmpty {
      sentences.append(report.words(.fromExports, ["datasets": titles(of: delivered)]))
    }
    if !byHand.isEmpty {
      sentences.append(report.words(.byHand, ["datasets": titles(of: byHand)]))
    }
    let years = registerColumns(cells, columns)
    if !years.isEmpty {
      sentences.append(
        report.words(.fromRegister, ["years": years.listed(report.words(.and))]))
    }
    return sentences.joined(separator: " ")
  }

  private func titles(of datasets: [String]) -> String {
    datasets.compactMap { values.catalog.dataset($0)?.title }.listed(report.words(.and))
  }

  private func registerColumns(_ cells: [[Cell]], _ columns: [FigureColumn]) -> [String] {
    columns.indices.filter { column in
      columns[column].kind == .value && cells.contains { $0[column].source == .register }
    }.map { columns[$0].label }
  }
}

extension [String] {
  /// The elements as a list in a sentence: `a, b en c`.
  func listed(_ and: String) -> String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + and + last
  }
}
