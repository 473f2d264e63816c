import CXlsxWriter

/// A table on a sheet, marked up as one for Excel and for readers of the screen.
struct SheetTable {
  /// One column.
  struct Column {
    let header: String
    let alignment: CellStyle.Alignment
    let width: Double
  }

  /// What stands in one cell of a row.
  enum Entry {
    case text(String, CellStyle)
    case number(Double, CellStyle)
    case link(String, sheet: String)
  }

  /// The table's name in the workbook.
  let name: String
  let columns: [Column]
  let rows: [[Entry]]

  /// The least height of a row, in pixels.
  var rowHeight = 20.0

  /// The width of all columns in pixels.
  var width: Double { columns.reduce(0) { $0 + $1.width } }

  /// Writes the table with its header in `row`. Returns the row after it.
  ///
  /// Printed pages repeat one header: that of the first table of a sheet.
  func write(
    to sheet: Sheet, row top: Int, isFirst: Bool = true
  ) throws(WorkbookError) -> Int {
    guard top + rows.count < 1_048_576, columns.count <= 16_384 else {
      throw .tableTooLarge(sheet: sheet.name, rows: rows.count, columns: columns.count)
    }
    let headers = uniqueHeaders
    try markUp(sheet, top: top, headers: headers)
    let lines = zip(headers, columns).map { TextWidth.lines($0, width: $1.width - 12, bold: true) }
    try sheet.setHeight(lines: lines.map(\.count).max() ?? 1, row: top)
    for (index, entries) in rows.enumerated() {
      try write(entries, to: sheet, row: top + 1 + index)
    }
    if isFirst { try keepHeader(of: sheet, row: top) }
    try allowNumbersAsText(on: sheet, top: top)
    return top + 1 + max(rows.count, 1)
  }

  /// Repeats the header on every printed page.
  private func keepHeader(of sheet: Sheet, row top: Int) throws(WorkbookError) {
    let header = lxw_row_t(top)
    try sheet.file.check(
      worksheet_repeat_rows(sheet.worksheet, header, header),
      "repeat the headers of sheet '\(sheet.name)'")
  }

  /// Years and ages in labels are text on purpose. The range is that of the whole sheet so far.
  private func allowNumbersAsText(on sheet: Sheet, top: Int) throws(WorkbookError) {
    let last = Sheet.plainReference(row: top + max(rows.count, 1), column: columns.count - 1)
    try sheet.file.check(
      worksheet_ignore_errors(
        sheet.worksheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:\(last)"),
      "set what Excel need not check on sheet '\(sheet.name)'")
  }

  /// Sets the widths of the sheet's columns to those of the table.
  func setWidths(of sheet: Sheet) throws(WorkbookError) {
    for (index, column) in columns.enumerated() {
      try sheet.setWidth(column.width, column: index)
    }
  }

  /// The table with columns at least as wide as those of another one above it.
  func widened(to other: SheetTable) -> SheetTable {
    let columns = columns.enumerated().map { index, column in
      let width = other.columns.indices.contains(index) ? other.columns[index].width : 0
      return Column(
        header: column.header, alignment: column.alignment, width: max(column.width, width))
    }
    return SheetTable(name: name, columns: columns, rows: rows)
  }

  /// Excel wants headers that differ by more than case, and none that is empty.
  private var uniqueHeaders: [String] {
    var seen: Set<String> = []
    return columns.map { column in
      let header = CellText.cleaned(column.header.singleLine)
      let base = header.isEmpty ? "-" : header
      var candidate = base
      var number = 2
      while !seen.insert(candidate.lowercased()).inserted {
        candidate = "\(base) (\(number))"
        number += 1
      }
      return candidate
    }
  }

  private func markUp(_ sheet: Sheet, top: Int, headers: [String]) throws(WorkbookError) {
    let strings = sheet.file.strings
    var settings: [UnsafeMutablePointer<lxw_table_column>?] = []
    defer { for setting in settings { setting?.deallocate() } }
    for (header, column) in zip(headers, columns) {
      let setting = UnsafeMutablePointer<lxw_table_column>.allocate(capacity: 1)
      setting.initialize(to: lxw_table_column())
      settings.append(setting)
      setting.pointee.header = strings.pointer(CellText.withEscapedCodes(header))
      setting.pointee.header_format = try sheet.file.format(headerStyle(of: column))
    }
    settings.append(nil)
    let last = (row: top + max(rows.count, 1), column: columns.count - 1)
    let code = settings.withUnsafeMutableBufferPointer { settings in
      var options = lxw_table_options()
      options.name = strings.pointer(name)
      options.no_autofilter = 1
      options.no_banded_rows = 1
      options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
      options.columns = settings.baseAddress
      return worksheet_add_table(
        sheet.worksheet, lxw_row_t(top), 0, lxw_row_t(last.row), lxw_col_t(last.column), &options)
    }
    try sheet.file.check(code, "mark up the table of sheet '\(sheet.name)'")
    // The library has written the escaped headers into the cells too, and escapes those itself.
    for (index, header) in headers.enumerated() where header.contains("_x") {
      try sheet.write(header, row: top, column: index, style: headerStyle(of: columns[index]))
    }
  }

  private func headerStyle(of column: Column) -> CellStyle {
    CellStyle(role: .header, alignment: column.alignment, wraps: true)
  }

  private func write(_ entries: [Entry], to sheet: Sheet, row: Int) throws(WorkbookError) {
    var lines = 1
    for (column, entry) in entries.enumerated() {
      switch entry {
      case .text("", let style) where style.role == .groupStart:
        try sheet.fill(row: row, columns: column..<column + 1, style: style)
      case .text(let text, let style):
        try sheet.write(text, row: row, column: column, style: style)
        let width = columns[column].width - 12
        if style.wraps { lines = max(lines, TextWidth.lines(text, width: width).count) }
      case .number(let number, let style):
        try sheet.write(number, row: row, column: column, style: style)
      case .link(let text, let target):
        try sheet.writeLink(text, to: target, row: row, column: column)
      }
    }
    try sheet.setHeight(pixels: max(Double(lines) * 20, rowHeight), row: row)
  }
}
