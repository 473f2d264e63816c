internal import Indicators

/// Turns a declared axis into its rows or columns for one period.
struct AxisExpansion {
  /// The indicators.
  let catalog: IndicatorCatalog

  /// The period and the first year of any series.
  let period: ReportingPeriod
  let firstYear: Int

  /// The words, for the label of a change.
  let words: ReportWords

  /// The indicator whose dataset knows the labels of members.
  let indicator: String?

  /// The members that occur in an open list; before there are results, one that stands for all.
  let occurring: (MemberAxis) -> [Member]

  /// How much a member weighs when members are sorted by size, or nil before there are results.
  let weight: (MemberAxis, Member) -> Int?

  /// The rows or columns, in order.
  func entries(of axis: AxisDefinition, addingChange: Bool) -> [AxisEntry] {
    var entries: [AxisEntry] = []
    for part in axis.parts {
      switch part {
      case .years(let count, let newestFirst, let each):
        entries += yearEntries(count, newestFirst: newestFirst, each: each)
      case .members(let members):
        entries += memberEntries(members)
      case .item(let item):
        entries.append(entry(of: item, year: item.yearsBack == 0 ? nil : period.year - item.yearsBack))
      case .total(let label):
        entries.append(total(label, of: entries))
      }
    }
    if addingChange, let change = change(in: entries) { entries.append(change) }
    return entries
  }

  private func yearEntries(_ count: Int, newestFirst: Bool, each: [AxisItem]) -> [AxisEntry] {
    let years = Array(max(firstYear, period.year - count + 1)...max(firstYear, period.year))
    return (newestFirst ? years.reversed() : years).flatMap { year -> [AxisEntry] in
      if each.isEmpty { return [AxisEntry(label: String(year), content: .value, year: year)] }
      return each.map { item in
        var entry = entry(of: item, year: year)
        entry = AxisEntry(
          label: "\(year) / \(entry.label)", content: .value, indicator: entry.indicator,
          members: entry.members, shareOver: entry.shareOver, year: year, cell: entry.cell)
        return entry
      }
    }
  }

  private func entry(of item: AxisItem, year: Int?) -> AxisEntry {
    AxisEntry(
      label: PeriodText(period: period).filled(item.label), content: .value,
      indicator: item.indicator, members: item.members, shareOver: item.shareOver, year: year,
      cell: item.cell, isPartOfAnother: item.isPartOfAnother)
  }

  private func memberEntries(_ axis: MemberAxis) -> [AxisEntry] {
    var members = declaredMembers(axis) ?? occurring(axis)
    if let only = axis.only {
      members = only.map { slug in
        members.first { $0.slug == slug } ?? Member(slug: slug, label: slug)
      }
    }
    members = sorted(members, by: axis)
    let shown = axis.top.map { Array(members.prefix($0)) } ?? members
    var entries = shown.map {
      AxisEntry(
        label: axis.labels[$0.slug] ?? $0.label, content: .value,
        members: [axis.dimension: [$0.slug]])
    }
    let rest = members.dropFirst(shown.count).map(\.slug)
    if let label = axis.restLabel, !rest.isEmpty {
      entries.append(AxisEntry(label: label, content: .value, members: [axis.dimension: rest]))
    }
    if let label = axis.emptyLabel {
      entries.append(AxisEntry(label: label, content: .value, members: [axis.dimension: [""]]))
    }
    return entries
  }

  private func sorted(_ members: [Member], by axis: MemberAxis) -> [Member] {
    let byLabel = members.sorted { SortKey($0.label) < SortKey($1.label) }
    let weights = Dictionary(members.map { ($0, weight(axis, $0)) }) { first, _ in first }
    let kept = { (member: Member) in !axis.leavesOutEmpty || weights[member] != .some(.some(0)) }
    switch axis.order {
    case .codeList: return members.filter(kept)
    case .label: return byLabel.filter(kept)
    case .descending:
      // The sort is stable, so that equal weights stay in order of label.
      return byLabel.filter(kept).sorted {
        (weights[$0] ?? nil) ?? 0 > (weights[$1] ?? nil) ?? 0
      }
    }
  }

  private func declaredMembers(_ axis: MemberAxis) -> [Member]? {
    for leaf in indicator.map(catalog.leaves(of:)) ?? [] {
      guard let dataset = leaf.measure.source?.dataset else { continue }
      if let members = catalog.members(of: axis.dimension, in: dataset) { return members }
    }
    return nil
  }

  private func total(_ label: String, of entries: [AxisEntry]) -> AxisEntry {
    let parts = entries.indices.filter {
      !entries[$0].isTotal && !entries[$0].isPartOfAnother
    }
    return AxisEntry(label: label, content: .total(of: parts))
  }

  private func change(in entries: [AxisEntry]) -> AxisEntry? {
    guard let now = entries.firstIndex(where: { $0.year == period.year && $0.shareOver.isEmpty }),
      let before = entries.firstIndex(where: {
        $0.year == period.year - 1 && $0.shareOver.isEmpty
      })
    else { return nil }
    let label = words(
      .changeColumn, ["year": String(period.year), "earlier": String(period.year - 1)])
    return AxisEntry(label: label, content: .change(from: before, to: now))
  }
}
