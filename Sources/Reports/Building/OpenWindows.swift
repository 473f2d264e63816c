internal import Indicators

/// Marks the numbers of a figure that can still grow: cohorts whose window is open.
struct OpenWindows {
  /// The rows and columns, with what decides their cells.
  let layout: FigureLayout

  /// The indicators' values.
  let values: IndicatorValues

  /// The figure, whose rows and columns are those of the layout at these indexes, with the notes of
  /// the open windows at the columns, or rows, of which all cells are open.
  func applied(to figure: Figure, rows: [Int], columns: [Int]) -> Figure {
    let open = rows.map { row in columns.map { column in notes(row, column) } }
    let all = open.joined().joined()
    guard !all.isEmpty else { return figure }
    var texts: [String] = []
    for note in all where !texts.contains(note) { texts.append(note) }
    let index = { (note: String) in
      figure.notes.count + (texts.firstIndex(of: note) ?? 0)
    }
    let ofColumn = columns.indices.map { column in
      texts.filter { note in open.allSatisfy { $0[column].contains(note) } }
    }
    let cells = figure.cells.enumerated().map { row, cells in
      cells.enumerated().map { column, cell in
        open[row][column].filter { !ofColumn[column].contains($0) }.map(index)
          .reduce(cell) { $0.rewritten(addingNote: $1) }
      }
    }
    let headers = zip(figure.columns, ofColumn).map { header, notes in
      header.addingNotes(notes.map(index))
    }
    var marked = figure.rewritten(cells: cells, columns: headers, addingNotes: texts)
    marked.hasOpenWindow = true
    return marked
  }

  private func notes(_ row: Int, _ column: Int) -> [String] {
    let (row, column) = (layout.rows[row], layout.columns[column])
    guard row.cell == nil, column.cell == nil, !column.isChange,
      let indicator = layout.indicator(row, column)
    else { return [] }
    let period = column.period ?? row.period ?? layout.period
    let text = PeriodText(period: period)
    return values.openWindows(of: indicator, in: period).map(text.filled)
  }
}

extension FigureColumn {
  /// The column with more notes.
  fileprivate func addingNotes(_ added: [Int]) -> FigureColumn {
    var column = FigureColumn(label: label, kind: kind, isTotal: isTotal, notes: notes + added)
    column.period = period
    column.isInSeries = isInSeries
    column.compares = compares
    column.isFocus = isFocus
    return column
  }
}
