internal import Indicators
internal import Register

/// Builds one figure from its definition and the values of its cells.
struct FigureBuilder {
  /// The report that the figure is in.
  let report: ReportDefinition

  /// The period.
  let period: ReportingPeriod

  /// The indicators' values.
  let values: IndicatorValues

  /// What earlier reports printed.
  let register: Register

  /// The member that is shown beside the whole; nil in a report about the whole.
  var focus: FigureFocus?

  /// Whether counts beside the cells are left out: nothing would protect them.
  var leavesOutOtherCounts = false

  /// The figure; `otherFigures` gives cells of figures that are complete already.
  func figure(_ definition: FigureDefinition, otherFigures: @escaping OtherFigures) -> Figure {
    let layout = FigureLayout(
      definition, of: report, period: period, catalog: values.catalog,
      results: LayoutResults(values: values, register: register), focus: focus)
    let numbers = cells(of: layout, otherFigures)
    let (shownRows, shownColumns) = (shown(layout.rows), shown(layout.columns))
    let notes = FigureNotes(
      layout, rows: shownRows.map { layout.rows[$0].label },
      columns: shownColumns.map { layout.columns[$0].label },
      totalsNote: totalsNote(layout, numbers))
    let rows = shownRows.map { row(layout.rows[$0], notes) }
    let columns = shownColumns.map { column(layout.columns[$0], layout, notes) }
    let cells = zip(rows, shownRows).map { row, rowIndex in
      zip(columns, shownColumns).map { column, columnIndex in
        numbers[rowIndex][columnIndex].withNotes(notes.ofCell(row.label, column.label))
      }
    }
    let title = layout.text.filled(definition.title)
    let table = FigureTable(title: title, rows: rows, columns: columns, cells: cells)
    let figure = Figure(
      id: definition.id, label: definition.label, title: title, rowTitle: definition.rowTitle,
      rows: rows, columns: columns, cells: cells,
      chart: definition.chart.map { chart($0, table, layout) },
      isChartOnly: definition.isChartOnly, notes: notes.texts,
      source: FigureSource(report: report, values: values).text(layout, cells),
      explanation: explanation(of: layout), unit: units(in: cells),
      status: status(of: cells, columns))
    return OpenWindows(layout: layout, values: values)
      .applied(to: figure, rows: shownRows, columns: shownColumns)
  }

  /// The indexes of the rows or columns that are printed: all were needed to compute the totals.
  func shown(_ entries: [AxisEntry]) -> [Int] {
    entries.indices.filter { !entries[$0].isHidden && (focus?.shows(entries[$0]) ?? true) }
  }

  private func row(_ entry: AxisEntry, _ notes: FigureNotes) -> FigureRow {
    FigureRow(label: entry.label, isTotal: entry.isTotal, notes: notes.ofRow(entry.label))
  }

  private func column(
    _ entry: AxisEntry, _ layout: FigureLayout, _ notes: FigureNotes
  ) -> FigureColumn {
    var column = FigureColumn(
      label: entry.label, kind: entry.kind, isTotal: entry.isTotal,
      notes: notes.ofColumn(entry.label))
    column.period = entry.period
    column.isInSeries = entry.isInSeries
    if case .change(let from, let to) = entry.content {
      let ends = [from, to].map { layout.columns[$0] }
      column.compares = ends.map { name(of: $0) }
    }
    column.isFocus = entry.focus != nil
    return column
  }

  /// What the sentences about a change call one of its columns: the period, where it is one of a
  /// series of years, else the label.
  private func name(of entry: AxisEntry) -> String {
    guard let year = entry.year, entry.isInSeries else { return entry.label }
    return String(year)
  }

  private func cells(
    of layout: FigureLayout, _ otherFigures: @escaping OtherFigures
  ) -> [[Cell]] {
    var evaluator = CellEvaluator(
      layout: layout, values: values, register: register, otherFigures: otherFigures)
    var cells: [[Cell]] = []
    for row in layout.rows.indices {
      var line: [Cell] = []
      for column in layout.columns.indices { line.append(evaluator.cell(row, column)) }
      cells.append(line)
    }
    return cells
  }

  /// The sentence that says why totals are lower than the sum of their parts, where they are.
  private func totalsNote(_ layout: FigureLayout, _ cells: [[Cell]]) -> String? {
    let sentence = report.words(.notAdditive)
    guard !report.words.missing.contains(.notAdditive), !sentence.isEmpty,
      FigureTotals(layout: layout, cells: cells).isAnyLowerThanItsParts
    else { return nil }
    return ([sentence] + inSeveral(layout)).joined(separator: " ")
  }

  /// For each year that was delivered, how many occur under more than one part of a total.
  private func inSeveral(_ layout: FigureLayout) -> [String] {
    guard !leavesOutOtherCounts, !report.words.missing.contains(.inSeveral) else { return [] }
    return layout.sharedTotals.compactMap { total in
      values.countInSeveral(total.query, of: total.dimension).map { count in
        report.words(
          .inSeveral,
          [
            "year": report.calendar.name(of: total.period),
            "count": report.numbers.text(.count(count), style: .count),
          ])
      }
    }
  }

  private func chart(
    _ chart: ChartDefinition, _ table: FigureTable, _ layout: FigureLayout
  ) -> Chart {
    ChartBuilder(numbers: report.numbers).chart(chart, of: table, text: layout.text)
  }

  /// Whether all indicators are validated, of which estimates say nothing.
  private func status(of cells: [[Cell]], _ columns: [FigureColumn]) -> ValidationStatus {
    let counted = columns.indices.filter { columns[$0].kind != .forecast }
    let isValidated = cells.allSatisfy { row in
      counted.allSatisfy { row[$0].status == .validated }
    }
    return isValidated ? .validated : .indicative
  }

  private func explanation(of layout: FigureLayout) -> String {
    layout.indicators.compactMap { values.catalog.indicator($0)?.explanation }
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func units(in cells: [[Cell]]) -> String {
    var units: [String] = []
    for cell in cells.joined() where !units.contains(cell.unit) && !cell.unit.isEmpty {
      units.append(cell.unit)
    }
    return units.filter { $0 != "%" || units.count == 1 }.joined(separator: ", ")
  }
}

extension AxisEntry {
  /// What the numbers of a column are.
  fileprivate var kind: FigureColumn.Kind {
    switch content {
    case .value, .total: .value
    case .change: .change
    case .forecast: .forecast
    }
  }
}

/// A figure's table while the figure is being built.
struct FigureTable {
  /// The figure's title.
  let title: String

  /// The rows, columns and cells.
  let rows: [FigureRow]
  let columns: [FigureColumn]
  let cells: [[Cell]]
}

extension Cell {
  /// The cell with the notes that belong to it.
  func withNotes(_ notes: [Int]) -> Cell {
    Cell(
      value: value, style: style, source: source, unit: unit, status: status, notes: notes)
  }
}
