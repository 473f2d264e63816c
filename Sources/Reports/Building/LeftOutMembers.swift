internal import Findings
internal import Indicators

/// Says which members have numbers but no row or column in a figure that adds up a total.
struct LeftOutMembers {
  /// The report.
  let report: ReportDefinition

  /// The period.
  let period: ReportingPeriod

  /// The indicators' values.
  let values: IndicatorValues

  /// Whether it is not said how many there are.
  var hidesCounts = false

  /// A note for each total that is not that of all members, in the order of the report.
  func findings() -> [Finding] {
    report.figures.flatMap { figure in
      [("row", figure.rows), ("column", figure.columns)].flatMap { kind, axis in
        zip(axis.parts, axis.parts.dropFirst()).compactMap { part, next -> Finding? in
          guard case .members(let members) = part, case .total(let label) = next else { return nil }
          return finding(figure, members, kind: kind, total: label)
        }
      }
    }
  }

  private func finding(
    _ figure: FigureDefinition, _ axis: MemberAxis, kind: String, total: String
  ) -> Finding? {
    guard let shown = axis.only, axis.restLabel == nil, let indicator = figure.anyIndicator,
      let dataset = values.catalog.datasets(of: indicator).first,
      let all = values.catalog.members(of: axis.dimension, in: dataset)
    else { return nil }
    let others = all.map(\.slug).filter { !shown.contains($0) }
    let query = CellQuery(
      indicator: indicator,
      members: figure.members.merging([axis.dimension: others]) { _, others in others },
      period: period)
    guard !others.isEmpty, case .count(let count) = values.value(query), count > 0 else {
      return nil
    }
    let unit = values.catalog.indicator(indicator)?.unit ?? ""
    let number = hidesCounts ? "some" : String(count)
    return Finding(
      .note, rule: "left-out-members", at: figure.location,
      "figure '\(figure.id)' shows \(shown.count) of the \(all.count) members of "
        + "'\(axis.dimension)': \(number) \(unit) of \(period.id) are in no \(kind), and '\(total)' "
        + "is that of the \(shown.count)",
      fix: "none if that is meant, else add the members or 'rest'")
  }
}
