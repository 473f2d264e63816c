internal import Indicators
internal import Register

/// Finds the cells about earlier periods that the run of the period before printed otherwise.
struct LateRecords {
  /// The report, for its words and numbers.
  let report: ReportDefinition

  /// What that run printed.
  let earlier: EarlierRun

  /// The restatements, in the order of the figures.
  private(set) var list: [Restatement] = []

  /// The periods that they are about.
  private(set) var periods: Set<ReportingPeriod> = []

  init(report: ReportDefinition, earlier: EarlierRun) {
    self.report = report
    self.earlier = earlier
  }

  /// What the run is called.
  var name: String { "\(report.id) \(earlier.period.id)" }

  /// The figures by id, each with notes at the cells that changed.
  mutating func applied(to figures: [String: Figure]) -> [String: Figure] {
    var marked = figures
    for id in report.figures.map(\.id) {
      if let figure = figures[id] { marked[id] = applied(to: figure) }
    }
    return marked
  }

  /// The figure with notes at the cells that changed.
  ///
  /// Cells are the same when figure, row and column have the same labels, and the column names its
  /// period: the column of the reported period is about another one each time.
  mutating func applied(to figure: Figure) -> Figure {
    var cells = figure.cells
    var added: [String] = []
    for (column, header) in figure.columns.enumerated() where header.kind == .value {
      guard let period = header.period else { continue }
      for (row, label) in figure.rows.map(\.label).enumerated() {
        guard let restatement = restatement(of: cells[row][column], figure, label, header.label)
        else { continue }
        list.append(restatement)
        periods.insert(period)
        let note = report.words(
          .restated, ["published": restatement.published, "report": restatement.report])
        let index = added.firstIndex(of: note) ?? added.count
        if index == added.count { added.append(note) }
        cells[row][column] = cells[row][column].rewritten(addingNote: figure.notes.count + index)
      }
    }
    return added.isEmpty ? figure : figure.rewritten(cells: cells, addingNotes: added)
  }

  private func restatement(of cell: Cell, _ figure: Figure, _ row: String, _ column: String)
    -> Restatement?
  {
    let reference = CellReference(figure: figure.id, row: row, column: column)
    guard let printed = earlier.values[reference], printed != cell.value.plainDecimal,
      cell.value != .suppressed
    else { return nil }
    let before =
      PublishedValue(decimal: printed, isPercent: cell.style.isPercent)
      .map(CellValue.init) ?? .notAvailable
    return Restatement(
      figure: figure.id, figureLabel: figure.label, row: row, column: column, report: name,
      published: report.numbers.text(before, style: cell.style),
      now: report.numbers.text(cell.value, style: cell.style),
      difference: difference(before, cell),
      reason: report.words(.lateRecords, ["report": name]))
  }

  private func difference(_ before: CellValue, _ cell: Cell) -> String {
    guard case .count(let old) = before, case .count(let new) = cell.value else { return "" }
    return report.numbers.text(
      .count(new - old), style: NumberStyle(decimals: 0, showsPlus: true))
  }
}
