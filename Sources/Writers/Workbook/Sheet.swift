import CXlsxWriter

/// A sheet of an open workbook; rows and columns start at 0.
struct Sheet {
  /// The name, as on its tab.
  let name: String

  let worksheet: UnsafeMutablePointer<lxw_worksheet>
  let file: WorkbookFile

  /// Writes a text, never a formula. Empty text leaves the cell alone.
  func write(
    _ text: String, row: Int, column: Int, style: CellStyle = CellStyle()
  ) throws(WorkbookError) {
    guard !text.isEmpty else { return }
    let cleaned = try checked(text)
    try check(
      worksheet_write_string(
        worksheet, lxw_row_t(row), lxw_col_t(column), cleaned, try file.format(style)), row, column)
  }

  /// Writes a number, which is finite.
  func write(
    _ number: Double, row: Int, column: Int, style: CellStyle
  ) throws(WorkbookError) {
    precondition(number.isFinite, "cells hold exact fractions, whose divisor is not zero")
    // Excel shows a negative zero as -0.
    let value = number == 0 ? 0 : number
    try check(
      worksheet_write_number(
        worksheet, lxw_row_t(row), lxw_col_t(column), value, try file.format(style)), row, column)
  }

  /// Gives empty cells of a row a look.
  func fill(row: Int, columns: Range<Int>, style: CellStyle) throws(WorkbookError) {
    for column in columns {
      try check(
        worksheet_write_blank(
          worksheet, lxw_row_t(row), lxw_col_t(column), try file.format(style)), row, column)
    }
  }

  /// Writes a link to the first cell of another sheet.
  func writeLink(
    _ text: String, to sheet: String, row: Int, column: Int
  ) throws(WorkbookError) {
    let target = "internal:\(Sheet.quoted(sheet))!A1"
    try check(
      worksheet_write_url_opt(
        worksheet, lxw_row_t(row), lxw_col_t(column), target,
        try file.format(CellStyle(role: .link)), try checked(text), nil), row, column)
  }

  /// Writes a text over as many rows as it needs to be no wider than `width`, since text in one
  /// cell wraps only within its column. Returns the row after it.
  func writeLines(
    _ text: String, row: Int, column: Int = 0, width: Double, style: CellStyle = CellStyle()
  ) throws(WorkbookError) -> Int {
    var row = row
    for line in TextWidth.lines(text.singleLine, width: width) {
      try write(line, row: row, column: column, style: style)
      row += 1
    }
    return row
  }

  /// Sets the width of a column in pixels.
  func setWidth(_ pixels: Double, column: Int) throws(WorkbookError) {
    try file.check(
      worksheet_set_column_pixels(
        worksheet, lxw_col_t(column), lxw_col_t(column), UInt32(pixels.rounded(.up)), nil),
      "set the width of a column of sheet '\(name)'")
  }

  /// Sets the height of a row in lines of text.
  func setHeight(lines: Int, row: Int) throws(WorkbookError) {
    try setHeight(pixels: Double(lines) * 20, row: row)
  }

  /// Sets the height of a row in pixels; 20 is what it has.
  func setHeight(pixels: Double, row: Int) throws(WorkbookError) {
    guard pixels > 20 else { return }
    try file.check(
      worksheet_set_row_pixels(worksheet, lxw_row_t(row), UInt32(pixels), nil),
      "set the height of row \(row + 1) of sheet '\(name)'")
  }

  /// Sets the sheet up for A4, landscape, as wide as the page, with a footer unless it is empty.
  func setUpPage(footer: String) throws(WorkbookError) {
    worksheet_set_paper(worksheet, 9)
    worksheet_set_landscape(worksheet)
    worksheet_fit_to_pages(worksheet, 1, 0)
    worksheet_set_margins(worksheet, 0.4, 0.4, 0.5, 0.6)
    worksheet_gridlines(worksheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    guard !footer.isEmpty else { return }
    let title = CellText.cleaned(String(footer.singleLine.prefix(100)))
      .split(separator: "&", omittingEmptySubsequences: false).joined(separator: "&&")
    try file.check(
      worksheet_set_footer(worksheet, "&L\(title)&C&A&R&P / &N"),
      "set the footer of sheet '\(name)'")
  }

  /// The name as formulas and links write it.
  static func quoted(_ name: String) -> String {
    "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// The name of a cell with fixed row and column, for example `$B$6`.
  static func reference(row: Int, column: Int) -> String {
    "$\(letters(of: column))$\(row + 1)"
  }

  /// The name of a cell, for example `B6`.
  static func plainReference(row: Int, column: Int) -> String {
    "\(letters(of: column))\(row + 1)"
  }

  private static func letters(of column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      let letter = UnicodeScalar(UInt8(65 + (rest - 1) % 26))
      letters = String(Character(letter)) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  private func checked(_ text: String) throws(WorkbookError) -> String {
    let cleaned = CellText.cleaned(text)
    let length = cleaned.utf16.count
    guard length <= CellText.limit else {
      throw .textTooLong(sheet: name, length: length, limit: CellText.limit)
    }
    return cleaned
  }

  private func check(_ code: lxw_error, _ row: Int, _ column: Int) throws(WorkbookError) {
    try file.check(
      code, "write \(Sheet.reference(row: row, column: column)) of sheet '\(name)'")
  }
}
