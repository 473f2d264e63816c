internal import Indicators
internal import Register

/// Gives a cell of a figure that is complete already; for a member, the cell that shows it beside
/// the one that is referred to.
typealias OtherFigures = (_ reference: CellReference, _ focus: String?) -> Cell?

/// Computes the cells of one figure.
struct CellEvaluator {
  /// The figure's rows and columns.
  let layout: FigureLayout

  /// The indicators' values.
  let values: IndicatorValues

  /// What earlier reports printed.
  let register: Register

  /// Cells of figures that are complete already.
  private let otherFigures: OtherFigures

  /// The cells that were computed already: totals and changes need them again.
  private var known: [[Cell?]]

  init(
    layout: FigureLayout, values: IndicatorValues, register: Register,
    otherFigures: @escaping OtherFigures
  ) {
    self.layout = layout
    self.values = values
    self.register = register
    self.otherFigures = otherFigures
    let row = [Cell?](repeating: nil, count: layout.columns.count)
    known = Array(repeating: row, count: layout.rows.count)
  }

  /// The cell of a row and a column, by index.
  mutating func cell(_ row: Int, _ column: Int) -> Cell {
    if let cell = known[row][column] { return cell }
    let cell = computedCell(row, column)
    known[row][column] = cell
    return cell
  }

  private mutating func computedCell(_ row: Int, _ column: Int) -> Cell {
    let (rowEntry, columnEntry) = (layout.rows[row], layout.columns[column])
    if case .change(let from, let to) = columnEntry.content {
      return change(from: cell(row, from), to: cell(row, to))
    }
    if case .forecast(let forecast) = columnEntry.content {
      return self.forecast(forecast, row, column)
    }
    if columnEntry.isRank { return rank(of: rowEntry, at: row) }
    if !rowEntry.cells.isEmpty { return declaredCell(rowEntry, columnEntry) }
    if let reference = rowEntry.cell ?? columnEntry.cell {
      return referencedCell(reference, rowEntry, columnEntry)
    }
    if case .total(let parts) = rowEntry.content {
      let cells = parts.map { cell($0, column) }
      let indicators = rowEntry.partIndicators.map { columnEntry.indicator ?? $0 }
      return total(of: cells, rowEntry, columnEntry, over: rowEntry, indicators)
    }
    if case .total(let parts) = columnEntry.content {
      let cells = parts.map { cell(row, $0) }
      let indicators = columnEntry.partIndicators.map { $0 ?? rowEntry.indicator }
      return total(of: cells, rowEntry, columnEntry, over: columnEntry, indicators)
    }
    return ownCell(rowEntry, columnEntry)
  }

  private func change(from earlier: Cell, to current: Cell) -> Cell {
    let isHidden = [earlier.value, current.value].contains(.suppressed)
    var value = isHidden ? CellValue.suppressed : .notAvailable
    // From nothing, or from less than nothing, there is no percentage.
    if case .count(let before) = earlier.value, case .count(let now) = current.value, before > 0 {
      value = .change(from: before, to: now)
    }
    return Cell(
      value: value, style: .change, source: [earlier.source, current.source].weakest, unit: "%",
      status: current.status)
  }

  /// The place of a row among those that are no totals.
  private func rank(of row: AxisEntry, at index: Int) -> Cell {
    let place = layout.rows[...index].count { !$0.isTotal }
    return Cell(
      value: row.isTotal ? .notApplicable : .count(place), style: .count, source: .exports,
      unit: "", status: layout.facts(of: layout.definition.indicator ?? "").status)
  }

  /// The cell that a row declares for a column; not applicable where it declares none.
  private func declaredCell(_ row: AxisEntry, _ column: AxisEntry) -> Cell {
    if case .change(let change)? = row.cells[column.label] { return changeCell(change) }
    guard let (entry, other) = layout.ownCell(row, column) else {
      return cell(.notApplicable, layout.definition.indicator ?? "")
    }
    guard let reference = entry.cell else {
      return ownCell(entry, other, printedAs: row.label)
    }
    return referencedCell(reference, entry, other)
  }

  /// The change of a row of another figure: from its two cells, in percent or as a difference.
  private func changeCell(_ change: ChangeCell) -> Cell {
    func counted(_ year: Int) -> (cell: Cell, count: Int)? {
      let reference = CellReference(
        figure: change.of.figure, row: layout.text.filled(change.of.row), column: String(year))
      guard let cell = otherFigures(reference, nil), case .count(let count) = cell.value else {
        return nil
      }
      return (cell, count)
    }
    let unit = change.isDifference ? "" : "%"
    guard let before = counted(layout.period.year - 1), let now = counted(layout.period.year),
      before.count > 0 || change.isDifference
    else {
      return Cell(
        value: .notAvailable, style: .percent, source: .exports, unit: unit, status: .indicative)
    }
    let risen = now.count - before.count
    let amount = change.isFall ? -risen : risen
    return Cell(
      value: change.isDifference ? .count(amount) : .share(part: amount, whole: before.count),
      style: change.isDifference ? .count : .percent,
      source: [before.cell.source, now.cell.source].weakest,
      unit: change.isDifference ? now.cell.unit : unit, status: now.cell.status)
  }

  private func referencedCell(
    _ reference: CellReference, _ row: AxisEntry, _ column: AxisEntry
  ) -> Cell {
    let year = column.year ?? row.year ?? layout.period.year
    let wanted = CellReference(
      figure: reference.figure, row: layout.text.filled(reference.row),
      column: reference.column.map(layout.text.filled) ?? String(year))
    return otherFigures(wanted, column.focus) ?? dash(row, column)
  }

  /// The cell of a row and a column that have no other figure's; `printedAs` is the row's label in
  /// earlier reports, where it is not its own.
  private func ownCell(
    _ row: AxisEntry, _ column: AxisEntry, printedAs label: String? = nil
  ) -> Cell {
    guard let query = layout.query(row, column) else { return dash(row, column) }
    let over = row.shareOver + column.shareOver
    let value = over.isEmpty ? values.value(query) : values.share(query, over: over)
    if value == .undelivered {
      var printed = row
      printed.label = label ?? row.label
      return registerCell(printed, column) ?? dash(row, column)
    }
    return cell(CellValue(value), query.indicator)
  }

  private func dash(_ row: AxisEntry, _ column: AxisEntry) -> Cell {
    cell(.notAvailable, layout.indicator(row, column) ?? "")
  }

  /// What the last report over the same months printed for the cell; nil when none did.
  func published(_ row: AxisEntry, _ column: AxisEntry) -> PublishedCell? {
    let months = layout.period.id.dropFirst(4)
    return register.publications(
      figure: layout.definition.id, row: row.label, column: column.label
    ).last { $0.period.dropFirst(4) == months }
  }

  /// The cell of what was printed; nil when no report did.
  private func registerCell(_ row: AxisEntry, _ column: AxisEntry) -> Cell? {
    published(row, column).map {
      cell(CellValue($0.value), layout.indicator(row, column) ?? "", from: .register)
    }
  }

  private func cell(_ value: CellValue, _ indicator: String, from source: Cell.Source? = nil)
    -> Cell
  {
    let declared = layout.facts(of: indicator)
    var isShare = false
    if case .share = value { isShare = true }
    return Cell(
      value: value,
      style: NumberStyle(
        for: value, isPercent: declared.unit == "%", isAverage: declared.isAverage),
      source: source ?? (declared.isKeptByHand ? .hand : .exports),
      unit: isShare ? "%" : declared.unit, status: declared.status)
  }
}

extension CellEvaluator {
  /// A total: of additive numbers the sum of its parts, of others counted anew over all of them.
  private func total(
    of parts: [Cell], _ row: AxisEntry, _ column: AxisEntry, over entry: AxisEntry,
    _ indicators: [String?]
  ) -> Cell {
    if !parts.isEmpty, parts.allSatisfy({ $0.value == .notApplicable }) { return parts[0] }
    let addsUp = indicators.allSatisfy { named in
      guard let indicator = named ?? layout.definition.indicator,
        layout.facts(of: indicator).isAdditive
      else { return false }
      return values.catalog.isAdditive(indicator, over: entry.partDimensions)
    }
    guard addsUp else { return ownCell(row, column) }
    return row.shareOver.isEmpty && column.shareOver.isEmpty
      ? sum(of: parts, row, column) : totalShare(of: parts, row, column, over: entry)
  }

  private func sum(of parts: [Cell], _ row: AxisEntry, _ column: AxisEntry) -> Cell {
    // A dash that an earlier report printed says that there was nothing to add.
    let known = parts.filter { $0.source != .register || $0.value != .notAvailable }
    let sources = known.filter { $0.value.fraction != nil }.map(\.source)
    let value = CellValue.sum(of: known.map(\.value))
    let isPublished = parts.contains { $0.source == .register }
    guard let part = known.first(where: { $0.value.fraction != nil }) else {
      return isPublished ? registerCell(row, column) ?? dash(row, column) : ownCell(row, column)
    }
    if value.fraction == nil, isPublished, let printed = registerCell(row, column) {
      return printed
    }
    let style = NumberStyle(for: value, isPercent: part.style.isPercent)
    return Cell(
      value: value, style: style, source: sources.weakest, unit: part.unit,
      status: parts.allSatisfy { $0.status == .validated } ? .validated : .indicative)
  }

  /// The share that all parts have together, counted anew; the sum of the shares where that cannot
  /// be asked and they are parts of one whole.
  private func totalShare(
    of parts: [Cell], _ row: AxisEntry, _ column: AxisEntry, over entry: AxisEntry
  ) -> Cell {
    if layout.query(row, column) != nil { return ownCell(row, column) }
    guard entry.partDimensions.isSubset(of: row.shareOver + column.shareOver),
      let part = parts.first(where: { $0.value.fraction != nil }), part.source != .register
    else { return registerCell(row, column) ?? dash(row, column) }
    return Cell(
      value: CellValue.sum(ofShares: parts.map(\.value)), style: part.style, source: part.source,
      unit: part.unit, status: part.status)
  }
}
