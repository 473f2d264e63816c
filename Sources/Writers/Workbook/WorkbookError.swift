/// Why a workbook could not be written.
public enum WorkbookError: Error, Sendable, Hashable {
  /// No place for the workbook could be made in memory or in the temporary folder; `code` is that
  /// of the system.
  case noStorage(code: Int32)

  /// The library reported an error while it did what `action` names.
  case library(code: Int, message: String, action: String)

  /// The library refused a sheet or a chart without saying why.
  case refused(action: String)

  /// A text is longer than a cell can hold.
  case textTooLong(sheet: String, length: Int, limit: Int)

  /// A table has more rows or columns than a sheet.
  case tableTooLarge(sheet: String, rows: Int, columns: Int)
}

extension WorkbookError: CustomStringConvertible {
  /// What went wrong, in lower case without a period.
  public var description: String {
    switch self {
    case .noStorage(let code):
      "no place for the workbook in memory or in the temporary folder (system error \(code))"
    case .library(let code, let message, let action):
      "the workbook library could not \(action): \(message) (error \(code))"
    case .refused(let action):
      "the workbook library refused to \(action)"
    case .textTooLong(let sheet, let length, let limit):
      "a text on sheet '\(sheet)' has \(length) characters, expected at most \(limit)"
    case .tableTooLarge(let sheet, let rows, let columns):
      "the table on sheet '\(sheet)' has \(rows) rows and \(columns) columns, expected at most"
        + " 1048576 and 16384 with its headings"
    }
  }
}
