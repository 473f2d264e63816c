import Reports

extension Figure {
  /// The figure's table as one of a sheet, with markers of notes behind what they belong to.
  func sheetTable(name: String, numbers: NumberFormat) -> SheetTable {
    sheetTable(
      name: name, labels: rows.map(markedLabel),
      columns: columns.indices.map { sheetColumn($0, numbers: numbers) }
    ) { cell, role in
      entry(for: cell, role: role, numbers: numbers)
    }
  }

  /// The figure's table for readers of the screen: markers only in labels and headers, shorthand in
  /// square brackets for a missing number.
  func publishedTable(name: String, numbers: NumberFormat) -> SheetTable {
    let labels = zip(rows, cells).map { row, cells in
      row.label + markers(Set(row.notes + cells.flatMap(\.notes)).sorted())
    }
    return sheetTable(
      name: name, labels: labels, columns: columns.indices.map { sheetColumn($0, numbers: numbers) }
    ) { cell, role in
      let style = CellStyle(role: role, alignment: .right)
      guard cell.value.fraction == nil else {
        return entry(for: cell.withoutNotes, role: role, numbers: numbers)
      }
      return .text(cell.value.shorthand, style)
    }
  }

  /// A column of the figure as a column of a sheet, wide enough for its numbers.
  func sheetColumn(_ index: Int, numbers: NumberFormat) -> SheetTable.Column {
    let texts = cells.map {
      numbers.text($0[index].value, style: $0[index].style) + markers($0[index].notes)
    }
    let header = markedLabel(of: columns[index])
    return SheetTable.Column(
      header: header, alignment: .right, width: ColumnWidth.numbers(texts, header: header))
  }

  /// A cell of the figure as one of a sheet: a number with its format, or a text at the right.
  func entry(for cell: Cell, role: CellStyle.Role, numbers: NumberFormat) -> SheetTable.Entry {
    let markers = markers(cell.notes)
    if let number = CellFormat.number(cell.value, style: cell.style) {
      let format = CellFormat.code(for: cell.value, style: cell.style, markers: markers)
      return .number(number, CellStyle(role: role, alignment: .right, numberFormat: format))
    }
    let format = CellFormat.textCode(markers: markers)
    return .text(
      numbers.text(cell.value, style: cell.style),
      CellStyle(role: role, alignment: .right, numberFormat: format))
  }

  private func sheetTable(
    name: String, labels: [String], columns: [SheetTable.Column],
    entry: (Cell, CellStyle.Role) -> SheetTable.Entry
  ) -> SheetTable {
    let first = SheetTable.Column(
      header: rowTitle, alignment: .left, width: ColumnWidth.labels(labels, header: rowTitle))
    let entries = rows.indices.map { index in
      let role = rows[index].isTotal ? CellStyle.Role.total : .body
      return [SheetTable.Entry.text(labels[index], CellStyle(role: role, wraps: true))]
        + cells[index].map { entry($0, role) }
    }
    return SheetTable(name: name, columns: [first] + columns, rows: entries)
  }
}

extension Cell {
  /// The cell without markers.
  fileprivate var withoutNotes: Cell {
    Cell(value: value, style: style, source: source, unit: unit, status: status)
  }
}

extension CellValue {
  /// The shorthand of official statistics for a missing number.
  fileprivate var shorthand: String {
    switch self {
    case .count, .millionths, .share, .average, .change: ""
    case .notAvailable: "[x]"
    case .notApplicable: "[z]"
    case .suppressed: "[c]"
    case .withheld: "[w]"
    }
  }
}
