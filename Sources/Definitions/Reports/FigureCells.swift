internal import Indicators

/// The cells of a figure as rows and columns decide them: which indicator each has, and over which
/// datasets.
struct FigureCells {
  /// The figure's own indicator.
  let indicator: TextValue?

  /// The rows and columns as they stand in the file.
  let rows: AxisDraft
  let columns: AxisDraft

  /// What is known of the indicators.
  let facts: IndicatorFacts

  /// The pairs of a row and a column that have a cell of their own, with its indicator.
  let pairs: [(row: AxisSide, column: AxisSide, indicator: TextValue?)]

  private let rowSides: [AxisSide]

  init(indicator: TextValue?, rows: AxisDraft, columns: AxisDraft, facts: IndicatorFacts) {
    self.indicator = indicator
    self.rows = rows
    self.columns = columns
    self.facts = facts
    let columnSides = columns.sides.filter { !$0.isReference }
    rowSides = rows.sides
    pairs = rowSides.filter { !$0.isReference }.flatMap { row in
      columnSides.map { (row, $0, $0.indicator ?? row.indicator ?? indicator) }
    }
  }

  /// The datasets of an indicator, or of the figure's own for nil.
  func datasets(of named: TextValue?) -> [String] {
    (named ?? indicator).flatMap { facts[$0.text]?.datasets }.map { $0.sorted() } ?? []
  }

  /// The datasets of the cells of each part of the rows.
  var datasetsOfRows: [Int: [String]] {
    datasets { row, _ in row.part }
  }

  /// The datasets of the cells of each part of the columns.
  var datasetsOfColumns: [Int: [String]] {
    datasets { _, column in column.part }
  }

  /// The datasets of all cells.
  var allDatasets: [String] {
    datasets { _, _ in 0 }[0] ?? []
  }

  /// Reports the first row or column whose cells have no indicator.
  func checkIndicators(_ log: FindingCollector) {
    for row in rowSides
    where indicator == nil && row.cellIndicators.contains(where: { $0 == nil }) {
      log.report(
        "no-indicator", at: row.place,
        "neither the figure nor a cell of this row names an indicator, expected one",
        fix: "add 'indicator:' to the figure, or to each cell")
    }
    guard let cell = pairs.first(where: { $0.indicator == nil }) else { return }
    log.report(
      "no-indicator", at: cell.row.place,
      "neither the figure, nor this row, nor the column on line \(cell.column.place.line) names an "
        + "indicator, expected one",
      fix: "add 'indicator:' to the figure, or to each row or column")
  }

  private func datasets(
    by part: (_ row: AxisSide, _ column: AxisSide) -> Int
  ) -> [Int: [String]] {
    var found: [Int: Set<String>] = [:]
    for (row, column, indicator) in pairs {
      guard let indicator, let facts = facts[indicator.text] else { continue }
      found[part(row, column), default: []].formUnion(facts.datasets)
    }
    for row in rowSides {
      for named in row.cellIndicators {
        guard let named = named ?? indicator, let facts = facts[named.text] else { continue }
        found[part(row, row), default: []].formUnion(facts.datasets)
      }
    }
    return found.mapValues { $0.sorted() }
  }
}
