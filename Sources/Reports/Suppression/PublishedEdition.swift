internal import Disclosure
internal import Indicators
internal import Register

/// A report that was published with small counts left blank: readers hold it beside this one.
struct PublishedEdition {
  /// Which report and period.
  let name: Register.PublishedPeriod

  /// Its figures as they would be now, with how their cells came about.
  let contents: ToldByCells.Edition

  /// What was published.
  let register: Register

  /// A cell by its place, and what became of it.
  struct Cell {
    let figure: String
    let row: Int
    let column: Int
    let standing: DisclosureProblem.Standing
  }

  /// The cells that still tell something: those whose number is the same now, and those that were left
  /// blank.
  var cells: [Cell] {
    contents.sorted { $0.key < $1.key }.flatMap { id, figure in
      figure.shownRows.flatMap { row in
        figure.shownColumns.compactMap { column in
          standing(id, figure, row, column).map {
            Cell(figure: id, row: row, column: column, standing: $0)
          }
        }
      }
    }
  }

  private func standing(
    _ id: String, _ figure: FigureOfCells, _ row: Int, _ column: Int
  ) -> DisclosureProblem.Standing? {
    let published = register.publications(
      figure: id, row: figure.layout.rows[row].label, column: figure.layout.columns[column].label
    ).filter { $0.leavesBlanks && $0.report == name.report && $0.period == name.period }
    let value = figure.cells[row][column].value
    if published.contains(where: { $0.value.isNumber(of: value) }) { return .printed }
    return published.contains { $0.value == .suppressed } ? .blank : nil
  }
}

extension PublishedValue {
  /// Whether it is what `figures.csv` has for a value.
  fileprivate func isNumber(of value: CellValue) -> Bool {
    guard case .number(let mantissa, let decimals, _) = self,
      let (numerator, denominator) = value.fraction
    else { return false }
    let scale = (decimals..<12).reduce(Int128(1)) { scale, _ in scale * 10 }
    return Int128(mantissa) * scale == Decimals.rounded(numerator, over: denominator, places: 12)
  }
}

extension ReportBuilder {
  /// What builds the reports that were published with small counts left blank, as they would be now.
  var publishedBuilders: [(name: Register.PublishedPeriod, builder: ReportBuilder)] {
    guard let suppression else { return [] }
    return register.withBlanks.compactMap { name in
      guard let report = ([definition] + others).first(where: { $0.id == name.report }),
        let period = ReportingPeriod(id: name.period)
      else { return nil }
      let builder = ReportBuilder(
        report, period: period, catalog: catalog, datasets: datasets, register: register,
        suppression: suppression)
      return (name, builder)
    }
  }

  /// The reports that were published with small counts left blank.
  func publishedEditions(_ values: IndicatorValues) -> [PublishedEdition] {
    publishedBuilders.map { name, builder in
      let figures = builder.figures(values, nil)
      let contents = builder.definition.figures.reduce(into: ToldByCells.Edition()) {
        $0[$1.id] = builder.contents(of: $1, figures, whole: figures, values, nil)
      }
      return PublishedEdition(name: name, contents: contents, register: register)
    }
  }
}
