internal import Indicators
internal import Register

/// A figure on its way from definition to table: its rows and columns, and how to fill them.
struct FigureLayout {
  /// The declared figure.
  let definition: FigureDefinition

  /// The rows and columns.
  var rows: [AxisEntry]
  var columns: [AxisEntry]

  /// The period of the report.
  let period: ReportingPeriod

  /// The dimensions whose members all are shown, so that their total needs no narrowing.
  private let openDimensions: Set<String>

  /// Lays out a figure; `values` is nil before there are results, when any member of an open list
  /// stands for all.
  init(
    _ definition: FigureDefinition, of report: ReportDefinition, period: ReportingPeriod,
    catalog: IndicatorCatalog, values: IndicatorValues?
  ) {
    self.definition = definition
    self.period = period
    openDimensions = Set(
      (definition.rows.parts + definition.columns.parts).compactMap { part in
        guard case .members(let axis) = part, axis.only == nil, axis.top == nil,
          definition.anyIndicator.map({ catalog.hasOpenList(axis.dimension, for: $0) }) == true
        else { return nil }
        return axis.dimension
      })
    let occurring = { (axis: MemberAxis, years: [Int]) -> [Member] in
      guard let values, let indicator = definition.anyIndicator else {
        return [Member(slug: "?", label: "?")]
      }
      return FigureLayout.membersOccurring(
        axis, indicator, in: years.compactMap(period.inYear), definition.members, values)
    }
    let expand = {
      (axis: AxisDefinition, years: [Int], addingChange: Bool, weigh: @escaping (AxisEntry) -> Int?)
        -> [AxisEntry] in
      AxisExpansion(
        catalog: catalog, period: period, firstYear: report.firstYear, words: report.words,
        indicator: definition.anyIndicator, occurring: { occurring($0, years) },
        weight: { axis, member in
          weigh(
            AxisEntry(label: "", content: .value, members: [axis.dimension: [member.slug]]))
        }
      ).entries(of: axis, addingChange: addingChange)
    }
    rows = []
    columns = []
    let whole = AxisEntry(label: "", content: .value)
    columns = expand(definition.columns, [period.year], definition.showsChange) {
      [self] entry in weight(whole, entry, values)
    }
    let years = Set(columns.compactMap(\.year) + [period.year]).sorted()
    let last = columns.last { !$0.isChange } ?? whole
    rows = expand(definition.rows, years, false) { [self] entry in weight(entry, last, values) }
  }

  /// The size of a cell, for sorting: its count, the part of its share, or its average in millionths.
  private func weight(_ row: AxisEntry, _ column: AxisEntry, _ values: IndicatorValues?) -> Int? {
    guard let values, let query = query(row, column) else { return nil }
    return switch values.value(query) {
    case .count(let count), .millionths(let count), .share(let count, _): count
    case .average(let total, let divisor): total * 1_000_000 / divisor
    case .undelivered, .notAvailable, .notApplicable: 0
    }
  }

  private static func membersOccurring(
    _ axis: MemberAxis, _ indicator: String, in periods: [ReportingPeriod],
    _ members: [String: [String]], _ values: IndicatorValues
  ) -> [Member] {
    var found: [String: Member] = [:]
    for period in periods {
      let query = CellQuery(indicator: indicator, members: members, period: period)
      for member in values.membersOccurring(of: axis.dimension, for: query)
      where !member.slug.isEmpty {
        found[member.slug] = member
      }
    }
    return found.values.sorted { SortKey($0.label) < SortKey($1.label) }
  }

  /// The text of the definition with its years filled in.
  var text: PeriodText {
    let years = columns.compactMap(\.year)
    guard let first = years.min(), let last = years.max() else { return PeriodText(period: period) }
    return PeriodText(period: period, shownYears: first...last)
  }

  /// The indicator of a cell.
  func indicator(_ row: AxisEntry, _ column: AxisEntry) -> String? {
    column.indicator ?? row.indicator ?? definition.indicator
  }

  /// The question for a cell; nil where no indicator is named or a total cannot be asked for.
  func query(_ row: AxisEntry, _ column: AxisEntry) -> CellQuery? {
    guard let indicator = indicator(row, column),
      let asked = period.inYear(column.year ?? row.year ?? period.year),
      let rowMembers = members(of: row, in: rows),
      let columnMembers = members(of: column, in: columns)
    else { return nil }
    return CellQuery(
      indicator: indicator,
      members: definition.members.narrowed(to: rowMembers).narrowed(to: columnMembers),
      period: asked)
  }

  /// What an entry is narrowed to; for a total all that its parts are narrowed to, which must be
  /// members of one dimension.
  private func members(of entry: AxisEntry, in axis: [AxisEntry]) -> [String: [String]]? {
    guard case .total(let indexes) = entry.content else { return entry.members }
    let parts = indexes.map { axis[$0].members }
    let dimensions = Set(parts.flatMap(\.keys))
    guard let dimension = dimensions.first else { return [:] }
    guard dimensions.count == 1, parts.allSatisfy({ $0.count == 1 }) else { return nil }
    if openDimensions.contains(dimension) { return [:] }
    return [dimension: parts.flatMap { $0[dimension] ?? [] }]
  }

  /// All questions that the figure's cells ask, with the dimensions of their shares.
  var questions: [(query: CellQuery, shareOver: [String])] {
    rows.flatMap { row in
      columns.compactMap { column in
        guard row.cell == nil, column.cell == nil, !column.isChange else { return nil }
        return query(row, column).map { ($0, row.shareOver + column.shareOver) }
      }
    }
  }
}

extension FigureDefinition {
  /// The indicator of the figure, or the first that a row or column names.
  var anyIndicator: String? {
    if let indicator { return indicator }
    for part in rows.parts + columns.parts {
      switch part {
      case .item(let item): if let indicator = item.indicator { return indicator }
      case .years(_, _, let each):
        if let indicator = each.compactMap(\.indicator).first { return indicator }
      case .members, .total: continue
      }
    }
    return nil
  }
}
