internal import Indicators
internal import Register

/// Withholds the changes that rows declare cell by cell, where the series of the other figure breaks.
struct ChangesOverBreaks {
  /// What is declared.
  let history: SeriesHistory

  /// The indicators of the rows.
  let declared: DeclaredRows

  /// The period.
  let period: ReportingPeriod

  /// The figure with a note at each change that is withheld.
  func applied(to figure: Figure) -> Figure {
    let text = declared.text
    var cells = figure.cells
    var added: [String] = []
    for item in declared.definitions[figure.id]?.namedItems ?? [] {
      guard let row = figure.rows.firstIndex(where: { $0.label == text.filled(item.label) }) else {
        continue
      }
      for (label, cell) in item.cells.sorted(by: { $0.key < $1.key }) {
        let column = figure.columns.firstIndex { $0.label == text.filled(label) }
        guard case .change(let change) = cell, let column, let note = note(about: change),
          cells[row][column].value.fraction != nil
        else { continue }
        let index = (figure.notes + added).firstIndex(of: note) ?? figure.notes.count + added.count
        if index == figure.notes.count + added.count { added.append(note) }
        cells[row][column] = cells[row][column].rewritten(value: .withheld, addingNote: index)
      }
    }
    return figure.rewritten(cells: cells, addingNotes: added)
  }

  private func note(about change: ChangeCell) -> String? {
    var text = declared.text
    text.shownYears = period.year - 1...period.year
    let indicators = declared.indicators(of: text.filled(change.of.row), in: change.of.figure)
    return history.breaks.first { series in
      series.lies(between: period.year - 1, and: period.year)
        && !indicators.filter(series.indicators.contains).isEmpty
    }.map { text.filled($0.note) }
  }
}
