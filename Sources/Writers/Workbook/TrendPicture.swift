import Reports

/// A row of small columns, one for each year, as text: the library knows no sparklines.
///
/// The columns stand on zero. A year without a number is a dot.
struct TrendPicture {
  private let columns: [(year: Int, index: Int)]

  private static let blocks = Array("▁▂▃▄▅▆▇█")

  /// The picture of a figure's years; with `isFocus`, of those about the report's member.
  init(figure: Figure, isFocus: Bool) {
    var columns: [(year: Int, index: Int)] = []
    for (index, column) in figure.columns.enumerated()
    where column.kind == .value && column.isFocus == isFocus {
      if let year = column.year { columns.append((year, index)) }
    }
    self.columns = columns.sorted { $0.year < $1.year }
  }

  /// Whether there are years enough to show.
  var isShown: Bool { columns.count > 2 }

  /// The column, with the years in its header.
  func column(_ report: Report) -> SheetTable.Column {
    let years = "\(columns.first?.year ?? 0)-\(columns.last?.year ?? 0)"
    return SheetTable.Column(
      header: report.words(.trend, ["years": years]), alignment: .indented, width: 140)
  }

  /// The picture of one row.
  func picture(of cells: [Cell]) -> String {
    let lengths = columns.map { place in
      cells[place.index].value.fraction.map { Double($0.numerator) / Double($0.denominator) }
    }
    guard let longest = lengths.compactMap({ $0 }).max() else { return "" }
    return lengths.map { TrendPicture.block($0, of: longest) }.joined(separator: "\u{200A}")
  }

  private static func block(_ length: Double?, of longest: Double) -> String {
    guard let length else { return "·" }
    guard longest > 0, length > 0 else { return String(blocks[0]) }
    let height = (length / longest * Double(blocks.count)).rounded(.up)
    return String(blocks[min(max(Int(height), 1), blocks.count) - 1])
  }
}
