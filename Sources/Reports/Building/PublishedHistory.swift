internal import Findings
internal import Indicators
internal import Register

/// What the figures must say about themselves: percentages of too small a whole, series that break,
/// and numbers that were published otherwise.
struct PublishedHistory {
  /// The report.
  let report: ReportDefinition

  /// The period.
  let period: ReportingPeriod

  /// What was published.
  let register: Register

  /// What is declared about it.
  let history: SeriesHistory

  /// The indicators.
  let catalog: IndicatorCatalog

  /// What came of it.
  struct Outcome {
    /// The figures with their breaks and restatements, by id.
    var figures: [String: Figure] = [:]

    /// The restatements, in the order of the report.
    var restatements: [Restatement] = []

    /// Restatements without a reason, publications that disagree, and figures without numbers.
    var findings: [Finding] = []
  }

  /// Marks the figures.
  func applied(to figures: [String: Figure]) -> Outcome {
    let definitions = Dictionary(report.figures.map { ($0.id, $0) }) { first, _ in first }
    let declared = DeclaredRows(
      definitions: definitions, text: PeriodText(period: period, calendar: report.calendar))
    let breaks = SeriesBreaks(history: history, declared: declared, period: period)
    let changes = ChangesOverBreaks(history: history, declared: declared, period: period)
    let bases = SmallBases(catalog: catalog, figures: declared, report: report)
    var restatements = Restatements(
      report: report, period: period, register: register, history: history)
    var outcome = Outcome(figures: figures)
    for id in report.figures.map(\.id) {
      guard let figure = figures[id] else { continue }
      outcome.figures[id] = restatements.applied(
        to: changes.applied(to: breaks.applied(to: bases.applied(to: figure))))
    }
    outcome.restatements = restatements.list
    outcome.findings =
      restatements.findings
      + MissingFigures(report: report, period: period).findings(outcome.figures)
      + EmptyFigures(report: report, period: period).findings(outcome.figures)
    return outcome
  }
}
