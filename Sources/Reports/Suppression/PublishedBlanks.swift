internal import Findings
internal import Indicators
internal import Register

/// Says that numbers which are left blank stand in what was published before: readers can look there.
struct PublishedBlanks {
  /// The report.
  let report: ReportDefinition

  /// The period.
  let period: ReportingPeriod

  /// What was published.
  let register: Register

  /// A warning with how many there are, and not which; none where there are none.
  func findings(_ figures: [String: Figure]) -> [Finding] {
    let count = figures.values.reduce(0) { $0 + self.count(in: $1) }
    guard count > 0 else { return [] }
    return [
      Finding(
        .warning, rule: "blank-was-published", at: report.location,
        "\(count) cells of \(period.id) are left blank, but the register has a number that was "
          + "printed for them",
        fix: "none if those reports had other readers, else nothing protects these counts any more")
    ]
  }

  private func count(in figure: Figure) -> Int {
    zip(figure.rows, figure.cells).reduce(0) { count, line in
      let columns = zip(figure.columns, line.1).filter { $0.1.value == .suppressed }
      return count
        + columns.count { wasPrinted(figure.id, line.0.label, $0.0.label) }
    }
  }

  private func wasPrinted(_ figure: String, _ row: String, _ column: String) -> Bool {
    register.publications(figure: figure, row: row, column: column).contains { published in
      guard case .number = published.value else { return false }
      return published.period.dropFirst(4) == period.id.dropFirst(4)
        && (column.leadingYear != nil || published.period == period.id)
    }
  }
}
