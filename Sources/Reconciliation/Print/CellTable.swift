public import Reports

/// Where a number stands in a report.
public struct CellPlace: Sendable, Hashable {
  /// The figure's id.
  public let figure: String

  /// The row's label.
  public let row: String

  /// The column's label.
  public let column: String

  /// Creates a place.
  public init(figure: String, row: String, column: String) {
    self.figure = figure
    self.row = row
    self.column = column
  }

  /// The place as messages name it.
  public var description: String {
    "figure \(figure), \(row), \(column)"
  }
}

/// A number of a table, printed or computed.
public struct TableCell: Sendable, Hashable {
  /// Where it stands.
  public let place: CellPlace

  /// The number; nil for a dash, a blank or a chart.
  public let quantity: Quantity?

  /// The number as it was printed or would be.
  public let text: String

  /// How many decimals it is printed with.
  public let decimals: Int

  /// Whether it is a percentage.
  public let isPercent: Bool

  /// Whether a dash is printed for it.
  public let isDash: Bool

  /// The footnotes of the cell.
  public let note: String

  /// The line of the file on which it stands; 0 for a computed one.
  public let line: Int

  /// Where a computed number comes from; nil for a printed one.
  public let source: Cell.Source?

  /// Creates a printed cell; `text` is a plain decimal or empty.
  public init(
    place: CellPlace, text: String, isPercent: Bool, isDash: Bool, note: String, line: Int
  ) {
    self.place = place
    quantity = Quantity(decimal: text)
    self.text = text
    decimals = Quantity.decimals(in: text)
    self.isPercent = isPercent
    self.isDash = isDash
    self.note = note
    self.line = line
    source = nil
  }

  /// Creates a computed cell.
  init(place: CellPlace, _ cell: Cell) {
    self.place = place
    quantity = cell.value.fraction.flatMap { Quantity(Int128($0), over: Int128($1)) }
    text = quantity?.text(places: cell.style.decimals) ?? ""
    decimals = cell.style.decimals
    isPercent = cell.style.isPercent
    isDash = quantity == nil
    note = ""
    line = 0
    source = cell.source
  }
}

/// The cells of a report, by place and in order.
public struct CellTable: Sendable {
  /// The cells, in the order in which they were given.
  public let cells: [TableCell]

  private let byPlace: [CellPlace: TableCell]
  private let rowLabels: [String: [String]]
  private let columnLabels: [String: [String]]

  /// Creates a table; of two cells at one place the first stands.
  public init(_ cells: [TableCell]) {
    self.cells = cells
    byPlace = Dictionary(cells.map { ($0.place, $0) }) { first, _ in first }
    rowLabels = CellTable.labels(cells, \.row)
    columnLabels = CellTable.labels(cells, \.column)
  }

  /// The cells of a computed report.
  public init(_ report: Report) {
    self.init(
      report.figures.flatMap { figure in
        figure.rows.indices.flatMap { row in
          figure.columns.indices.map { column in
            TableCell(
              place: CellPlace(
                figure: figure.id, row: figure.rows[row].label,
                column: figure.columns[column].label),
              figure.cells[row][column])
          }
        }
      })
  }

  /// The cell at a place.
  public subscript(place: CellPlace) -> TableCell? { byPlace[place] }

  /// The number at a place.
  func quantity(_ figure: String, _ row: String, _ column: String) -> Quantity? {
    byPlace[CellPlace(figure: figure, row: row, column: column)]?.quantity
  }

  /// The labels of a figure's rows, in order.
  func rows(of figure: String) -> [String] { rowLabels[figure] ?? [] }

  /// The labels of a figure's columns, in order.
  func columns(of figure: String) -> [String] { columnLabels[figure] ?? [] }

  /// A figure's label that is spelled so, or so but for case.
  static func label(_ wanted: String, among labels: [String]) -> String? {
    labels.contains(wanted)
      ? wanted : labels.first { $0.lowercased() == wanted.lowercased() }
  }

  private static func labels(
    _ cells: [TableCell], _ axis: KeyPath<CellPlace, String>
  ) -> [String: [String]] {
    var labels: [String: [String]] = [:]
    var seen: Set<[String]> = []
    for cell in cells where seen.insert([cell.place.figure, cell.place[keyPath: axis]]).inserted {
      labels[cell.place.figure, default: []].append(cell.place[keyPath: axis])
    }
    return labels
  }
}
