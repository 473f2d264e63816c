internal import Indicators
internal import Register

/// What the layout of a figure must know of the results: which members occur, how much they weigh,
/// and which have nothing to show.
struct LayoutResults {
  /// The indicators' values.
  let values: IndicatorValues

  /// What earlier reports printed.
  let register: Register

  /// The members of an open list that occur in any of the periods, by slug.
  func occurring(
    _ axis: MemberAxis, in periods: [ReportingPeriod], for figure: FigureDefinition
  ) -> [Member] {
    guard let indicator = figure.anyIndicator else { return [] }
    var found: [String: Member] = [:]
    for period in periods {
      let query = CellQuery(indicator: indicator, members: figure.members, period: period)
      for member in values.membersOccurring(of: axis.dimension, for: query)
      where !member.slug.isEmpty {
        found[member.slug] = member
      }
    }
    return found.values.sorted { $0.slug < $1.slug }
  }

  /// The size of a cell, for sorting: its count, the part of its share, or its average, in
  /// millionths.
  func weight(_ query: CellQuery) -> Int128 {
    switch values.value(query) {
    case .count(let count), .share(let count, _): Int128(count) * 1_000_000
    case .millionths(let amount): Int128(amount)
    case .average(let total, let divisor): Int128(total) * 1_000_000 / Int128(divisor)
    case .undelivered, .notAvailable, .notApplicable: 0
    }
  }

  /// Whether a cell has no records, and no earlier report printed a number other than zero for it.
  func isEmpty(
    _ query: CellQuery, _ figure: String, _ row: AxisEntry, _ column: AxisEntry
  ) -> Bool {
    guard values.value(query) == .undelivered else { return values.hasNoRecords(query) }
    let published = register.latest(figure: figure, row: row.label, column: column.label)
    return (published.map { CellValue($0.value) }?.fraction?.numerator ?? 0) == 0
  }
}
