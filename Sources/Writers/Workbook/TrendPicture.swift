import Indicators
import Reports

/// A row of small columns, one for each period of a series, as text: the library knows no sparklines.
///
/// The columns stand on zero. A period without a number is a dot.
struct TrendPicture {
  private let columns: [(period: ReportingPeriod, index: Int)]

  private static let blocks = Array("▁▂▃▄▅▆▇█")

  /// The picture of a figure's series; with `isFocus`, of those about the report's member.
  init(figure: Figure, isFocus: Bool) {
    var columns: [(period: ReportingPeriod, index: Int)] = []
    for (index, column) in figure.columns.enumerated()
    where column.isInSeries && column.isFocus == isFocus {
      if let period = column.period { columns.append((period, index)) }
    }
    self.columns = columns.sorted { $0.period.firstDay < $1.period.firstDay }
  }

  /// Whether there are periods enough to show.
  var isShown: Bool { columns.count > 2 }

  /// The column, with the first and last period in its header.
  func column(_ report: Report) -> SheetTable.Column {
    let ends = [columns.first, columns.last].compactMap { $0?.period }
    let years = ends.map { report.calendar.name(of: $0, isShort: true) }.joined(separator: "-")
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
