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
  /// - Returns: The origins in the figure's rows and columns; nil when there is no such figure.
  public func origins(
    ofFigure id: String, in report: Report, _ values: IndicatorValues
  ) -> [[CellOrigin]]? {
    guard let figure = definition.figures.first(where: { $0.id == id }) else { return nil }
    let layout = FigureLayout(
      figure, of: definition, period: period, catalog: catalog,
      results: LayoutResults(values: values, register: register))
    let figures = report.figures
    var evaluator = CellEvaluator(layout: layout, values: values, register: register) {
      reference, _ in
      figures.first { $0.id == reference.figure }?.cell(reference)
    }
    var origins: [[CellOrigin]] = []
    for row in layout.rows.indices {
      var line: [CellOrigin] = []
      for column in layout.columns.indices where !layout.columns[column].isHidden {
        line.append(evaluator.origin(row, column))
      }
      origins.append(line)
    }
    return origins
  }
}
