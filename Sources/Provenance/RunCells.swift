/// The cells of a run, as its `figures.csv` has them.
public struct RunCells: Sendable, Hashable {
  /// The cells, in the order of the report.
  public let cells: [RunCell]

  /// Creates the cells of a run.
  init(_ cells: [RunCell]) {
    self.cells = cells
  }

  /// Reads the cells from a table's bytes; nil when it is not such a table.
  public init?(csv bytes: [UInt8]) {
    guard let records = DelimitedText.records(of: bytes), let header = records.first else {
      return nil
    }
    let places = RunCell.columns.compactMap(header.firstIndex(of:))
    guard places.count == RunCell.columns.count else { return nil }
    var cells: [RunCell] = []
    for record in records.dropFirst() {
      guard record.count == header.count, let cell = RunCell(places.map { record[$0] }) else {
        return nil
      }
      cells.append(cell)
    }
    self.cells = cells
  }
}

/// One cell of a run.
public struct RunCell: Sendable, Hashable, Codable {
  /// The columns of the table that are read.
  static let columns = [
    "figure", "row", "column", "value", "marker", "unit", "source", "status",
  ]

  /// Where it stands.
  public let place: CellPlace

  /// The exact value as a plain decimal; empty when it has none.
  public let value: String

  /// Why there is no value; empty when there is one.
  public let marker: String

  /// What one unit of it is.
  public let unit: String

  /// `exports`, `hand` or `register`.
  public let source: String

  /// `validated` or `indicative`.
  public let status: String

  /// Creates a cell from the fields of `columns`; nil when the value is no plain decimal.
  init?(_ fields: [String]) {
    guard fields.count == RunCell.columns.count,
      fields[3].isEmpty || ExactDecimal(fields[3]) != nil
    else { return nil }
    place = CellPlace(
      figure: fields[0].withoutGuard, row: fields[1].withoutGuard, column: fields[2].withoutGuard)
    value = fields[3]
    marker = fields[4]
    unit = fields[5].withoutGuard
    source = fields[6]
    status = fields[7]
  }

  /// The cell in another column.
  func moved(to column: String) -> RunCell {
    RunCell(
      place: CellPlace(figure: place.figure, row: place.row, column: column), value: value,
      marker: marker, unit: unit, source: source, status: status)
  }

  private init(
    place: CellPlace, value: String, marker: String, unit: String, source: String, status: String
  ) {
    self.place = place
    self.value = value
    self.marker = marker
    self.unit = unit
    self.source = source
    self.status = status
  }

  /// The value, or the marker where there is none.
  public var text: String { value.isEmpty ? "'\(marker)'" : value }
}

/// Where a cell stands: by the labels that the report prints.
public struct CellPlace: Sendable, Hashable, Codable {
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
}

extension String {
  /// The text without the apostrophe that keeps a spreadsheet from taking it for a formula.
  var withoutGuard: String {
    guard hasPrefix("'"), let first = unicodeScalars.first(where: { $0 != "'" }),
      String.formulaStarts.contains(first)
    else { return self }
    return String(dropFirst())
  }

  private static let formulaStarts: Set<Unicode.Scalar> = [
    "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\t", "\r", "\n",
  ]
}
