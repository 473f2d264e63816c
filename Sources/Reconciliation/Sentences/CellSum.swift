/// A sum of cells in a claim: `row@column`, `row@column+column`, `row@column+row@column`, or with
/// `sum_of_regions` for the rows that are no totals.
struct CellSum {
  /// The table.
  let table: CellTable

  /// The figure.
  let figure: String

  /// The labels of totals.
  let totals: [String]

  private static let allRows = "sum_of_regions"

  /// The sum; nil when one of its cells has no number.
  func quantity(_ text: String, row: String? = nil) -> Quantity? {
    var current = row
    var sum = Quantity(0)
    for piece in pieces(of: text) {
      var column = piece
      if let at = piece.firstIndex(of: "@") {
        current = String(piece[..<at])
        column = String(piece[piece.index(after: at)...])
      }
      guard let current, let part = part(row: current, column: column) else { return nil }
      sum = sum + part
    }
    return sum
  }

  /// How often each part of a sum occurs in a claim.
  func pieces(of text: String) -> [String] {
    text.split(separator: "+").map(String.init)
  }

  private func part(row: String, column: String) -> Quantity? {
    guard let column = CellTable.label(column, among: table.columns(of: figure)) else { return nil }
    guard row == CellSum.allRows else {
      return CellTable.label(row, among: table.rows(of: figure))
        .flatMap { table.quantity(figure, $0, column) }
    }
    let parts = dataRows.compactMap { table.quantity(figure, $0, column) }
    return parts.isEmpty ? nil : parts.reduce(Quantity(0), +)
  }

  /// The rows that are no totals.
  var dataRows: [String] { table.rows(of: figure).filter { !totals.contains($0) } }

  /// The numbers of a column by row, without one row.
  func sum(ofColumn column: String, without row: String) -> Quantity? {
    guard let column = CellTable.label(column, among: table.columns(of: figure)) else { return nil }
    let parts = table.rows(of: figure).filter { $0 != row }
      .compactMap { table.quantity(figure, $0, column) }
    return parts.isEmpty ? nil : parts.reduce(Quantity(0), +)
  }
}
