internal import Indicators

/// The totals of a figure whose parts can have persons in common.
extension FigureLayout {
  /// A total over members of one dimension, and the period that it is about.
  struct SharedTotal {
    let query: CellQuery
    let dimension: String
    let period: ReportingPeriod
  }

  /// The totals over the members of rows or columns, one for each year that is shown.
  var sharedTotals: [SharedTotal] {
    let ofRows = rows.filter(\.isTotal).flatMap { total in
      columns.filter { !$0.isDerived && !$0.isHidden && !$0.isTotal }.compactMap {
        shared(total, total, $0)
      }
    }
    let ofColumns = columns.filter(\.isTotal).flatMap { total in
      rows.filter { !$0.isTotal }.compactMap { shared(total, $0, total) }
    }
    // What each row of a table has in common in its columns is not told one by one.
    return ofRows + (ofColumns.count == 1 ? ofColumns : [])
  }

  private func shared(_ total: AxisEntry, _ row: AxisEntry, _ column: AxisEntry) -> SharedTotal? {
    guard total.members.count == 1, let dimension = total.members.keys.first,
      row.cell == nil, column.cell == nil, let query = query(row, column)
    else { return nil }
    // A long series of months would be told one by one; a year to date has no name of its own.
    let isTold = query.period.kind != nil && (period.isWholeYear || column.period == nil)
    return isTold
      ? SharedTotal(query: query, dimension: dimension, period: query.period) : nil
  }
}
