internal import Indicators
internal import Register

extension CellEvaluator {
  /// How the cell of a row and a column came about, by index.
  mutating func origin(_ row: Int, _ column: Int) -> CellOrigin {
    let (rowEntry, columnEntry) = (layout.rows[row], layout.columns[column])
    if case .change(let from, let to) = columnEntry.content {
      return .change(from: reference(row, from), to: reference(row, to))
    }
    if case .forecast(let forecast) = columnEntry.content { return forecastOrigin(forecast, row) }
    if columnEntry.isRank { return .rank }
    if !rowEntry.cells.isEmpty { return declaredOrigin(rowEntry, columnEntry) }
    if let cell = rowEntry.cell ?? columnEntry.cell {
      return .cell(repeated(cell, rowEntry, columnEntry))
    }
    if case .total(let parts) = rowEntry.content {
      return totalOrigin(row, column, of: parts.map { (row: $0, column: column) })
    }
    if case .total(let parts) = columnEntry.content {
      return totalOrigin(row, column, of: parts.map { (row: row, column: $0) })
    }
    return ownOrigin(rowEntry, columnEntry)
  }

  private func declaredOrigin(_ row: AxisEntry, _ column: AxisEntry) -> CellOrigin {
    if case .change(let change)? = row.cells[column.label] {
      func counted(_ year: Int) -> CellReference {
        CellReference(
          figure: change.of.figure, row: layout.text.filled(change.of.row), column: String(year))
      }
      return .change(from: counted(layout.period.year - 1), to: counted(layout.period.year))
    }
    guard let (entry, other) = layout.ownCell(row, column) else { return .nothing }
    if let cell = entry.cell { return .cell(repeated(cell, entry, other)) }
    return ownOrigin(entry, other, printedAs: row.label)
  }

  /// A total is the sum of the cells that it stands for, what was printed, or counted anew.
  private mutating func totalOrigin(
    _ row: Int, _ column: Int, of parts: [(row: Int, column: Int)]
  ) -> CellOrigin {
    let total = cell(row, column)
    let cells = parts.map { cell($0.row, $0.column) }
    if !cells.isEmpty, cells.allSatisfy({ $0.value == .notApplicable }) { return .nothing }
    let (rowEntry, columnEntry) = (layout.rows[row], layout.columns[column])
    if isSummed(parts, rowEntry, columnEntry) {
      let known = cells.filter { $0.source != .register || $0.value != .notAvailable }
      let sum = known.isEmpty ? CellValue.notAvailable : CellValue.sum(of: known.map(\.value))
      let shares = CellValue.sum(ofShares: cells.map(\.value))
      if total.value.fraction != nil, total.value == sum || total.value == shares {
        return .sum(of: parts.map { reference($0.row, $0.column) })
      }
      if total.source == .register, let printed = published(rowEntry, columnEntry) {
        return .published(printed)
      }
    }
    return ownOrigin(rowEntry, columnEntry)
  }

  private func isSummed(
    _ parts: [(row: Int, column: Int)], _ row: AxisEntry, _ column: AxisEntry
  ) -> Bool {
    let entry = row.isTotal ? row : column
    let addsUp = parts.allSatisfy { part in
      let indicator = layout.indicator(layout.rows[part.row], layout.columns[part.column])
      return indicator.map { values.catalog.isAdditive($0, over: entry.partDimensions) } ?? false
    }
    guard addsUp else { return false }
    return row.shareOver.isEmpty && column.shareOver.isEmpty || layout.query(row, column) == nil
  }

  private func ownOrigin(
    _ row: AxisEntry, _ column: AxisEntry, printedAs label: String? = nil
  ) -> CellOrigin {
    guard let query = layout.query(row, column) else { return .nothing }
    let over = row.shareOver + column.shareOver
    let value = over.isEmpty ? values.value(query) : values.share(query, over: over)
    guard value == .undelivered else { return .answer(query, shareOver: over) }
    var printed = row
    printed.label = label ?? row.label
    return published(printed, column).map { .published($0) } ?? .nothing
  }

  private func repeated(
    _ cell: CellReference, _ row: AxisEntry, _ column: AxisEntry
  ) -> CellReference {
    let year = column.year ?? row.year ?? layout.period.year
    return CellReference(
      figure: cell.figure, row: layout.text.filled(cell.row),
      column: cell.column.map(layout.text.filled) ?? String(year))
  }

  private func reference(_ row: Int, _ column: Int) -> CellReference {
    CellReference(
      figure: layout.definition.id, row: layout.rows[row].label,
      column: layout.columns[column].label)
  }
}
