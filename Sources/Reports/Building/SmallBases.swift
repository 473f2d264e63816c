internal import Indicators

/// Withholds percentages of too small a whole, and shows the counts instead.
struct SmallBases {
  /// The indicators, for the smallest whole that they allow.
  let catalog: IndicatorCatalog

  /// The figures as they are declared, by id.
  let figures: DeclaredRows

  /// The words and numbers of the report.
  let report: ReportDefinition

  /// The figure with a note at each percentage that is withheld.
  func applied(to figure: Figure) -> Figure {
    var cells = figure.cells
    var added: [String] = []
    for (row, header) in figure.rows.enumerated() {
      for (column, columnHeader) in figure.columns.enumerated() {
        guard case .share(let part, let whole) = cells[row][column].value,
          cells[row][column].source != .register,
          let base = base(figure.id, header.label, columnHeader.label), whole < base
        else { continue }
        let note = report.words(.belowBase, ["part": text(part), "whole": text(whole)])
        let index = added.firstIndex(of: note) ?? added.count
        if index == added.count { added.append(note) }
        cells[row][column] = cells[row][column].rewritten(
          value: .withheld, addingNote: figure.notes.count + index)
      }
    }
    return added.isEmpty ? figure : figure.rewritten(cells: cells, addingNotes: added)
  }

  private func base(_ figure: String, _ row: String, _ column: String) -> Int? {
    (figures.indicators(of: row, in: figure) + figures.indicators(of: column, in: figure))
      .compactMap { catalog.indicator($0)?.minimumBase }.max()
  }

  private func text(_ count: Int) -> String {
    report.numbers.text(.count(count), style: .count)
  }
}

/// The indicators of rows and columns, by the labels that are printed.
struct DeclaredRows {
  /// The figures as they are declared, by id.
  let definitions: [String: FigureDefinition]

  /// The texts of the period, for the labels.
  let text: PeriodText

  /// The indicators of a row or column: its own, those of the figure whose cell it repeats, or its
  /// figure's.
  func indicators(of label: String, in figure: String) -> [String] {
    guard let definition = definitions[figure] else { return [] }
    let item = definition.namedItems.first { text.filled($0.label) == label }
    if let reference = item?.cell {
      return indicators(of: text.filled(reference.row), in: reference.figure)
    }
    return item?.indicator.map { [$0] } ?? definition.namedIndicators
  }
}
