public import Indicators

/// The rows or the columns of a figure, as they are declared: parts one after another.
public struct AxisDefinition: Sendable, Hashable {
  /// The parts.
  public let parts: [AxisPart]

  /// Creates an axis.
  public init(_ parts: [AxisPart]) {
    self.parts = parts
  }
}

/// A run of rows or columns.
public enum AxisPart: Sendable, Hashable {
  /// The reported year and those before it. Each year gives one item, or with `each` one per item,
  /// labelled `2019 / Aantal`.
  case years(count: Int, newestFirst: Bool, each: [AxisItem])

  /// The periods of a kind that end with the reported one, or with its last month, and those before
  /// it; nil for the report's own kind.
  case periods(PeriodKind?, count: Int, newestFirst: Bool)

  /// The members of a dimension.
  case members(MemberAxis)

  /// One row or column of its own.
  case item(AxisItem)

  /// The total of all items before it on the axis: the sum of parts for an additive measure, else
  /// counted anew over the members of the parts together.
  case total(label: String)

  /// A column with the change from one column to another.
  case change(ChangeColumn)

  /// Columns with the expected end of the year.
  case forecast(ForecastColumn)
}

/// The change between two columns, as a column.
public struct ChangeColumn: Sendable, Hashable {
  /// The label.
  public let label: String

  /// The label of the earlier column.
  public let from: String

  /// The label of the later column.
  public let to: String

  /// Creates a change.
  public init(label: String, from: String, to: String) {
    self.label = label
    self.from = from
    self.to = to
  }
}

/// The members of a dimension as rows or columns.
public struct MemberAxis: Sendable, Hashable {
  /// The dimension.
  public let dimension: String

  /// The members (slugs) that are shown, in this order; nil for all of the code list in its order.
  public let only: [String]?

  /// The label of records in which the dimension is empty; nil when these have no row.
  public let emptyLabel: String?

  /// How the members are sorted.
  public let order: Order

  /// How many members are shown at most, from the first on; nil for all.
  public let top: Int?

  /// The label of the members beyond `top` together; nil when they have no row.
  public let restLabel: String?

  /// Whether members without any record in the figure are left out.
  public let leavesOutEmpty: Bool

  /// Labels that replace those of the code list, by slug.
  public let labels: [String: String]

  /// How members are sorted.
  public enum Order: String, Sendable, Hashable, CaseIterable {
    /// As in the code list; open lists by label.
    case codeList = "code-list"

    /// By label, by code point after folding.
    case label

    /// By the value in the last column that is not a change, the largest first, ties by label.
    case descending
  }

  /// Creates an axis of members.
  public init(
    dimension: String, only: [String]? = nil, emptyLabel: String? = nil, order: Order = .codeList,
    top: Int? = nil, restLabel: String? = nil, leavesOutEmpty: Bool = false,
    labels: [String: String] = [:]
  ) {
    self.dimension = dimension
    self.only = only
    self.emptyLabel = emptyLabel
    self.order = order
    self.top = top
    self.restLabel = restLabel
    self.leavesOutEmpty = leavesOutEmpty
    self.labels = labels
  }
}

/// One row or column.
public struct AxisItem: Sendable, Hashable {
  /// The label.
  public let label: String

  /// The indicator, where it is not the figure's.
  public let indicator: String?

  /// What the row or column is narrowed to: members by dimension.
  public let members: [String: [String]]

  /// The dimensions over which it shows the share, instead of the number; empty for the number.
  public let shareOver: [String]

  /// Another figure's cell that it repeats; the other axis gives the year.
  public let cell: CellReference?

  /// Which period it is about.
  public let time: CellTime

  /// Whether the value is not added to a total that follows (a part of an item before it).
  public let isPartOfAnother: Bool

  /// Whether a column shows the place of each row, from 1.
  public let isRank: Bool

  /// The row's own cells by the label of their column; columns that are not named have no cell in
  /// this row. Empty for a row whose cells follow from the columns.
  public let cells: [String: OwnCell]

  /// Creates an item.
  public init(
    label: String, indicator: String? = nil, members: [String: [String]] = [:],
    shareOver: [String] = [], cell: CellReference? = nil, time: CellTime = .reported,
    isPartOfAnother: Bool = false, isRank: Bool = false, cells: [String: OwnCell] = [:]
  ) {
    self.label = label
    self.indicator = indicator
    self.members = members
    self.shareOver = shareOver
    self.cell = cell
    self.time = time
    self.isPartOfAnother = isPartOfAnother
    self.isRank = isRank
    self.cells = cells
  }
}

/// A cell that a row declares for one of its columns.
public enum OwnCell: Sendable, Hashable {
  /// What an item says: an indicator with its narrowing, or another figure's cell.
  case item(AxisItem)

  /// The change of a row of another figure against the year before.
  case change(ChangeCell)
}

/// The change of a row of another figure, as a cell.
public struct ChangeCell: Sendable, Hashable {
  /// The figure and the row.
  public let of: CellReference

  /// Whether it is the difference of the numbers instead of a percentage.
  public let isDifference: Bool

  /// Whether a fall is the positive direction, as in "fewer than the year before".
  public let isFall: Bool

  /// Creates a change.
  public init(of reference: CellReference, isDifference: Bool = false, isFall: Bool = false) {
    self.of = reference
    self.isDifference = isDifference
    self.isFall = isFall
  }
}

/// A cell of a figure, by the labels that the report prints.
public struct CellReference: Sendable, Hashable {
  /// The figure's id.
  public let figure: String

  /// The row's label.
  public let row: String

  /// The column's label; nil for the column of the year that is asked for.
  public let column: String?

  /// Creates a reference.
  public init(figure: String, row: String, column: String? = nil) {
    self.figure = figure
    self.row = row
    self.column = column
  }
}
