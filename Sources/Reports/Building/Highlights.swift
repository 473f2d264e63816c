internal import Indicators

/// What moved most among the key figures, in sentences of the report's language.
struct Highlights {
  /// How numbers are written.
  let numbers: NumberFormat

  /// The words of the language.
  let words: ReportWords

  /// How many changes are told.
  private static let count = 5

  /// The largest changes in percents, up or down; equal ones in the order of the figure. Those that
  /// are printed as no change are left out.
  func sentences(about figure: Figure) -> [String] {
    guard let column = figure.columns.firstIndex(where: { $0.kind == .change }) else { return [] }
    let changes = zip(figure.rows, figure.cells).compactMap { row, cells in
      Change(label: row.label, value: cells[column].value)
    }
    // The sort is stable.
    let names = figure.columns[column].compares
    return changes.filter { $0.percents != 0 }.sorted { $0.isLarger(than: $1) }
      .prefix(Highlights.count).map { sentence($0, names) }
  }

  private func sentence(_ change: Change, _ names: [String]) -> String {
    words(
      .moved,
      [
        "label": change.label,
        "verb": words(change.percents > 0 ? .riseVerb : .fallVerb),
        "change": numbers.text(.count(abs(change.percents)), style: .percent),
        "before": numbers.text(.count(change.before), style: .count),
        "value": numbers.text(.count(change.now), style: .count),
        "year": names.last ?? "", "earlier": names.first ?? "",
      ])
  }

  private struct Change {
    let label: String
    let before: Int
    let now: Int
    let percents: Int

    init?(label: String, value: CellValue) {
      guard case .change(let before, let now) = value, let fraction = value.fraction else {
        return nil
      }
      self.label = label
      self.before = before
      self.now = now
      percents = Int(
        clamping: Decimals.rounded(fraction.numerator, over: fraction.denominator, places: 0))
    }

    /// Whether it is larger as a part of where it began, exactly.
    func isLarger(than other: Change) -> Bool {
      Int128((now - before).magnitude) * Int128(other.before)
        > Int128((other.now - other.before).magnitude) * Int128(before)
    }
  }
}
