public import Indicators

extension ReportBuilder {
  /// The values of indicators that an outcome gives, for questions beside the report's own.
  public func values(from outcome: PlanOutcome) -> IndicatorValues {
    IndicatorValues(
      catalog: catalog, results: outcome.results,
      coverage: DeliveryCoverage(books: outcome.books, datasets: datasets))
  }

  /// How the cells of a figure came about.
  ///
  /// - Parameters:
  ///   - id: The figure.
  ///   - report: The report that was built from the values.
  ///   - values: The values of the report's indicators.
  /// - Returns: Their origins; nil when there is no such figure.
  public func origins(
    ofFigure id: String, in report: Report, _ values: IndicatorValues
  ) -> FigureOrigins? {
    guard let figure = definition.figures.first(where: { $0.id == id }) else { return nil }
    let layout = FigureLayout(
      figure, of: definition, period: period, catalog: catalog,
      results: LayoutResults(values: values, register: register), focus: focus)
    let figures = Dictionary(report.figures.map { ($0.id, $0) }) { first, _ in first }
    var evaluator = CellEvaluator(layout: layout, values: values, register: register) {
      [words = definition.words] reference, member in
      guard let member else { return figures[reference.figure]?.cell(reference) }
      return figures[reference.figure]?.cell(reference, about: member, words)
    }
    var origins: [[CellOrigin]] = []
    for row in layout.rows.indices {
      var line: [CellOrigin] = []
      for column in layout.columns.indices {
        line.append(
          narrowed(evaluator.origin(row, column), to: layout.columns[column].focus, figures))
      }
      origins.append(line)
    }
    return FigureOrigins(
      rows: layout.rows.map(\.label), columns: layout.columns.map(\.label), origins: origins)
  }

  /// What repeats a cell of the whole repeats, in the column of a member, the one about the member.
  func narrowed(
    _ origin: CellOrigin, to member: String?, _ figures: [String: Figure]
  ) -> CellOrigin {
    guard case .cell(let reference) = origin, let member else { return origin }
    return figures[reference.figure]?.reference(to: reference, about: member, definition.words)
      .map(CellOrigin.cell) ?? .nothing
  }
}

/// How the cells of a figure came about, also of those that are only part of what it shows.
public struct FigureOrigins: Sendable {
  private let rows: [String]
  private let columns: [String]
  private let origins: [[CellOrigin]]

  init(rows: [String], columns: [String], origins: [[CellOrigin]]) {
    self.rows = rows
    self.columns = columns
    self.origins = origins
  }

  /// How the cell of a row and a column came about, by their labels; nil when there is none.
  public func origin(row: String, column: String) -> CellOrigin? {
    guard let rowIndex = rows.firstIndex(of: row), let columnIndex = columns.firstIndex(of: column)
    else { return nil }
    return origins[rowIndex][columnIndex]
  }
}
