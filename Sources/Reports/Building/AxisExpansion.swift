internal import Indicators

/// Turns a declared axis into its rows or columns for one period.
struct AxisExpansion {
  /// The indicators.
  let catalog: IndicatorCatalog

  /// The period and the first year of any series.
  let period: ReportingPeriod
  let firstYear: Int

  /// The words, for the label of a change, and the names of periods.
  let words: ReportWords
  let calendar: PeriodCalendar

  /// The indicator whose dataset knows the labels of members.
  let indicator: String?

  /// The members that occur in an open list; before there are results, one that stands for all.
  let occurring: (MemberAxis) -> [Member]

  /// How much an entry weighs when members are sorted by size.
  let weight: (AxisEntry) -> Int128

  /// Whether an entry has no number to show; never before there are results.
  let isEmpty: (AxisEntry) -> Bool

  /// The rows or columns, in order.
  func entries(of axis: AxisDefinition, addingChange: Bool) -> [AxisEntry] {
    var run = Run()
    for part in axis.parts {
      switch part {
      case .years(let count, let newestFirst, let each):
        run.append(yearEntries(count, newestFirst: newestFirst, each: each))
      case .periods(let kind, let count, let newestFirst):
        run.append(periodEntries(kind, count, newestFirst: newestFirst))
      case .members(let members):
        append(members, to: &run)
      case .item(let item):
        run.append([entry(of: item)])
      case .total(let label):
        run.entries.append(run.total(text.filled(label)))
      case .change(let change):
        if let entry = entry(of: change, among: run.entries) { run.entries.append(entry) }
      case .forecast(let forecast):
        run.entries += entries(of: forecast, after: run.entries.count)
      }
    }
    if addingChange, let change = change(in: run.entries) { run.entries.append(change) }
    return run.entries
  }

  private func yearEntries(_ count: Int, newestFirst: Bool, each: [AxisItem]) -> [AxisEntry] {
    let first = min(period.year, max(firstYear, period.year - count + 1))
    let years = Array(first...period.year)
    return (newestFirst ? years.reversed() : years).flatMap { year -> [AxisEntry] in
      let months = period.inYear(year)
      if each.isEmpty {
        return [AxisEntry(label: String(year), content: .value, period: months, isInSeries: true)]
      }
      return each.map { item in
        var entry = entry(of: item)
        entry.period = months
        entry.label = "\(year) / \(entry.label)"
        return entry
      }
    }
  }

  /// The periods that end with the last month of the reported one, from the first year on.
  private func periodEntries(
    _ kind: PeriodKind?, _ count: Int, newestFirst: Bool
  ) -> [AxisEntry] {
    guard let last = kind.map({ period.ending($0) }) ?? period else { return [] }
    let earlier = (0..<count).compactMap { last.earlier(by: $0) }.filter { $0.year >= firstYear }
    return (newestFirst ? earlier : earlier.reversed()).map {
      AxisEntry(
        label: calendar.name(of: $0, isShort: true), content: .value, period: $0, isInSeries: true)
    }
  }

  private func entry(of item: AxisItem) -> AxisEntry {
    let asked = item.time.period(seenFrom: period)
    return AxisEntry(
      label: text.filled(item.label), content: .value, indicator: item.indicator,
      members: item.members, shareOver: item.shareOver,
      period: item.time == .reported ? nil : asked, cell: item.cell,
      isPartOfAnother: item.isPartOfAnother, isRank: item.isRank, cells: ownCells(of: item),
      canBeAsked: asked != nil)
  }

  private func ownCells(of item: AxisItem) -> [String: AxisEntry.EntryCell] {
    let cells = item.cells.map { label, own -> (String, AxisEntry.EntryCell) in
      switch own {
      case .change(let change): (text.filled(label), .change(change))
      case .item(let part): (text.filled(label), .entry(entry(of: part)))
      }
    }
    return Dictionary(cells) { first, _ in first }
  }

  /// The change between two columns that stand before it; nil where one of them is not there.
  private func entry(of change: ChangeColumn, among entries: [AxisEntry]) -> AxisEntry? {
    let (from, to) = (text.filled(change.from), text.filled(change.to))
    guard let earlier = entries.firstIndex(where: { $0.label == from }),
      let later = entries.firstIndex(where: { $0.label == to })
    else { return nil }
    return AxisEntry(
      label: text.filled(change.label), content: .change(from: earlier, to: later))
  }

  private func change(in entries: [AxisEntry]) -> AxisEntry? {
    func isComparable(_ entry: AxisEntry, _ wanted: ReportingPeriod) -> Bool {
      entry.content == .value && (entry.period ?? period) == wanted && entry.shareOver.isEmpty
    }
    guard let lastYear = period.inYear(period.year - 1),
      let now = entries.firstIndex(where: { isComparable($0, period) }),
      let before = entries.firstIndex(where: {
        isComparable($0, lastYear) && $0.indicator == entries[now].indicator
          && $0.members == entries[now].members && $0.cell == entries[now].cell
      })
    else { return nil }
    let label = words(
      .changeColumn, ["year": calendar.name(of: period), "earlier": calendar.name(of: lastYear)])
    return AxisEntry(label: label, content: .change(from: before, to: now))
  }

  /// The columns of a forecast, after those that it is made from, which are not printed.
  private func entries(of forecast: ForecastColumn, after count: Int) -> [AxisEntry] {
    var hidden: [AxisEntry] = []
    func hide(_ time: CellTime) -> Int {
      hidden.append(
        AxisEntry(
          label: "", content: .value, period: time.period(seenFrom: period), isPartOfAnother: true,
          isHidden: true))
      return count + hidden.count - 1
    }
    let toDate = hide(CellTime(span: .yearToDate))
    let years = (1...max(1, forecast.yearCount)).filter { period.year - $0 >= firstYear }
    let earlier = years.map {
      ForecastEntry.EarlierYear(
        same: hide(CellTime(span: .yearToDate, yearsBack: $0)),
        whole: hide(CellTime(span: .year, yearsBack: $0)))
    }
    let shown: [(String?, ForecastEntry.Bound)] = [
      (forecast.lowLabel, .low), (forecast.label, .expected), (forecast.highLabel, .high),
    ]
    return hidden
      + shown.compactMap { label, bound in
        label.map {
          AxisEntry(
            label: text.filled($0),
            content: .forecast(
              ForecastEntry(declared: forecast, bound: bound, toDate: toDate, earlier: earlier)))
        }
      }
  }

  private var text: PeriodText { PeriodText(period: period, calendar: calendar) }
}

extension Member {
  /// The member that stands for all of an open list before it is known which occur. The tables that
  /// it asks for have a row for each member.
  static let placeholder = Member(slug: "?", label: "?")
}

extension AxisExpansion {
  private func append(_ axis: MemberAxis, to run: inout Run) {
    let declared = declaredMembers(axis)
    var members = declared ?? occurring(axis)
    if let only = axis.only {
      members = only.map { slug in
        members.first { $0.slug == slug } ?? Member(slug: slug, label: slug)
      }
    }
    let hasOwnOrder = declared != nil || axis.only != nil
    let sorted = sorted(members, by: axis, hasOwnOrder: hasOwnOrder)
    let shown = axis.top.map { Array(sorted.prefix(max(0, $0))) } ?? sorted
    var entries = shown.map { entry(of: $0, in: axis) }
    let rest = sorted.dropFirst(shown.count).map(\.slug)
    if let label = axis.restLabel, !rest.isEmpty {
      entries.append(AxisEntry(label: label, content: .value, members: [axis.dimension: rest]))
    }
    // Members that are left out because they are empty belong to the total all the same: it must
    // be the same question before and after there are results.
    let isWhole = axis.top == nil || axis.restLabel != nil
    var covered = (isWhole ? members : shown).map(\.slug)
    if let label = axis.emptyLabel {
      entries.append(AxisEntry(label: label, content: .value, members: [axis.dimension: [""]]))
      covered.append("")
    }
    let isOpen = !hasOwnOrder && isWhole
    if isOpen, covered.isEmpty { covered = [Member.placeholder.slug] }
    run.append(
      entries, scopes: [[axis.dimension: covered]],
      openDimension: isOpen ? axis.dimension : nil)
  }

  private func entry(of member: Member, in axis: MemberAxis) -> AxisEntry {
    AxisEntry(
      label: axis.labels[member.slug] ?? member.label, content: .value,
      members: [axis.dimension: [member.slug]])
  }

  /// The members in the order in which they are shown; those of an open list, which has no order
  /// of its own, by label.
  private func sorted(_ members: [Member], by axis: MemberAxis, hasOwnOrder: Bool) -> [Member] {
    let kept =
      axis.leavesOutEmpty ? members.filter { !isEmpty(entry(of: $0, in: axis)) } : members
    if axis.order == .codeList, hasOwnOrder { return kept }
    let byLabel = kept.map { (member: $0, key: SortKey(axis.labels[$0.slug] ?? $0.label, $0.slug)) }
      .sorted { $0.key < $1.key }.map(\.member)
    guard axis.order == .descending else { return byLabel }
    // The sort is stable, so that equal weights stay in order of label.
    return byLabel.map { (member: $0, weight: weight(entry(of: $0, in: axis))) }
      .sorted { $0.weight > $1.weight }.map(\.member)
  }

  private func declaredMembers(_ axis: MemberAxis) -> [Member]? {
    for leaf in indicator.map(catalog.leaves(of:)) ?? [] {
      guard let dataset = leaf.measure.source?.dataset else { continue }
      if let members = catalog.members(of: axis.dimension, in: dataset) { return members }
    }
    return nil
  }

  /// The entries so far, and what the ones that a total adds up are narrowed to.
  private struct Run {
    var entries: [AxisEntry] = []
    private var scopes: [[String: [String]]] = []
    private var openDimension: String?

    mutating func append(_ new: [AxisEntry]) {
      append(new, scopes: new.filter { !$0.isPartOfAnother }.map(\.members), openDimension: nil)
    }

    mutating func append(
      _ new: [AxisEntry], scopes: [[String: [String]]], openDimension: String?
    ) {
      entries += new
      self.scopes += scopes
      self.openDimension = self.openDimension ?? openDimension
    }

    /// The total of all entries so far that are no totals or parts of others.
    func total(_ label: String) -> AxisEntry {
      let indexes = entries.indices.filter {
        !entries[$0].isTotal && !entries[$0].isPartOfAnother && !entries[$0].isDerived
      }
      let parts = indexes.map { entries[$0] }
      var total = AxisEntry(label: label, content: .total(of: indexes))
      total.indicator = parts.first?.indicator
      total.shareOver = parts.first?.shareOver ?? []
      total.period = parts.first?.period
      total.openDimension = openDimension
      let dimensions = Set(scopes.flatMap { $0.keys })
      total.partDimensions = dimensions
      total.partIndicators = Set(parts.map { $0.indicator })
      if let dimension = dimensions.first {
        total.members = [dimension: scopes.flatMap { $0[dimension] ?? [] }]
      }
      total.canBeAsked =
        dimensions.count <= 1 && scopes.allSatisfy { $0.count == dimensions.count }
        && parts.allSatisfy {
          $0.cell == nil && $0.indicator == total.indicator && $0.period == total.period
            && $0.shareOver == total.shareOver
        }
      return total
    }
  }
}
