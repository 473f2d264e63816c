/// A workbook with the places of the cells on its sheets.
public struct WrittenWorkbook: Sendable, Hashable {
  /// The bytes of the `.xlsx` file.
  public let bytes: [UInt8]

  /// Where the cells of figures stand, in the order in which they were written.
  public let ranges: [CellRange]
}

/// Where the cells of a figure stand on a sheet; rows and columns start at 0.
public struct CellRange: Sendable, Hashable {
  /// The name of the sheet, as on its tab.
  public let sheet: String

  /// The id of the figure.
  public let figure: String

  /// The sheet's row with the first of the figure's rows; the others follow.
  public let firstRow: Int

  /// The number of the figure's rows.
  public let rows: Int

  /// The figure's columns by those of the sheet. On a sheet that shows the figure in short they are
  /// not all of them.
  public let columns: [Int: Int]

  /// The first of the figure's rows that stand here.
  public let figureRow: Int

  init(
    sheet: String, figure: String, firstRow: Int, rows: Int, columns: [Int: Int],
    figureRow: Int = 0
  ) {
    self.sheet = sheet
    self.figure = figure
    self.firstRow = firstRow
    self.rows = rows
    self.columns = columns
    self.figureRow = figureRow
  }

  /// The row and column in the figure of a cell on the sheet; nil where the sheet has no cell of the
  /// figure.
  public func cell(row: Int, column: Int) -> (row: Int, column: Int)? {
    guard (firstRow..<firstRow + rows).contains(row), let found = columns[column] else {
      return nil
    }
    return (row - firstRow + figureRow, found)
  }

  /// The first and the last cell, for example `B6 to G12`.
  public var description: String {
    let used = columns.keys.sorted()
    guard let first = used.first, let last = used.last else { return "" }
    return Sheet.plainReference(row: firstRow, column: first) + " to "
      + Sheet.plainReference(row: firstRow + rows - 1, column: last)
  }
}
