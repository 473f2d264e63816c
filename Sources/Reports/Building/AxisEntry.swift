internal import Indicators

/// One row or column of a figure with all that decides its cells.
struct AxisEntry {
  /// The label.
  var label: String

  /// What kind of row or column it is.
  var content: Content

  /// The indicator, where it is not the figure's.
  var indicator: String?

  /// What it is narrowed to.
  var members: [String: [String]] = [:]

  /// The dimensions over which it shows a share.
  var shareOver: [String] = []

  /// The period that it is about; nil for the reported one.
  var period: ReportingPeriod?

  /// Whether it is one of a series of periods, each like the others.
  var isInSeries = false

  /// Another figure's cell.
  var cell: CellReference?

  /// Whether a total leaves it out because it is part of another entry.
  var isPartOfAnother = false

  /// Whether its cells are the places of the rows.
  var isRank = false

  /// The cells that it declares for columns, by label; empty where they follow from the columns.
  var cells: [String: EntryCell] = [:]

  /// The dimension that is an open list, all of whose members a total is over.
  var openDimension: String?

  /// The label of the member that it is about, where it stands beside the same of the whole.
  var focus: String?

  /// Whether it is not printed, but needed for what another entry is made of.
  var isHidden = false

  /// Whether indicators can be asked for its cells; not for a total of parts that have not one
  /// indicator, one year and one dimension, which can only be added up.
  var canBeAsked = true

  /// What the parts of a total are narrowed on.
  var partDimensions: Set<String> = []

  /// The indicators that the parts of a total name; nil for the figure's.
  var partIndicators: Set<String?> = []

  enum Content: Equatable {
    /// Cells of its own.
    case value

    /// The total of the entries with these indexes.
    case total(of: [Int])

    /// The change of the year in one entry against the year in another.
    case change(from: Int, to: Int)

    /// An estimate from other entries.
    case forecast(ForecastEntry)
  }

  /// A cell that a row declares for a column.
  enum EntryCell {
    /// What a row of its own would show there.
    indirect case entry(AxisEntry)

    /// The change of a row of another figure.
    case change(ChangeCell)
  }

  /// The year that it is about; nil for the reported one.
  var year: Int? { period?.year }

  /// Whether it is a total.
  var isTotal: Bool {
    if case .total = content { return true }
    return false
  }

  /// Whether it is a change.
  var isChange: Bool {
    if case .change = content { return true }
    return false
  }

  /// Whether it is an estimate.
  var isForecast: Bool {
    if case .forecast = content { return true }
    return false
  }

  /// Whether its cells are made from those of other entries, whatever these are about.
  var isDerived: Bool { isChange || isForecast }
}
