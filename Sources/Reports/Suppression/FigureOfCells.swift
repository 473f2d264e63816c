internal import Indicators

/// A figure's cells with how each came about, also those that are not printed.
struct FigureOfCells {
  /// The rows and columns.
  let layout: FigureLayout

  /// The cells and their origins: one array per row.
  let cells: [[Cell]]
  let origins: [[CellOrigin]]

  /// The rows and columns that are printed, by index.
  let shownRows: [Int]
  let shownColumns: [Int]

  /// Where a cell stands, by its labels; nil when there is none.
  func place(_ reference: CellReference) -> (row: Int, column: Int)? {
    guard let row = layout.rows.firstIndex(where: { $0.label == reference.row }),
      let column = layout.columns.firstIndex(where: { $0.label == reference.column })
    else { return nil }
    return (row, column)
  }

  /// The question that the cell asks, also where an earlier report answers it.
  func query(_ row: Int, _ column: Int) -> CellQuery? {
    layout.ownCell(layout.rows[row], layout.columns[column]).flatMap { layout.query($0, $1) }
  }

  /// The rows of members that stand in the order of a column's numbers, with that column.
  var ranked: [(rows: [Int], column: Int)] {
    guard
      let column = layout.columns.indices.last(where: { index in
        let entry = layout.columns[index]
        return !entry.isDerived && !entry.isHidden && entry.cell == nil
      })
    else { return [] }
    return layout.definition.rows.parts.compactMap { part in
      guard case .members(let axis) = part, axis.order == .descending else { return nil }
      let rows = layout.rows.indices.filter { index in
        let entry = layout.rows[index]
        return !entry.isTotal && Array(entry.members.keys) == [axis.dimension]
          && entry.members[axis.dimension]?.count == 1
          && entry.members[axis.dimension] != [""]
      }
      return (rows, column)
    }
  }
}
