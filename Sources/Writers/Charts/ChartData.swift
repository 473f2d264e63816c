import Reports

/// The cells of a chart, arranged as it shows them.
struct ChartData {
  /// One series: a name and a cell for every category.
  struct Series {
    let name: String
    let cells: [Cell]
  }

  let categories: [String]
  let series: [Series]

  /// The categories before which the series break; none where the series are the years.
  let breaks: Set<Int>

  /// The series, or the categories where `breaks` lie between them, of years that cannot be compared
  /// with the last one: their bars are open.
  let earlier: Set<Int>

  /// Whether the series are the years.
  let hasSeriesOfYears: Bool

  /// Takes the chart's cells from its figure; rows and columns that are not there are left out.
  init(_ chart: Chart, of figure: Figure) {
    let rows = chart.rows.filter { figure.rows.indices.contains($0) }
    let columns = chart.columns.filter { figure.columns.indices.contains($0) }
    let rowLabels = rows.map { figure.rows[$0].label }
    let columnLabels = columns.map { figure.columns[$0].label }
    breaks =
      chart.seriesInColumns
      ? [] : Set(columns.indices.filter { chart.breaksBefore.contains(columns[$0]) })
    hasSeriesOfYears = chart.seriesInColumns
    earlier = ChartData.earlier(chart, columns.map { figure.columns[$0] }, columns)
    if chart.seriesInColumns {
      categories = rowLabels
      series = zip(columnLabels, columns).map { label, column in
        Series(name: label, cells: rows.map { figure.cells[$0][column] })
      }
    } else {
      categories = columnLabels
      series = zip(rowLabels, rows).map { label, row in
        Series(name: label, cells: columns.map { figure.cells[row][$0] })
      }
    }
  }

  /// The columns on the other side of a break than the last year.
  private static func earlier(
    _ chart: Chart, _ columns: [FigureColumn], _ indexes: [Int]
  ) -> Set<Int> {
    let breaks = indexes.indices.filter { chart.breaksBefore.contains(indexes[$0]) }
    guard let first = breaks.first, let last = breaks.last else { return [] }
    let isNewestFirst = (columns.first?.year ?? 0) > (columns.last?.year ?? 0)
    return Set(isNewestFirst ? first..<indexes.count : 0..<last)
  }

  /// Whether the bars of a series in a category are open.
  func isOpen(series: Int, category: Int) -> Bool {
    earlier.contains(hasSeriesOfYears ? series : category)
  }

  /// The indexes of the categories in which every series has a number.
  var completeCategories: [Int] {
    categories.indices.filter { index in
      series.allSatisfy { $0.cells[index].value.fraction != nil }
    }
  }

  /// How the numbers of the axis are printed: as the first cell that has a number.
  var style: NumberStyle {
    let cells = series.flatMap(\.cells)
    return (cells.first { $0.value.fraction != nil } ?? cells.first)?.style ?? .count
  }

  /// The lengths of one category's cells.
  func amounts(ofCategory index: Int) -> [Double] {
    series.map { $0.cells[index].value.length }
  }

  /// All lengths.
  var amounts: [Double] { series.flatMap { $0.cells.map(\.value.length) } }
}

extension CellValue {
  /// The value as a length on an axis, percents times 100; zero for a cell without a number.
  var length: Double {
    guard let (numerator, denominator) = fraction else { return 0 }
    return Double(numerator) / Double(denominator)
  }
}
