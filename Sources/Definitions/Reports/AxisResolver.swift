internal import Indicators
internal import Reports

/// Turns an axis as it stands in the file into a declared one, when it is known which datasets its
/// cells are about.
struct AxisResolver {
  /// The datasets and dimensions.
  let lookup: DimensionLookup

  /// The datasets of the cells of each part of the axis.
  let datasets: [Int: [String]]

  /// The datasets of the indicator that a row's own cell names, or of the figure's for nil.
  let datasetsOfCell: (TextValue?) -> [String]

  /// The declared axis and the labels that it prints.
  func resolve(_ draft: AxisDraft) -> (axis: AxisDefinition, labels: AxisLabels) {
    var parts: [AxisPart] = []
    var labels = AxisLabels()
    for (index, part) in draft.parts.enumerated() {
      guard let part else {
        labels.isOpen = true
        continue
      }
      let datasets = datasets[index] ?? []
      switch part.shape {
      case .years(let count, let newestFirst, let each):
        let items = each.map { item($0, in: datasets) }
        parts.append(.years(count: count, newestFirst: newestFirst, each: items))
        labels.addYears(count, each: each.map(\.label.text))
      case .members(let members):
        parts.append(.members(axis(members, in: datasets)))
        addLabels(of: members, in: datasets, to: &labels)
      case .item(let draft):
        parts.append(.item(item(draft, in: datasets)))
        labels.add(draft.label, log: lookup.log)
      case .total(let label):
        parts.append(.total(label: label.text))
        labels.add(label, log: lookup.log)
      case .periods(let kind, let count, let newestFirst):
        parts.append(.periods(kind, count: count, newestFirst: newestFirst))
        labels.isOpen = true
      case .change(let change):
        parts.append(.change(resolved(change, among: labels)))
        labels.add(change.label, log: lookup.log)
      case .forecast(let forecast, let named):
        parts.append(.forecast(forecast))
        for label in named { labels.add(label, log: lookup.log) }
      }
    }
    return (AxisDefinition(parts), labels)
  }

  /// The change; reports a column that does not stand before it.
  private func resolved(_ draft: ChangeDraft, among labels: AxisLabels) -> ChangeColumn {
    for column in [draft.from, draft.to] where !labels.contains(column.text) {
      lookup.log.reportUnknown(
        "column", column.text, at: column.place, among: labels.known, in: "the columns before it")
    }
    return ChangeColumn(label: draft.label.text, from: draft.from.text, to: draft.to.text)
  }

  private func item(_ draft: ItemDraft, in datasets: [String]) -> AxisItem {
    AxisItem(
      label: draft.label.text, indicator: draft.indicator?.text,
      members: lookup.members(draft.selection, in: datasets),
      shareOver: lookup.dimensions(draft.share, in: datasets), cell: draft.cell,
      time: draft.time, isPartOfAnother: draft.isPart, isRank: draft.isRank,
      cells: Dictionary(draft.cells.map { ($0.column.text, own($0.cell)) }) { first, _ in first })
  }

  private func own(_ draft: ItemDraft.CellDraft) -> OwnCell {
    switch draft {
    case .change(let change): .change(change)
    case .item(let draft): .item(item(draft, in: datasetsOfCell(draft.indicator)))
    }
  }

  private func axis(_ draft: MembersDraft, in datasets: [String]) -> MemberAxis {
    let dimension = draft.dimension.text
    lookup.check(draft.dimension, in: datasets)
    let only = draft.only.map { named in
      lookup.expanded(named, of: dimension, in: datasets)
        .map { lookup.slug($0, of: dimension, in: datasets) }
    }
    let labels = draft.labels.map {
      (lookup.slug($0.slug, of: dimension, in: datasets), $0.label.text)
    }
    return MemberAxis(
      dimension: dimension, only: only, emptyLabel: draft.empty?.text, order: draft.order,
      top: draft.top, restLabel: draft.rest?.text, leavesOutEmpty: draft.leavesOutEmpty,
      labels: Dictionary(labels) { first, _ in first })
  }

  private func addLabels(
    of draft: MembersDraft, in datasets: [String], to labels: inout AxisLabels
  ) {
    let pairs = draft.labels.map { ($0.slug.text, $0.label.text) }
    let replaced = Dictionary(pairs) { first, _ in first }
    let shown = draft.only.map { _ in lookup.shown(draft, in: datasets) }
    var knowsMembers = false
    for dataset in datasets {
      guard case .closed(let members)? = lookup.members(of: draft.dimension.text, in: dataset)
      else { continue }
      knowsMembers = true
      for member in members where shown?.contains(member.slug) ?? true {
        labels.add(replaced[member.slug] ?? member.label)
      }
    }
    if !knowsMembers { labels.isOpen = true }
    for label in [draft.rest, draft.empty].compactMap({ $0 }) { labels.add(label, log: lookup.log) }
  }
}
