internal import Indicators

/// Finds the cells that moved most from the period before to the reported one.
struct MovedCells {
  /// The reported period.
  let period: ReportingPeriod

  /// How many cells are told.
  private static let limit = 5

  /// The cells, the most remarkable first; equal ones in the order of the report.
  ///
  /// What moved most is measured by the square of the difference over the sum of both numbers: a
  /// step from 2 to 4 is chance, one from 2.000 to 2.400 is not. A number that several figures show
  /// is told once.
  func most(in figures: [Figure]) -> [MovedCell] {
    var seen: Set<MovedCell> = []
    var cells: [MovedCell] = []
    for figure in figures {
      for cell in moved(in: figure) where seen.insert(cell.withoutFigure).inserted {
        cells.append(cell)
      }
    }
    // The sort is stable.
    return Array(cells.sorted { $0.isMoreRemarkable(than: $1) }.prefix(MovedCells.limit))
  }

  private func moved(in figure: Figure) -> [MovedCell] {
    guard let earlier = period.earlier(by: 1), let before = column(of: earlier, in: figure),
      let now = column(of: period, in: figure)
    else { return [] }
    return zip(figure.rows, figure.cells).compactMap { row, cells in
      guard !row.isTotal, case .count(let old) = cells[before].value,
        case .count(let new) = cells[now].value, old != new, old >= 0, new >= 0
      else { return nil }
      return MovedCell(
        figure: figure.id, figureLabel: figure.label, title: figure.title, row: row.label,
        before: old, now: new)
    }
  }

  private func column(of wanted: ReportingPeriod, in figure: Figure) -> Int? {
    figure.columns.firstIndex {
      $0.kind == .value && !$0.isTotal && ($0.period ?? period) == wanted
    }
  }
}

extension MovedCell {
  fileprivate var withoutFigure: MovedCell {
    MovedCell(figure: "", figureLabel: "", title: "", row: row, before: before, now: now)
  }

  fileprivate func isMoreRemarkable(than other: MovedCell) -> Bool {
    weight * Int128(other.before + other.now) > other.weight * Int128(before + now)
  }

  /// The square of the difference; numbers of records are far below the square root of the limit.
  private var weight: Int128 {
    let difference = Int128(now) - Int128(before)
    return difference * difference
  }
}
