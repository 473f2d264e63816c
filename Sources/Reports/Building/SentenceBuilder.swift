internal import Findings
internal import Indicators

/// Fills sentences with the cells of the figures.
///
/// A sentence of which a number is not available, hidden or not comparable is not printed; a
/// finding says so.
struct SentenceBuilder {
  /// The period.
  let period: ReportingPeriod

  /// How periods are named.
  let calendar: PeriodCalendar

  /// How numbers are written.
  let numbers: NumberFormat

  /// The words of the language.
  let words: ReportWords

  /// The figures by id.
  let figures: [String: Figure]

  /// The sentences that could not be printed.
  private(set) var findings: [Finding] = []

  init(_ report: ReportDefinition, period: ReportingPeriod, figures: [String: Figure]) {
    self.period = period
    calendar = report.calendar
    numbers = report.numbers
    words = report.words
    self.figures = figures
  }

  /// The sentence, or nil when it cannot be printed.
  mutating func sentence(_ definition: SentenceDefinition) -> String? {
    let printed = definition.template + (definition.unchangedTemplate ?? "")
    var bound: [String: BoundValue] = [:]
    for (name, binding) in definition.bindings.sorted(by: { $0.key < $1.key }) {
      guard let value = value(of: binding, named: name, in: printed) else {
        leaveOut(definition, because: "'\(name)' has no number to print")
        return nil
      }
      bound[name] = value
    }
    let isUnchanged = bound.values.contains(where: \.isUnchanged)
    let template = (isUnchanged ? definition.unchangedTemplate : nil) ?? definition.template
    guard
      let text = filled(
        PeriodText(period: period, calendar: calendar).filled(template), with: bound)
    else {
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

  private func value(
    of binding: SentenceBinding, named name: String, in template: String
  ) -> BoundValue? {
    switch binding {
    case .cell(let reference):
      return cell(reference).flatMap { $0.value.fraction == nil ? nil : .cell($0) }
    case .change(let reference):
      guard case .number(let value) = change(reference) else { return nil }
      return .change(value, byDifference: template.contains("{\(name).absolute}"))
    case .ranking(let ranking):
      guard let candidates = candidates(ranking) else { return nil }
      let ranked = RowRanking(ranking).rows(of: candidates)
      return ranked.isEmpty ? nil : .ranking(ranked)
    }
  }

  private func cell(_ reference: CellReference, in year: ReportingPeriod? = nil) -> Cell? {
    let text = PeriodText(period: year ?? period, calendar: calendar)
    return figures[reference.figure]?.cell(
      CellReference(
        figure: reference.figure, row: text.filled(reference.row),
        column: text.filled(reference.column ?? period.columnTemplate)))
  }
}

extension SentenceBuilder {
  /// A number to compare, or why there is none.
  private enum Compared {
    /// A number.
    case number(CellValue)

    /// There is nothing to compare: what does not exist, or a change from zero.
    case nothing

    /// There should be a number, but it is not available.
    case missing
  }

  private func compared(_ cell: Cell?) -> Compared {
    guard let cell else { return .missing }
    if cell.value.fraction != nil { return .number(cell.value) }
    let isPrintedDash = cell.source == .register && cell.value == .notAvailable
    return cell.value == .notApplicable || isPrintedDash ? .nothing : .missing
  }

  /// The change of a cell against the same one of the year before.
  private func change(_ reference: CellReference) -> Compared {
    // A column that is not named after the period has no other one to be compared with.
    guard reference.column.map(isNamedAfterPeriod) ?? true,
      let lastYear = period.inYear(period.year - 1),
      !isBroken(reference)
    else { return .missing }
    switch (compared(cell(reference, in: lastYear)), compared(cell(reference))) {
    case (.number(.count(let before)), .number(.count(let now))):
      let value = CellValue.change(from: before, to: now)
      return before > 0 && value.fraction != nil ? .number(value) : .nothing
    case (.nothing, _), (_, .nothing): return .nothing
    default: return .missing
    }
  }

  private func isNamedAfterPeriod(_ column: String) -> Bool {
    ["{year", "{period"].contains { column.contains($0) }
  }

  /// Whether the series of a row breaks between the two years.
  private func isBroken(_ reference: CellReference) -> Bool {
    let row = PeriodText(period: period, calendar: calendar).filled(reference.row)
    return figures[reference.figure]?.breaks.contains {
      $0.separates(row, period.year - 1, period.year)
    } ?? false
  }

  /// The rows that are ranked; nil when a number is missing, so that nobody knows which is first.
  private func candidates(_ ranking: Ranking) -> [RowRanking.Row]? {
    var candidates: [RowRanking.Row] = []
    for row in figures[ranking.figure]?.rows ?? [] {
      guard !row.isTotal, !ranking.excluded.contains(row.label) else { continue }
      let reference = CellReference(
        figure: ranking.figure, row: row.label, column: ranking.column)
      let isChange = ranking.column == nil
      switch isChange ? change(reference) : compared(cell(reference)) {
      case .number(let value):
        let style = isChange ? NumberStyle.percent : cell(reference)?.style ?? .count
        candidates.append(RowRanking.Row(label: row.label, value: value, style: style))
      case .nothing: continue
      case .missing: return nil
      }
    }
    return candidates
  }
}
