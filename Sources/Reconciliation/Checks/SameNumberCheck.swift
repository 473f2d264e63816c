/// Holds a number against the sum that it should be.
struct SameNumberCheck {
  /// Finds the cells.
  let resolution: TermResolution

  /// The file of the print.
  let file: String

  /// What does not hold; `confirmed` gets the places of those that do.
  func discrepancies(
    _ pair: SameNumber, isTotal: Bool, because: String?, confirmed: inout [CellPlace]
  ) -> [Discrepancy] {
    resolution.instances(of: [pair.left, pair.right]).compactMap { instance in
      let left = resolution.cells(pair.left, instance)
      guard let cell = left.first, let printed = resolution.sum(pair.left, instance),
        let expected = resolution.sum(pair.right, instance)
      else { return nil }
      guard printed != expected else {
        confirmed.append(cell.place)
        return nil
      }
      let parts = resolution.cells(pair.right, instance)
      var found = Discrepancy(
        kind: isTotal ? .total : .figures, place: cell.place, sentence: "",
        printed: printed.text(), expected: expected.text(),
        message: message(isTotal, printed, expected, parts, lower: pair.mayBeLower),
        file: file, line: cell.line)
      found.explanation = pair.mayBeLower && printed > expected ? nil : because
      found.heldAgainst = parts.map(\.place)
      return found
    }
  }

  private func message(
    _ isTotal: Bool, _ printed: Quantity, _ expected: Quantity, _ parts: [TableCell], lower: Bool
  ) -> String {
    if isTotal {
      let verb = lower ? "counts some only once in" : "is not the sum of"
      return "printed \(printed.text()) \(verb) its \(parts.count) parts, which add up to "
        + expected.text()
    }
    let other =
      parts.count == 1
      ? parts[0].place.description
      : "\(parts.count) cells of figure "
        + (parts.first?.place.figure ?? "")
    return "printed \(printed.text()), but \(other) \(parts.count == 1 ? "has" : "add up to") "
      + expected.text()
  }
}
