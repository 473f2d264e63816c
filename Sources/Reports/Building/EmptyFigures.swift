internal import Findings
internal import Indicators

/// Says which figures count nothing at all, as when a selection names the wrong member.
struct EmptyFigures {
  /// The report.
  let report: ReportDefinition

  /// The period.
  let period: ReportingPeriod

  /// A warning for each figure of which every number from the exports is a zero.
  func findings(_ figures: [String: Figure]) -> [Finding] {
    report.figures.compactMap { definition in
      guard let figure = figures[definition.id] else { return nil }
      // What is left blank is no zero.
      guard !figure.cells.joined().contains(where: { $0.value == .suppressed }) else { return nil }
      let counted = figure.cells.joined().filter { $0.source == .exports }
        .compactMap(\.value.fraction)
      guard !counted.isEmpty, counted.allSatisfy({ $0.numerator == 0 }) else { return nil }
      return Finding(
        .warning, rule: "empty-selection", at: definition.location,
        "every number of figure '\(definition.id)' is a counted 0 for \(period.id), expected "
          + "records that its indicators select",
        fix: "look at the selection of its indicators, and at the column it is about")
    }
  }
}
