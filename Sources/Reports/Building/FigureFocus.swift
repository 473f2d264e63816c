internal import Indicators

/// How a figure shows one member beside the whole.
struct FigureFocus {
  /// The member.
  let focus: ReportFocus

  /// The indicators, for what they can be narrowed to.
  let catalog: IndicatorCatalog

  /// The words, for labels.
  let words: ReportWords

  /// The figure with a total on the axis that has the members, so that the whole is there.
  func completed(_ definition: FigureDefinition) -> FigureDefinition {
    definition.with(rows: completed(definition.rows), columns: completed(definition.columns))
  }

  private func completed(_ axis: AxisDefinition) -> AxisDefinition {
    let hasTotal = axis.parts.contains { if case .total = $0 { true } else { false } }
    guard !hasTotal, axis.parts.contains(where: isAboutMembers) else { return axis }
    return AxisDefinition(axis.parts + [.total(label: words(.whole))])
  }

  private func isAboutMembers(_ part: AxisPart) -> Bool {
    guard case .members(let axis) = part else { return false }
    return axis.dimension == focus.dimension
  }

  /// The columns of a figure that has the members on neither axis: those of the member, then those
  /// of the whole. Other figures keep theirs.
  func columns(_ columns: [AxisEntry], of definition: FigureDefinition) -> [AxisEntry] {
    guard !hasMembers(definition), !isMadeOfCells(definition), canBeNarrowed(definition) else {
      return columns
    }
    return columns.map(narrowed) + columns.map { $0.moved(by: columns.count) }
  }

  private func narrowed(_ column: AxisEntry) -> AxisEntry {
    var column = column
    column.label = words(
      .focusColumn, ["member": focus.member.label, "column": column.label])
    column.members = column.members.narrowed(to: [focus.dimension: [focus.member.slug]])
    column.focus = focus.member.label
    return column
  }

  /// Whether an axis shows the members, or some of them one by one.
  func hasMembers(_ definition: FigureDefinition) -> Bool {
    (definition.rows.parts + definition.columns.parts).contains { part in
      switch part {
      case .members: isAboutMembers(part)
      case .item(let item): item.members[focus.dimension]?.count == 1
      case .years(_, _, let each): each.contains { $0.members[focus.dimension]?.count == 1 }
      case .total, .periods, .change, .forecast: false
      }
    }
  }

  /// Whether rows declare their cells one by one, or are ranked by the numbers of the whole: what
  /// stands there cannot be said of a member.
  private func isMadeOfCells(_ definition: FigureDefinition) -> Bool {
    definition.namedItems.contains { !$0.cells.isEmpty || $0.isRank }
  }

  private func canBeNarrowed(_ definition: FigureDefinition) -> Bool {
    definition.namedItems.contains { $0.cell != nil }
      || definition.namedIndicators.contains { catalog.has(focus.dimension, for: $0) }
  }

  /// Whether a row or column is shown: not one about another member.
  func shows(_ entry: AxisEntry) -> Bool {
    guard !entry.isTotal, let slugs = entry.members[focus.dimension], slugs.count == 1 else {
      return true
    }
    return slugs.contains(focus.member.slug)
  }
}

extension AxisEntry {
  /// The entry in a list in which all others have moved too.
  fileprivate func moved(by offset: Int) -> AxisEntry {
    var entry = self
    switch content {
    case .value: break
    case .total(let parts): entry.content = .total(of: parts.map { $0 + offset })
    case .change(let from, let to): entry.content = .change(from: from + offset, to: to + offset)
    case .forecast(let forecast): entry.content = .forecast(forecast.moved(by: offset))
    }
    return entry
  }
}

extension FigureDefinition {
  /// The figure with other axes.
  fileprivate func with(rows: AxisDefinition, columns: AxisDefinition) -> FigureDefinition {
    FigureDefinition(
      id: id, label: label, title: title, rowTitle: rowTitle, indicator: indicator,
      members: members, rows: rows, columns: columns, showsChange: showsChange, chart: chart,
      isChartOnly: isChartOnly, notes: notes, location: location)
  }
}
