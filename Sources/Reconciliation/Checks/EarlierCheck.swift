internal import Register

/// Holds printed cells against what earlier reports printed for them.
struct EarlierCheck {
  /// The print.
  let print: PrintedReport

  /// The period of the print.
  let period: String

  /// What was published.
  let register: Register

  /// The cells of which an earlier report printed another number; its own note explains it.
  func discrepancies() -> [Discrepancy] {
    print.table.cells.flatMap { cell -> [Discrepancy] in
      guard let printed = cell.quantity else { return [] }
      let place = cell.place
      let earlier = register.publications(
        figure: place.figure, row: place.row, column: place.column
      ).filter { $0.period < period }
      return earlier.compactMap { publication in
        guard case .number(let mantissa, let decimals, _) = publication.value,
          let published = Quantity(
            Int128(mantissa), over: (0..<decimals).reduce(1) { scale, _ in scale * 10 }),
          published != printed
        else { return nil }
        var found = Discrepancy(
          kind: .earlier, place: place, sentence: "", printed: cell.text,
          expected: published.text(),
          message: "printed \(cell.text), but the report of \(publication.period) printed "
            + published.text(),
          file: print.file, line: cell.line)
        found.explanation = cell.note.isEmpty ? nil : cell.note
        return found
      }
    }
  }
}
