import Reports

/// Where a chart's cells are on the sheet, as formulas.
struct ChartRanges {
  /// The formulas of a series.
  struct Series {
    let name: String
    let values: String
  }

  let categories: String
  let series: [Series]

  init(chart: Chart, figure: Figure, sheet: String, headerRow: Int) {
    let rows = chart.rows.filter { figure.rows.indices.contains($0) }.map { headerRow + 1 + $0 }
    let columns = chart.columns.filter { figure.columns.indices.contains($0) }.map { $0 + 1 }
    let quoted = Sheet.quoted(sheet)
    func range(_ rows: [Int], _ columns: [Int]) -> String {
      ChartRanges.formula(rows: rows, columns: columns, sheet: quoted)
    }
    if chart.seriesInColumns {
      categories = range(rows, [0])
      series = columns.map {
        Series(name: range([headerRow], [$0]), values: range(rows, [$0]))
      }
    } else {
      categories = range([headerRow], columns)
      series = rows.map { Series(name: range([$0], [0]), values: range([$0], columns)) }
    }
  }

  /// The name of a series: its text, or the cell that holds it when the library would take the
  /// text for a formula, or Excel for a code.
  func nameOfSeries(_ index: Int, _ text: String) -> String {
    let cleaned = CellText.cleaned(text.singleLine)
    let isSafe = !cleaned.isEmpty && !cleaned.hasPrefix("=") && !cleaned.contains("_x")
    return isSafe ? cleaned : series[index].name
  }

  /// The formula of cells in one row or one column; runs of neighbours become one range.
  private static func formula(rows: [Int], columns: [Int], sheet: String) -> String {
    let isVertical = columns.count == 1
    let runs = runs(of: isVertical ? rows : columns)
    let ranges = runs.map { run in
      let first =
        isVertical
        ? Sheet.reference(row: run.lowerBound, column: columns[0])
        : Sheet.reference(row: rows[0], column: run.lowerBound)
      let last =
        isVertical
        ? Sheet.reference(row: run.upperBound, column: columns[0])
        : Sheet.reference(row: rows[0], column: run.upperBound)
      return first == last ? "\(sheet)!\(first)" : "\(sheet)!\(first):\(last)"
    }
    return ranges.count == 1 ? "=\(ranges[0])" : "=(\(ranges.joined(separator: ",")))"
  }

  private static func runs(of places: [Int]) -> [ClosedRange<Int>] {
    var runs: [ClosedRange<Int>] = []
    for place in places {
      if let last = runs.last, last.upperBound + 1 == place {
        runs[runs.count - 1] = last.lowerBound...place
      } else {
        runs.append(place...place)
      }
    }
    return runs
  }
}
