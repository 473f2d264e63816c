internal import Findings
internal import Indicators

/// Says which figures a period has no numbers for at all.
struct MissingFigures {
  /// The report.
  let report: ReportDefinition

  /// The period.
  let period: ReportingPeriod

  /// A note for each figure without any number, in the order of the report.
  func findings(_ figures: [String: Figure]) -> [Finding] {
    report.figures.compactMap { definition in
      guard let figure = figures[definition.id], isEmpty(figure) else { return nil }
      return Finding(
        .note, rule: "figure-without-numbers", at: definition.location,
        "figure '\(definition.id)' has no number for \(period.id)",
        fix: "deliver what it is computed from, or put earlier reports in the register"
      )
    }
  }

  private func isEmpty(_ figure: Figure) -> Bool {
    !figure.rows.isEmpty && !figure.columns.isEmpty
      && figure.cells.joined().allSatisfy {
        $0.value.fraction == nil && $0.value != .suppressed
      }
  }
}
