internal import Indicators
internal import Register

/// A figure on its way from definition to table: its rows and columns, and how to fill them.
struct FigureLayout {
  /// The declared figure.
  let definition: FigureDefinition

  /// The rows and columns.
  let rows: [AxisEntry]
  let columns: [AxisEntry]

  /// The period of the report.
  let period: ReportingPeriod

  /// The text of the definition with its years filled in.
  let text: PeriodText

  /// The member that is shown beside the whole; nil in a report about the whole.
  let focus: FigureFocus?

  private let catalog: IndicatorCatalog
  private let factsByIndicator: [String: IndicatorFacts]

  /// Lays out a figure; `results` is nil before there are any, when any member of an open list
  /// stands for all.
  init(
    _ declared: FigureDefinition, of report: ReportDefinition, period: ReportingPeriod,
    catalog: IndicatorCatalog, results: LayoutResults?, focus: FigureFocus? = nil
  ) {
    let definition = focus?.completed(declared) ?? declared
    self.definition = definition
    self.focus = focus
    self.period = period
    self.catalog = catalog
    let query = { (row: AxisEntry, column: AxisEntry) in
      definition.query(row, column, period, catalog)
    }
    func expand(
      _ axis: AxisDefinition, along others: [AxisEntry], in periods: [ReportingPeriod],
      addsChange: Bool
    ) -> [AxisEntry] {
      let crossing = others.filter { !$0.isDerived && !$0.isHidden && $0.cell == nil }
      return AxisExpansion(
        catalog: catalog, period: period, firstYear: report.firstYear, words: report.words,
        calendar: report.calendar, indicator: definition.anyIndicator,
        occurring: { axis in
          results?.occurring(axis, in: periods, for: definition) ?? [.placeholder]
        },
        weight: { entry in
          guard let results, let last = crossing.last else { return 0 }
          return query(entry, last).map(results.weight) ?? 0
        },
        isEmpty: { entry in
          guard let results else { return false }
          let asked = crossing.compactMap { other in query(entry, other).map { ($0, other) } }
          return !asked.isEmpty
            && asked.allSatisfy { results.isEmpty($0, definition.id, entry, $1) }
        }
      ).entries(of: axis, addingChange: addsChange)
    }
    let whole = AxisEntry(label: "", content: .value)
    let columns = expand(
      definition.columns, along: [whole], in: [period], addsChange: definition.showsChange)
    rows = expand(
      definition.rows, along: columns, in: columns.periods(seenFrom: period), addsChange: false)
    self.columns = focus?.columns(columns, of: definition) ?? columns
    let shown = columns.filter { !$0.isHidden }.compactMap(\.year)
    text = PeriodText(
      period: period, calendar: report.calendar, shownYears: FigureLayout.range(of: shown))
    let named = Set((rows + columns).compactMap(\.indicator) + [definition.indicator ?? ""])
    factsByIndicator = Dictionary(uniqueKeysWithValues: named.map { ($0, catalog.facts(of: $0)) })
  }

  private static func range(of years: [Int]) -> ClosedRange<Int>? {
    guard let first = years.min(), let last = years.max() else { return nil }
    return first...last
  }

  /// The indicator of a cell.
  func indicator(_ row: AxisEntry, _ column: AxisEntry) -> String? {
    column.indicator ?? row.indicator ?? definition.indicator
  }

  /// What cells of an indicator say about it.
  func facts(of indicator: String) -> IndicatorFacts {
    factsByIndicator[indicator] ?? catalog.facts(of: indicator)
  }

  /// Whether a forecast is made for an indicator.
  func canBeForecast(_ indicator: String, _ declared: ForecastColumn) -> Bool {
    catalog.canBeForecast(indicator, declared)
  }

  /// The question for a cell; nil where no indicator is named or a total cannot be asked for.
  func query(_ row: AxisEntry, _ column: AxisEntry) -> CellQuery? {
    definition.query(row, column, period, catalog)
  }

  /// All questions that the figure's cells ask, with the dimensions of their shares.
  var questions: [(query: CellQuery, shareOver: [String])] {
    rows.flatMap { row in
      columns.compactMap { column in
        guard !column.isDerived, !column.isRank, let (row, column) = ownCell(row, column),
          row.cell == nil, column.cell == nil
        else { return nil }
        return query(row, column).map { ($0, row.shareOver + column.shareOver) }
      }
    }
  }

  /// The row and column that decide a cell: those that cross there, or the row's own declaration
  /// for the column; nil where that is a change, or where the row has no such cell.
  func ownCell(_ row: AxisEntry, _ column: AxisEntry) -> (row: AxisEntry, column: AxisEntry)? {
    if row.cells.isEmpty { return (row, column) }
    guard case .entry(let entry)? = row.cells[column.label] else { return nil }
    return (entry, AxisEntry(label: column.label, content: .value))
  }

  /// The questions that tell which members of a dimension occur, one for each period that is shown.
  var membershipQuestions: [CellQuery] {
    guard let indicator = definition.anyIndicator else { return [] }
    let periods = (rows + columns).periods(seenFrom: period)
    return (definition.rows.parts + definition.columns.parts).flatMap { part -> [CellQuery] in
      guard case .members(let axis) = part else { return [] }
      let members = definition.members.merging([axis.dimension: [""]]) { _, any in any }
      return periods.map {
        CellQuery(indicator: indicator, members: members, period: $0)
      }
    }
  }

  /// The indicators that its cells name, in order of appearance.
  var indicators: [String] {
    var found: [String] = []
    let columnIndicators = columns.filter { $0.cell == nil && !$0.isDerived }.map(\.indicator)
    for row in rows where row.cell == nil {
      for column in row.cells.isEmpty ? columnIndicators : row.cellIndicators {
        guard let indicator = column ?? row.indicator ?? definition.indicator,
          !found.contains(indicator)
        else { continue }
        found.append(indicator)
      }
    }
    return found
  }
}

extension FigureDefinition {
  /// The question for a cell; nil where no indicator is named or a total cannot be asked for.
  fileprivate func query(
    _ row: AxisEntry, _ column: AxisEntry, _ period: ReportingPeriod, _ catalog: IndicatorCatalog
  ) -> CellQuery? {
    guard row.canBeAsked, column.canBeAsked,
      let indicator = column.indicator ?? row.indicator ?? indicator
    else { return nil }
    let asked = column.period ?? row.period ?? period
    let narrowed = members.narrowed(to: row.scope(for: indicator, in: catalog))
      .narrowed(to: column.scope(for: indicator, in: catalog))
    return CellQuery(indicator: indicator, members: narrowed, period: asked)
  }

  /// The indicator of the figure, or the first that a row or column names.
  var anyIndicator: String? {
    indicator ?? namedItems.lazy.compactMap(\.indicator).first
  }

  /// The indicators that it names.
  var namedIndicators: [String] {
    [indicator].compactMap { $0 } + namedItems.compactMap(\.indicator)
  }

  /// The rows and columns that are declared one by one.
  var namedItems: [AxisItem] {
    (rows.parts + columns.parts).flatMap { part -> [AxisItem] in
      switch part {
      case .item(let item): [item] + item.ownItems
      case .years(_, _, let each): each
      case .members, .total, .periods, .change, .forecast: []
      }
    }
  }
}

extension [AxisEntry] {
  /// The periods that they are about, each once.
  fileprivate func periods(seenFrom reported: ReportingPeriod) -> [ReportingPeriod] {
    let periods = Set(filter { !$0.isDerived }.map { $0.period ?? reported })
    return periods.sorted { ($0.firstDay, $0.lastDay) < ($1.firstDay, $1.lastDay) }
  }
}

extension AxisEntry {
  /// The indicators of the cells that it declares, in the order of the columns' labels.
  fileprivate var cellIndicators: [String?] {
    cells.sorted { $0.key < $1.key }.compactMap { _, cell -> String?? in
      guard case .entry(let entry) = cell, entry.cell == nil else { return nil }
      return .some(entry.indicator)
    }
  }

  /// What it narrows an indicator to.
  ///
  /// The total of all members of an open list is not narrowed where its parts do not add up: which
  /// members occur is not known when the plan is made.
  fileprivate func scope(for indicator: String, in catalog: IndicatorCatalog)
    -> [String: [String]]
  {
    guard let openDimension else { return members }
    return catalog.isAdditive(indicator, over: [openDimension])
      ? members : members.filter { $0.key != openDimension }
  }
}

extension AxisItem {
  /// The items that its own cells are declared by, in the order of the columns' labels.
  var ownItems: [AxisItem] {
    cells.sorted { $0.key < $1.key }.compactMap { _, cell in
      guard case .item(let item) = cell else { return nil }
      return item
    }
  }

  /// The figures that it, or one of its own cells, repeats a number of.
  var repeatedFigures: [String] {
    let changed = cells.values.compactMap { own -> String? in
      guard case .change(let change) = own else { return nil }
      return change.of.figure
    }
    return [cell?.figure].compactMap { $0 } + changed
  }
}
