internal import Findings
internal import Indicators

/// Fills sentences with the cells of the figures.
///
/// A sentence of which a number is not available, hidden or not comparable is not printed; a
/// finding says so.
struct SentenceBuilder {
  /// The period.
  let period: ReportingPeriod

  /// How numbers are written.
  let numbers: NumberFormat

  /// The words of the language.
  let words: ReportWords

  /// The figures by id.
  let figures: [String: Figure]

  /// The sentences that could not be printed.
  private(set) var findings: [Finding] = []

  init(
    period: ReportingPeriod, numbers: NumberFormat, words: ReportWords, figures: [String: Figure]
  ) {
    self.period = period
    self.numbers = numbers
    self.words = words
    self.figures = figures
  }

  /// The sentence, or nil when it cannot be printed.
  mutating func sentence(_ definition: SentenceDefinition) -> String? {
    var bound: [String: BoundValue] = [:]
    for (name, binding) in definition.bindings.sorted(by: { $0.key < $1.key }) {
      guard let value = value(of: binding) else {
        leaveOut(definition, because: "'\(name)' has no number to print")
        return nil
      }
      bound[name] = value
    }
    let isUnchanged = bound.values.contains(where: \.isUnchanged)
    let template = (isUnchanged ? definition.unchangedTemplate : nil) ?? definition.template
    guard let text = filled(PeriodText(period: period).filled(template), with: bound) else {
      leaveOut(definition, because: "a form in it does not fit its value")
      return nil
    }
    return text
  }

  private mutating func leaveOut(_ definition: SentenceDefinition, because reason: String) {
    findings.append(
      Finding(
        .note, rule: "sentence-left-out", at: definition.location,
        "sentence '\(definition.id)' is not printed for \(period.id): \(reason)",
        fix: "none if the number is expected to be missing"))
  }

  private func filled(_ template: String, with bound: [String: BoundValue]) -> String? {
    var text = ""
    for part in SentenceTemplate(template).parts {
      switch part {
      case .words(let words): text += words
      case .placeholder(let name, let form, let choices):
        guard let words = bound[name]?.text(form, choices, numbers, words) else { return nil }
        text += words
      }
    }
    return text
  }

  private func value(of binding: SentenceBinding) -> BoundValue? {
    switch binding {
    case .cell(let reference):
      return cell(reference).flatMap { $0.value.fraction == nil ? nil : .cell($0) }
    case .change(let reference):
      return change(of: reference.row, in: reference.figure).map(BoundValue.change)
    case .ranking(let ranking):
      let ranked = RowRanking(ranking).rows(of: candidates(ranking))
      return ranked.isEmpty ? nil : .ranking(ranked)
    }
  }

  private func cell(_ reference: CellReference) -> Cell? {
    let text = PeriodText(period: period)
    let column = reference.column.map(text.filled) ?? String(period.year)
    return figures[reference.figure]?.cell(
      CellReference(figure: reference.figure, row: reference.row, column: column))
  }

  private func change(of row: String, in figure: String) -> CellValue? {
    func count(_ year: Int) -> Int? {
      let reference = CellReference(figure: figure, row: row, column: String(year))
      guard case .count(let count)? = cell(reference)?.value else { return nil }
      return count
    }
    guard let before = count(period.year - 1), let now = count(period.year), before != 0 else {
      return nil
    }
    return .change(from: before, to: now)
  }

  private func candidates(_ ranking: Ranking) -> [RowRanking.Row] {
    let rows = figures[ranking.figure]?.rows ?? []
    return rows.compactMap { row in
      guard !row.isTotal, !ranking.excluded.contains(row.label) else { return nil }
      let cell = cell(
        CellReference(figure: ranking.figure, row: row.label, column: ranking.column))
      let value =
        ranking.column == nil ? change(of: row.label, in: ranking.figure) : cell?.value
      guard let value, value.fraction != nil else { return nil }
      let style = ranking.column == nil ? NumberStyle.percent : cell?.style ?? .count
      return RowRanking.Row(label: row.label, value: value, style: style)
    }
  }
}
