/// The totals of a figure held against their parts.
struct FigureTotals {
  /// The rows and columns.
  let layout: FigureLayout

  /// The numbers.
  let cells: [[Cell]]

  /// Whether a total of counts is lower than the sum of its parts, because some were counted in
  /// several of them.
  var isAnyLowerThanItsParts: Bool {
    layout.rows.indices.contains { row in
      guard case .total(let parts) = layout.rows[row].content else { return false }
      return layout.columns.indices.contains { column in
        !layout.columns[column].isForecast
          && isLower(cells[row][column], than: parts.map { cells[$0][column] })
      }
    }
      || layout.columns.indices.contains { column in
        guard case .total(let parts) = layout.columns[column].content else { return false }
        return layout.rows.indices.contains { row in
          isLower(cells[row][column], than: parts.map { cells[row][$0] })
        }
      }
  }

  private func isLower(_ total: Cell, than parts: [Cell]) -> Bool {
    guard case .count(let count) = total.value,
      case .count(let sum) = CellValue.sum(of: parts.map(\.value))
    else { return false }
    return count < sum
  }
}
