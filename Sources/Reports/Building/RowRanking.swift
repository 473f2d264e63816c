/// Picks the rows of a figure that stand out.
struct RowRanking {
  private let ranking: Ranking

  init(_ ranking: Ranking) {
    self.ranking = ranking
  }

  /// A row that can be compared.
  struct Row: Hashable {
    /// The label.
    let label: String

    /// The value, which has a number.
    let value: CellValue

    /// How the value is printed.
    let style: NumberStyle
  }

  /// The first rows in order of value, with all that tie with the last of them.
  func rows(of candidates: [Row]) -> [Row] {
    guard ranking.count > 0 else { return [] }
    // The sort is stable: rows with equal values stay in the order of the figure.
    let sorted = candidates.sorted { left, right in
      ranking.isLowest ? isLess(left, right) : isLess(right, left)
    }
    guard sorted.count > ranking.count else { return sorted }
    let last = sorted[ranking.count - 1]
    return sorted.enumerated().filter { index, row in
      index < ranking.count || (!isLess(row, last) && !isLess(last, row))
    }.map(\.element)
  }

  private func isLess(_ left: Row, _ right: Row) -> Bool {
    guard let left = left.value.fraction, let right = right.value.fraction else { return false }
    return Int128(left.numerator) * Int128(right.denominator)
      < Int128(right.numerator) * Int128(left.denominator)
  }
}
