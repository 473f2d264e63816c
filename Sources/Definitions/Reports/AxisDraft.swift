internal import Indicators
internal import Reports

/// The rows or columns of a figure as they stand in the file, before it is known which datasets
/// they are about.
struct AxisDraft {
  /// The parts, in order; nil for one that is broken.
  let parts: [Part?]

  struct Part {
    /// What it is.
    let shape: Shape

    /// Where it stands.
    let place: Place
  }

  enum Shape {
    /// Years, with the items of each year.
    case years(count: Int, newestFirst: Bool, each: [ItemDraft])

    /// The members of a dimension.
    case members(MembersDraft)

    /// A row or column of its own.
    case item(ItemDraft)

    /// A total.
    case total(TextValue)

    /// The periods of a kind; nil for the report's own.
    case periods(PeriodKind?, count: Int, newestFirst: Bool)

    /// A change between two columns.
    case change(ChangeDraft)

    /// Expected numbers, with the labels of their columns.
    case forecast(ForecastColumn, labels: [TextValue])
  }

  /// What decides the cells of each part: one for each item of years, else one for each part.
  var sides: [AxisSide] {
    parts.indices.flatMap { index -> [AxisSide] in
      guard let part = parts[index] else { return [] }
      switch part.shape {
      case .years(_, _, let each):
        return each.isEmpty
          ? [AxisSide(part: index, place: part.place)]
          : each.map { AxisSide($0, part: index) }
      case .members(let members):
        return [
          AxisSide(part: index, place: part.place, dimensions: [members.dimension.text])
        ]
      case .item(let item): return [AxisSide(item, part: index)]
      case .total: return [AxisSide(part: index, place: part.place, isTotal: true)]
      case .periods: return [AxisSide(part: index, place: part.place)]
      case .change, .forecast: return []
      }
    }
  }
}

/// What a row or column says about its cells.
struct AxisSide {
  /// The index of the axis's part that it belongs to.
  let part: Int

  /// Where it stands.
  let place: Place

  /// The indicator that it names.
  var indicator: TextValue?

  /// The dimensions that it narrows.
  var dimensions: [String] = []

  /// What it narrows its cells to, as it stands in the file.
  var selection: DefinitionNode?

  /// The dimensions over which it shows a share.
  var shareOver: [String] = []

  /// Whether its cells are those of another figure.
  var isReference = false

  /// Whether it is a total.
  var isTotal = false

  /// The indicators of the cells that it declares for columns; nil for the figure's.
  var cellIndicators: [TextValue?] = []
}

extension AxisSide {
  init(_ item: ItemDraft, part: Int) {
    self.init(
      part: part, place: item.label.place, indicator: item.indicator,
      dimensions: item.selectedDimensions, selection: item.selection,
      shareOver: item.share.map(\.text),
      isReference: item.isReference || !item.cells.isEmpty || item.isRank,
      cellIndicators: item.cells.compactMap { _, cell in
        guard case .item(let own) = cell, !own.isReference else { return nil }
        return .some(own.indicator)
      })
  }
}

/// A row or column of its own, as it stands in the file.
struct ItemDraft {
  /// The label.
  let label: TextValue

  /// The indicator, where it names one.
  let indicator: TextValue?

  /// Its `where`.
  let selection: DefinitionNode?

  /// The dimensions over which it shows the share.
  let share: [TextValue]

  /// The cell of another figure.
  let cell: CellReference?

  /// Whether it has the key `cell`, broken or not.
  let isReference: Bool

  /// Which period it is about.
  let time: CellTime

  /// Whether a total leaves it out.
  let isPart: Bool

  /// Whether it shows the place of each row.
  let isRank: Bool

  /// The cells that it declares for columns.
  let cells: [(column: TextValue, cell: CellDraft)]

  /// A cell that a row declares for a column.
  enum CellDraft {
    /// What an item says.
    indirect case item(ItemDraft)

    /// The change of a row of another figure.
    case change(ChangeCell)
  }

  /// The dimensions that its `where` names.
  var selectedDimensions: [String] {
    guard case .mapping(let entries)? = selection?.content else { return [] }
    return entries.map(\.key)
  }
}

/// A change between two columns, as it stands in the file.
struct ChangeDraft {
  /// The labels of the column and of the two that it compares.
  let label: TextValue
  let from: TextValue
  let to: TextValue
}

/// The members of a dimension as rows or columns, as they stand in the file.
struct MembersDraft {
  /// The dimension.
  let dimension: TextValue

  /// The members that are shown, where they are listed.
  let only: [TextValue]?

  /// The labels of members, by slug.
  let labels: [(slug: TextValue, label: TextValue)]

  /// The label of records without a member.
  let empty: TextValue?

  /// The label of the members beyond the first ones.
  let rest: TextValue?

  /// How members are sorted.
  let order: MemberAxis.Order

  /// How many are shown.
  let top: Int?

  /// Whether members without records are left out.
  let leavesOutEmpty: Bool
}
