import Reports

/// The exact value behind a printed one, in words: a percentage with the counts that it is of.
struct ExactText {
  let report: Report

  /// Percents with two decimals, as `16,02%`.
  private static let percent = NumberStyle(decimals: 2, isPercent: true)

  /// The text; empty for a number that is printed exactly, and for a cell without one.
  func text(_ cell: Cell) -> String {
    // A printed percentage of an earlier report is all that is known of it.
    guard cell.value.fraction != nil, cell.source != .register else { return "" }
    switch cell.value {
    case .share(let part, let whole):
      return words(.exactShare, value(cell, ExactText.percent), [("part", part), ("whole", whole)])
    case .change(let before, let now):
      let style = NumberStyle(decimals: 2, isPercent: true, showsPlus: true)
      return words(.exactChange, value(cell, style), [("before", before), ("now", now)])
    case .average(let total, let divisor):
      let style = NumberStyle(decimals: 3, isPercent: cell.style.isPercent)
      return words(.exactAverage, value(cell, style), [("part", total), ("whole", divisor)])
    case .count, .millionths, .notAvailable, .notApplicable, .suppressed, .withheld: return ""
    }
  }

  private func value(_ cell: Cell, _ style: NumberStyle) -> String {
    report.numbers.text(cell.value, style: style)
  }

  private func words(
    _ word: ReportWord, _ value: String, _ counts: [(name: String, count: Int)]
  ) -> String {
    guard report.words.has(word) else { return "" }
    var values = ["value": value]
    for (name, count) in counts {
      values[name] = report.numbers.text(.count(count), style: .count)
    }
    return report.words(word, values)
  }
}
