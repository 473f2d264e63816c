/// Holds printed changes against the numbers of the years.
struct GrowthCheck {
  /// Finds the cells.
  let resolution: TermResolution

  /// The file of the print.
  let file: String

  /// What does not hold; `checked` counts what was held against each other.
  func discrepancies(
    _ growth: PrintedGrowth, because: String?, checked: inout Int
  ) -> [Discrepancy] {
    let terms = [growth.change, growth.earlier, growth.later]
    return resolution.instances(of: terms).compactMap { instance in
      guard
        let cell = resolution.cells(growth.change, instance, percents: !growth.isDifference).first,
        let printed = cell.quantity, let earlier = resolution.sum(growth.earlier, instance),
        let later = resolution.sum(growth.later, instance),
        let change = growth.isDifference ? later - earlier : earlier.change(to: later)
      else { return nil }
      checked += 1
      let expected = (growth.hasNoSign ? change.magnitude : change).rounded(to: cell.decimals)
      guard printed != expected else { return nil }
      let unit = growth.isDifference ? "" : "%"
      var found = Discrepancy(
        kind: .growth, place: cell.place, sentence: "", printed: cell.text + unit,
        expected: expected.text() + unit,
        message: "printed \(cell.text)\(unit), but from \(earlier.text()) to \(later.text()) is "
          + "\(change.text())\(unit)",
        file: file, line: cell.line)
      found.explanation = because
      return found
    }
  }
}
