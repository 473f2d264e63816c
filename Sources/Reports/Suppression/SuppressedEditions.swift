internal import Disclosure
internal import Indicators

/// The editions of a report with the cells left blank that would tell a small count, or from which
/// one would follow.
///
/// All editions are one problem, so that no two of them tell together what each keeps back.
struct SuppressedEditions {
  /// The figures of each edition, by id.
  let figures: [[String: Figure]]

  /// How many cells of an edition are left blank, and why.
  let summaries: [SuppressionSummary]

  /// Leaves cells of the editions blank; `contents` has the same figures with how they came about,
  /// and `earlier` what was published before, of which no cell can be left blank any more.
  init(
    _ editions: [[String: Figure]], _ contents: [ToldByCells.Edition],
    beside earlier: [PublishedEdition], _ rule: SuppressionRule, _ values: IndicatorValues,
    _ numbers: NumberFormat
  ) {
    var told = ToldByCells(
      contents, beside: earlier.map(\.contents), ToldByAnswers(values: values, rule: rule))
    var places: [Place] = []
    for (edition, figures) in contents.enumerated() {
      for (id, figure) in figures.sorted(by: { $0.key < $1.key }) {
        for (row, layoutRow) in figure.shownRows.enumerated() {
          for (column, layoutColumn) in figure.shownColumns.enumerated() {
            let quantities = told.told(edition, id, layoutRow, layoutColumn)
            guard !quantities.isEmpty else { continue }
            places.append(Place(edition: edition, figure: id, row: row, column: column))
            _ = told.addCell(quantities)
          }
        }
      }
    }
    for (index, edition) in earlier.enumerated() {
      for cell in edition.cells {
        let quantities = told.told(contents.count + index, cell.figure, cell.row, cell.column)
        if !quantities.isEmpty { _ = told.addCell(quantities, cell.standing) }
      }
    }
    told.addOrders()
    told.addLines()
    let protection = Protector.protection(of: told.answers.table.problem, by: rule.disclosure)
    let chosen = protection.suppressed.filter(places.indices.contains)
    let blank = Dictionary(grouping: chosen.map { places[$0] }, by: \.edition)
    figures = editions.enumerated().map { edition, figures in
      figures.blanked(blank[edition] ?? [], numbers)
    }
    summaries = editions.indices.map { edition in
      func count(_ cells: Set<Int>) -> Int {
        cells.count { places.indices.contains($0) && places[$0].edition == edition }
      }
      return SuppressionSummary(
        rule: rule, primary: count(protection.primary),
        complementary: count(protection.complementary), unsafe: protection.unsafe.count,
        known: protection.known.count)
    }
  }

  fileprivate struct Place {
    let edition: Int
    let figure: String
    let row: Int
    let column: Int
  }
}

extension [String: Figure] {
  /// The figures with cells left blank, in their charts' descriptions too.
  fileprivate func blanked(
    _ places: [SuppressedEditions.Place], _ numbers: NumberFormat
  ) -> [String: Figure] {
    var figures = self
    for (id, places) in Dictionary<String, [SuppressedEditions.Place]>(
      grouping: places, by: \.figure)
    {
      guard let figure = figures[id] else { continue }
      var cells = figure.cells
      for place in places {
        cells[place.row][place.column] = cells[place.row][place.column]
          .rewritten(value: .suppressed)
      }
      let blank = figure.rewritten(cells: cells)
      figures[id] = blank.rewritten(
        chart: .some(
          figure.chart.map { ChartBuilder(numbers: numbers).described($0, again: blank) }))
    }
    return figures
  }
}
