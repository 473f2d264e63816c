/// A table in Markdown.
struct MarkdownTable {
  /// One column's header, escaped.
  struct Column {
    let header: String
    let isNumber: Bool
  }

  /// The columns, from left to right.
  let columns: [Column]

  /// The rows, escaped, with one text per column.
  let rows: [[String]]

  /// The lines of the table.
  var lines: [String] {
    [line(columns.map(\.header)), line(columns.map { $0.isNumber ? "--:" : ":--" })]
      + rows.map(line)
  }

  private func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }
}
