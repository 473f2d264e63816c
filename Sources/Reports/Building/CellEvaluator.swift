internal import Indicators
internal import Register

/// Computes the cells of one figure.
struct CellEvaluator {
  /// The figure's rows and columns.
  let layout: FigureLayout

  /// The indicators' values.
  let values: IndicatorValues

  /// What earlier reports printed.
  let register: Register

  /// Cells of figures that are complete already.
  let otherFigures: (CellReference) -> Cell?

  /// The cell of a row and a column, by index.
  func cell(_ row: Int, _ column: Int) -> Cell {
    let (rowEntry, columnEntry) = (layout.rows[row], layout.columns[column])
    if case .change(let from, let to) = columnEntry.content {
      return change(from: cell(row, from), to: cell(row, to))
    }
    if let reference = rowEntry.cell ?? columnEntry.cell {
      return referencedCell(reference, rowEntry, columnEntry)
    }
    if case .total(let parts) = rowEntry.content {
      return total(
        of: parts.map { cell($0, column) }, along: parts.map { layout.rows[$0] }, rowEntry,
        columnEntry)
    }
    if case .total(let parts) = columnEntry.content {
      return total(
        of: parts.map { cell(row, $0) }, along: parts.map { layout.columns[$0] }, rowEntry,
        columnEntry)
    }
    return ownCell(rowEntry, columnEntry)
  }

  private func change(from earlier: Cell, to current: Cell) -> Cell {
    var value = CellValue.notAvailable
    if case .count(let before) = earlier.value, case .count(let now) = current.value, before != 0 {
      value = .change(from: before, to: now)
    }
    return Cell(
      value: value, style: .change, source: current.source, unit: "%", status: current.status)
  }

  private func referencedCell(
    _ reference: CellReference, _ row: AxisEntry, _ column: AxisEntry
  ) -> Cell {
    let year = column.year ?? row.year ?? layout.period.year
    let label = reference.column.map(layout.text.filled) ?? String(year)
    let wanted = CellReference(figure: reference.figure, row: reference.row, column: label)
    return otherFigures(wanted) ?? dash(row, column)
  }

  private func ownCell(_ row: AxisEntry, _ column: AxisEntry) -> Cell {
    guard let query = layout.query(row, column) else { return dash(row, column) }
    let over = row.shareOver + column.shareOver
    let value = over.isEmpty ? values.value(query) : values.share(query, over: over)
    if value == .undelivered {
      return registerCell(row, column) ?? dash(row, column)
    }
    return cell(CellValue(value), query.indicator)
  }

  private func cell(_ value: CellValue, _ indicator: String) -> Cell {
    let declared = values.catalog.indicator(indicator)
    let isPercentByHand = declared?.unit == "%"
    return Cell(
      value: value, style: NumberStyle(for: value, isPercent: isPercentByHand),
      source: values.catalog.isKeptByHand(indicator) ? .hand : .exports,
      unit: declared?.unit ?? "", status: values.catalog.status(of: indicator))
  }

  private func dash(_ row: AxisEntry, _ column: AxisEntry) -> Cell {
    cell(.notAvailable, layout.indicator(row, column) ?? "")
  }

  /// What the last report printed for the cell; nil when none did.
  private func registerCell(_ row: AxisEntry, _ column: AxisEntry) -> Cell? {
    guard
      let published = register.latest(
        figure: layout.definition.id, row: row.label, column: column.label)
    else { return nil }
    let indicator = layout.indicator(row, column) ?? ""
    let value = CellValue(published.value)
    return Cell(
      value: value, style: NumberStyle(for: value, isPercent: false), source: .register,
      unit: values.catalog.indicator(indicator)?.unit ?? "",
      status: values.catalog.status(of: indicator))
  }
}

extension CellEvaluator {
  /// A total: of additive numbers the sum of its parts, of others counted anew over all of them.
  private func total(
    of parts: [Cell], along entries: [AxisEntry], _ row: AxisEntry, _ column: AxisEntry
  ) -> Cell {
    guard let indicator = layout.indicator(row, column), values.catalog.isAdditive(indicator)
    else { return ownCell(row, column) }
    let over = row.shareOver + column.shareOver
    // A dash that an earlier report printed says that there was nothing to add.
    let known = parts.filter { $0.source != .register || $0.value != .notAvailable }.map(\.value)
    let value =
      over.isEmpty
      ? CellValue.sum(of: known)
      : CellValue.sum(ofShares: known, ofOneWhole: entries.allSatisfy { $0.isWithin(over) })
    let numbers = parts.filter { $0.value.fraction != nil }
    guard let first = numbers.first else { return registerCell(row, column) ?? dash(row, column) }
    return Cell(
      value: value, style: first.style, source: numbers.map(\.source).weakest, unit: first.unit,
      status: first.status)
  }
}
