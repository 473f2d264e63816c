/// Holds printed cells against those that the exports give.
struct ExportsCheck {
  /// The print.
  let print: PrintedReport

  /// What the exports give.
  let computed: CellTable

  /// The computed number of a place, rounded as it was printed; nil when there is none.
  func quantity(for cell: TableCell) -> Quantity? {
    guard let other = computed[cell.place], let quantity = other.quantity else { return nil }
    return quantity.rounded(to: cell.quantity == nil ? other.decimals : cell.decimals)
  }

  /// What differs; `checked` counts what was held against each other.
  func discrepancies(checked: inout Int) -> [Discrepancy] {
    var found: [Discrepancy] = []
    for cell in print.table.cells {
      guard let ours = computed[cell.place] else { continue }
      guard let printed = cell.quantity else {
        if cell.isDash, ours.quantity != nil { found.append(difference(cell, "-", ours.text)) }
        continue
      }
      checked += 1
      guard let quantity = quantity(for: cell) else {
        found.append(difference(cell, cell.text, "no number"))
        continue
      }
      if quantity != printed {
        found.append(difference(cell, cell.text, quantity.text(places: cell.decimals)))
      }
    }
    return found
  }

  private func difference(_ cell: TableCell, _ printed: String, _ given: String) -> Discrepancy {
    var found = Discrepancy(
      kind: .exports, place: cell.place, sentence: "", printed: printed, expected: given,
      message: "printed \(printed), but the exports give \(given)", file: print.file,
      line: cell.line)
    found.computed = given
    return found
  }
}
