internal import Indicators
internal import Register

/// Lets the breaks of series reach a figure: its notes, its changes and its chart.
struct SeriesBreaks {
  /// What is declared.
  let history: SeriesHistory

  /// The indicators of the rows.
  let declared: DeclaredRows

  /// The period, for the labels of rows and for the changes.
  let period: ReportingPeriod

  /// The figure with the breaks that lie between the years that it shows.
  func applied(to figure: Figure) -> Figure {
    let shown = breaks(of: figure)
    guard !shown.isEmpty else { return figure }
    var cells = figure.cells
    for (row, label) in figure.rows.map(\.label).enumerated() {
      for (column, header) in figure.columns.enumerated() where header.kind == .change {
        guard shown.contains(where: { $0.separates(label, period.year - 1, period.year) }),
          cells[row][column].value.fraction != nil
        else { continue }
        cells[row][column] = cells[row][column].rewritten(value: .withheld)
      }
    }
    let first = figure.notes.count
    let rows = figure.rows.map { row in
      let added = shown.indices.filter { index in
        shown[index].rows.count < figure.rows.count && shown[index].rows.contains(row.label)
      }
      return FigureRow(
        label: row.label, isTotal: row.isTotal, notes: row.notes + added.map { first + $0 })
    }
    var result = figure.rewritten(
      cells: cells, rows: rows, addingNotes: shown.map(\.note),
      chart: .some(figure.chart.map { marked($0, figure, shown) }))
    result.breaks = shown
    return result
  }

  private func breaks(of figure: Figure) -> [FigureBreak] {
    let years = figure.columns.compactMap(\.label.leadingYear)
    guard let first = years.min(), let last = years.max() else { return [] }
    let shown = history.breaks.filter {
      $0.year == nil && !$0.isEveryYear || $0.lies(between: first, and: last)
    }
    let text = PeriodText(period: period, shownYears: first...last)
    return shown.compactMap { series in
      let rows = figure.rows.map(\.label).filter { row in
        declared.indicators(of: row, in: figure.id).contains(where: series.indicators.contains)
      }
      return rows.isEmpty
        ? nil
        : FigureBreak(
          year: series.year, isEveryYear: series.isEveryYear, rows: rows,
          note: text.filled(series.note))
    }
  }

  /// The chart with the columns before which a series breaks, in its description too.
  private func marked(_ chart: Chart, _ figure: Figure, _ shown: [FigureBreak]) -> Chart {
    let years = chart.columns.map { figure.columns[$0].label.leadingYear }
    let before = zip(years, years.dropFirst()).enumerated().compactMap { index, pair -> Int? in
      guard let left = pair.0, let right = pair.1 else { return nil }
      let (earlier, later) = (min(left, right), max(left, right))
      let isBroken = shown.contains { series in
        series.rows.contains { series.separates($0, earlier, later) }
      }
      return isBroken ? chart.columns[index + 1] : nil
    }
    guard !before.isEmpty else { return chart }
    var marked = Chart(
      kind: chart.kind, title: chart.title, rows: chart.rows, columns: chart.columns,
      seriesInColumns: chart.seriesInColumns,
      alternativeText: ([chart.alternativeText] + shown.map(\.note)).joined(separator: " "))
    marked.breaksBefore = before
    return marked
  }
}
