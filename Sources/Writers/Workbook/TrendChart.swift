import CXlsxWriter
import Indicators
import Reports

/// A small line of one row's periods, with a dot at the last one: the library knows no sparklines.
struct TrendChart {
  /// The figure with the periods, and the row.
  let figure: Figure
  let row: Int

  /// The columns of the periods, from the first one on, and what they are called.
  let series: [(period: ReportingPeriod, index: Int)]
  let calendar: PeriodCalendar

  /// The sheet with the numbers and the row of its header.
  let table: String
  let headerRow: Int

  /// Puts the chart over a cell of a sheet.
  func insert(
    into sheet: Sheet, row target: Int, column: Int, size: (width: Double, height: Double),
    name: String
  ) throws(WorkbookError) {
    guard columns.count > 1 else { return }
    let chart = try sheet.file.addChart(LXW_CHART_LINE)
    let values = range(columns)
    guard let line = chart_add_series(chart, nil, values) else {
      throw .refused(action: "add a trend to sheet '\(sheet.name)'")
    }
    let isJoined = breaks.count < columns.count - 1
    SeriesStyle.trend(line, isJoined: isJoined)
    if isJoined {
      try SeriesStyle.interrupt(line, before: breaks, count: columns.count, file: sheet.file)
    }
    if isNewestFirst, let last = chart_add_series(chart, nil, range(Array(columns.prefix(1)))) {
      SeriesStyle.trendEnd(last)
    }
    frame(chart)
    var options = lxw_chart_options()
    options.description = sheet.file.strings.pointer(
      CellText.cleaned("\(name): \(alternativeText)"))
    options.x_offset = 6
    options.y_offset = 2
    options.x_scale = size.width / 480
    options.y_scale = size.height / 288
    options.object_position = UInt8(LXW_OBJECT_MOVE_AND_SIZE.rawValue)
    try sheet.file.check(
      worksheet_insert_chart_opt(
        sheet.worksheet, lxw_row_t(target), lxw_col_t(column), chart, &options),
      "insert a trend of sheet '\(sheet.name)'")
  }

  /// The columns with numbers next to each other, up to the last period, in the order of the sheet: a
  /// text would be drawn as zero.
  private var columns: [Int] {
    var kept: [Int] = []
    for (_, index) in series.reversed() {
      guard figure.cells[row][index].value.fraction != nil else { break }
      if let last = kept.last, abs(last - index) != 1 { break }
      kept.append(index)
    }
    return kept.sorted()
  }

  /// Whether the last period comes first; only then one number alone is drawn at its place.
  private var isNewestFirst: Bool {
    (series.first?.index ?? 0) > (series.last?.index ?? 0)
  }

  /// The places in the chart to which no line may lead.
  private var breaks: Set<Int> {
    let label = figure.rows[row].label
    let year = Dictionary(series.map { ($0.index, $0.period.year) }) { first, _ in first }
    return Set(
      zip(columns, columns.dropFirst()).enumerated().compactMap { place, pair in
        guard let left = year[pair.0], let right = year[pair.1] else { return nil }
        let isBroken = figure.breaks.contains {
          $0.separates(label, min(left, right), max(left, right))
        }
        return isBroken ? place + 1 : nil
      })
  }

  private func range(_ columns: [Int]) -> String {
    let first = Sheet.reference(row: headerRow + 1 + row, column: (columns.first ?? 0) + 1)
    let last = Sheet.reference(row: headerRow + 1 + row, column: (columns.last ?? 0) + 1)
    return "=\(Sheet.quoted(table))!\(first):\(last)"
  }

  /// The periods and their numbers, from the first one on.
  private var alternativeText: String {
    series.filter { columns.contains($0.index) }.map { period, index in
      "\(calendar.name(of: period, isShort: true)): \(figure.cells[row][index].value.plainDecimal)"
    }.joined(separator: "; ")
  }

  /// No axes, no legend: the line between its lowest and highest number. In a table whose last period
  /// comes first they run from right to left, and so the dot is at the right.
  private func frame(_ chart: UnsafeMutablePointer<lxw_chart>) {
    chart_title_off(chart)
    chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
    if isNewestFirst { chart_axis_set_reverse(chart.pointee.x_axis) }
    let numbers = columns.compactMap { figure.cells[row][$0].value.fraction }
      .map { Double($0.numerator) / Double($0.denominator) }
    if let low = numbers.min(), let high = numbers.max(), low < high {
      let room = (high - low) * 0.2
      chart_axis_set_min(chart.pointee.y_axis, low - room)
      chart_axis_set_max(chart.pointee.y_axis, high + room)
    }
    chart_axis_major_gridlines_set_visible(chart.pointee.y_axis, 0)
    chart_axis_off(chart.pointee.x_axis)
    chart_axis_off(chart.pointee.y_axis)
    var none = lxw_chart_line()
    none.none = 1
    chart_chartarea_set_line(chart, &none)
    var clear = lxw_chart_fill()
    clear.none = 1
    chart_chartarea_set_fill(chart, &clear)
  }
}
