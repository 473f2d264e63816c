/// A value of a sentence, ready to be put into words.
enum BoundValue {
  /// A cell with a number.
  case cell(Cell)

  /// A change, of the kind `CellValue.change`. Its direction is that of the whole percents that are
  /// printed, or of the difference where that is printed: a rise of 0% is no change, a rise of 3 is.
  case change(CellValue, byDifference: Bool)

  /// Rows in their order.
  case ranking([RowRanking.Row])

  /// Whether it is a change that is printed as no change.
  var isUnchanged: Bool {
    guard case .change(let value, let byDifference) = self else { return false }
    return direction(of: value, byDifference) == 0
  }

  /// The text for a placeholder's form; nil when the value has no such form.
  func text(
    _ form: String, _ choices: [String], _ numbers: NumberFormat, _ words: ReportWords
  ) -> String? {
    switch self {
    case .cell(let cell): text(of: cell, form, choices, numbers)
    case .change(let value, let byDifference):
      text(of: value, byDifference, form, numbers, words)
    case .ranking(let rows): text(of: rows, form, choices, numbers, words)
    }
  }

  private func text(
    of cell: Cell, _ form: String, _ choices: [String], _ numbers: NumberFormat
  ) -> String? {
    switch form {
    case "": numbers.text(cell.value, style: cell.style)
    case "word": choice(choices, isOne: cell.value.fraction?.numerator == 1)
    default: nil
    }
  }

  private func text(
    of change: CellValue, _ byDifference: Bool, _ form: String, _ numbers: NumberFormat,
    _ words: ReportWords
  ) -> String? {
    guard case .change(let from, let to) = change else { return nil }
    let percents = wholePercents(change)
    let direction = direction(of: change, byDifference)
    switch form {
    case "": return numbers.text(.count(abs(percents)), style: .percent)
    case "signed": return numbers.text(.count(percents), style: .percent)
    case "absolute": return numbers.text(.count(abs(to - from)), style: .count)
    case "verb": return word(direction, .riseVerb, .fallVerb, .sameVerb, words)
    case "participle":
      return word(direction, .riseParticiple, .fallParticiple, .sameParticiple, words)
    case "noun": return word(direction, .riseNoun, .fallNoun, .sameNoun, words)
    case "comparative": return words(to < from ? .fewer : .more)
    default: return nil
    }
  }

  private func text(
    of rows: [RowRanking.Row], _ form: String, _ choices: [String], _ numbers: NumberFormat,
    _ words: ReportWords
  ) -> String? {
    switch form {
    case "":
      rows.map { "\($0.label) (\(numbers.text($0.value, style: $0.style)))" }
        .listed(words(.and))
    case "labels": rows.map(\.label).listed(words(.and))
    case "value": rows.first.map { numbers.text($0.value, style: $0.style) }
    case "word": choice(choices, isOne: rows.count == 1)
    default: nil
    }
  }

  private func choice(_ choices: [String], isOne: Bool) -> String? {
    choices.count == 2 ? choices[isOne ? 0 : 1] : nil
  }

  private func word(
    _ direction: Int, _ rise: ReportWord, _ fall: ReportWord, _ same: ReportWord,
    _ words: ReportWords
  ) -> String {
    if direction == 0 { return words(same) }
    return words(direction > 0 ? rise : fall)
  }

  /// Negative for a fall, zero for no change, positive for a rise.
  private func direction(of value: CellValue, _ byDifference: Bool) -> Int {
    byDifference ? value.fraction?.numerator ?? 0 : wholePercents(value)
  }

  /// The percents as they are printed; zero for a value without a number, which is never bound.
  private func wholePercents(_ value: CellValue) -> Int {
    guard let (numerator, denominator) = value.fraction else { return 0 }
    return Int(clamping: Decimals.rounded(numerator, over: denominator, places: 0))
  }
}
