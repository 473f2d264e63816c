import CXlsxWriter
import Reports

/// A native chart of a figure, over the cells of its table.
struct FigureChart {
  private let chart: Chart
  private let figure: Figure
  private let data: ChartData
  private let remark: String

  /// The categories before which no line may be drawn.
  private let breaks: Set<Int>

  /// The width of every chart, in pixels.
  static let width = 580.0

  /// Creates the chart, or returns nil when there is nothing to show.
  ///
  /// `remark` says what open bars mean, for a chart that has them.
  init?(_ chart: Chart, of figure: Figure, remark: String = "") {
    let shown = chart.kind == .lines ? FigureChart.withoutGaps(chart, of: figure) : chart
    self.chart = shown
    self.figure = figure
    data = ChartData(shown, of: figure)
    let broken = shown.seriesInColumns ? [] : chart.breaksBefore
    breaks = Set(broken.compactMap { column in shown.columns.firstIndex { $0 >= column } })
    self.remark = shown.hasOpenBars(data) ? remark : ""
    guard !data.series.isEmpty, !data.categories.isEmpty else { return nil }
  }

  /// The chart without the categories that lack a number: Excel draws a text as a zero, and a line
  /// that falls to zero says something untrue.
  private static func withoutGaps(_ chart: Chart, of figure: Figure) -> Chart {
    let kept = ChartData(chart, of: figure).completeCategories
    let categories = chart.seriesInColumns ? chart.rows : chart.columns
    let left = kept.filter(categories.indices.contains).map { categories[$0] }
    return Chart(
      kind: chart.kind, title: chart.title, rows: chart.seriesInColumns ? left : chart.rows,
      columns: chart.seriesInColumns ? chart.columns : left,
      seriesInColumns: chart.seriesInColumns, alternativeText: chart.alternativeText)
  }

  /// The height that the categories need, in pixels.
  var height: Double {
    let bars = Double(data.categories.count)
    let series = Double(data.series.count)
    return switch chart.kind {
    case .bars: min(max(130 + bars * (series * 16 + 14), 240), 900)
    case .stackedBars, .fullBars: min(max(140 + bars * 36, 240), 900)
    case .columns, .lines: 360
    case .pie: min(max(320 + bars * 6, 340), 480)
    }
  }

  /// Puts the chart on a sheet, `left` pixels from its edge; `table` is the sheet with the numbers.
  func insert(
    into sheet: Sheet, row: Int, left: Double, table: String, headerRow: Int
  ) throws(WorkbookError) {
    let ranges = ChartRanges(chart: chart, figure: figure, sheet: table, headerRow: headerRow)
    let native = try sheet.file.addChart(type)
    for (index, series) in ranges.series.enumerated() {
      guard let added = chart_add_series(native, ranges.categories, series.values) else {
        throw .refused(action: "add a series to the chart of sheet '\(sheet.name)'")
      }
      let name = ranges.nameOfSeries(index, data.series[index].name)
      chart_series_set_name(added, name)
      try style(added, index: index, sheet: sheet)
    }
    styleFrame(of: native, file: sheet.file)
    var options = lxw_chart_options()
    options.description = sheet.file.strings.pointer(
      CellText.cleaned(chart.alternativeText.singleLine))
    options.x_offset = Int32(left)
    options.x_scale = FigureChart.width / 480
    options.y_scale = height / 288
    options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
    try sheet.file.check(
      worksheet_insert_chart_opt(sheet.worksheet, lxw_row_t(row), 0, native, &options),
      "insert the chart of sheet '\(sheet.name)'")
  }

  private var type: lxw_chart_type {
    switch chart.kind {
    case .bars: LXW_CHART_BAR
    case .columns: LXW_CHART_COLUMN
    case .stackedBars: LXW_CHART_BAR_STACKED
    case .fullBars: LXW_CHART_BAR_STACKED_PERCENT
    case .pie: LXW_CHART_PIE
    case .lines: LXW_CHART_LINE
    }
  }

  private func styleFrame(of native: UnsafeMutablePointer<lxw_chart>, file: WorkbookFile) {
    ChartFrame(
      kind: chart.kind, seriesCount: data.series.count, isOfWhole: isOfWhole,
      isPositive: data.amounts.allSatisfy { $0 >= 0 }
    )
    .style(
      native,
      title: [chart.title.singleLine, remark].filter { !$0.isEmpty }.joined(separator: "\n"),
      format: file.localized(axisFormat))
  }

  /// Whether every bar is a part of a hundred percent.
  private var isOfWhole: Bool {
    guard chart.kind == .stackedBars, data.style.isPercent else { return chart.kind == .fullBars }
    let sums = data.categories.indices.map { data.amounts(ofCategory: $0).reduce(0, +) }
    return sums.allSatisfy { $0 <= 100.001 }
  }

  private var axisFormat: String {
    chart.kind == .fullBars || data.style.isPercent ? "0%" : "#,##0"
  }

  private func style(
    _ series: UnsafeMutablePointer<lxw_chart_series>, index: Int, sheet: Sheet
  ) throws(WorkbookError) {
    switch chart.kind {
    case .bars, .columns:
      SeriesStyle.fill(series, ChartPaint.besideColor(index, of: data.series.count))
      SeriesStyle.label(
        series, format: sheet.file.localized(labelFormat(index)), color: ChartPaint.ink)
      let isMissing = data.series[index].cells.map { $0.value.fraction == nil }
      try SeriesStyle.hideLabels(of: series, hidden: isMissing, file: sheet.file)
      try openEarlierBars(of: series, index: index, file: sheet.file)
    case .stackedBars, .fullBars:
      SeriesStyle.fill(series, ChartPaint.color(index))
      SeriesStyle.label(
        series, format: sheet.file.localized(labelFormat(index)), color: ChartPaint.colorOn(index))
      try SeriesStyle.hideLabels(of: series, hidden: smallParts(of: index), file: sheet.file)
    case .lines:
      SeriesStyle.line(series, ChartPaint.color(index))
      try SeriesStyle.interrupt(
        series, before: breaks, count: data.categories.count, file: sheet.file)
    case .pie:
      SeriesStyle.labelSlices(series, format: sheet.file.localized(labelFormat(index)))
      let lengths = data.series[index].cells.map(\.value.length)
      // Labels of slivers would lie on top of each other; their numbers are in the table.
      let least = lengths.reduce(0, +) * (lengths.count > 8 ? 0.025 : 0.005)
      try SeriesStyle.hideLabels(
        of: series, hidden: lengths.map { $0 <= least }, file: sheet.file)
      try SeriesStyle.colorSlices(of: series, count: lengths.count, file: sheet.file)
    }
  }

  /// A break of the series is drawn: the bars on its other side are open.
  private func openEarlierBars(
    of series: SeriesStyle.Series, index: Int, file: WorkbookFile
  ) throws(WorkbookError) {
    guard !data.earlier.isEmpty else { return }
    if !data.hasSeriesOfYears {
      try SeriesStyle.outline(
        series, points: data.earlier, count: data.categories.count, file: file)
    } else if data.earlier.contains(index) {
      SeriesStyle.outline(series)
    }
  }

  private func labelFormat(_ index: Int) -> String {
    let cell = data.series[index].cells.first { $0.value.fraction != nil }
    return cell.map { CellFormat.code(for: $0.value, style: $0.style) } ?? "#,##0"
  }

  /// Which parts of bars are too small for their number.
  private func smallParts(of index: Int) -> [Bool] {
    let sums = data.categories.indices.map { data.amounts(ofCategory: $0).reduce(0, +) }
    let longest = sums.max() ?? 0
    return data.series[index].cells.enumerated().map { category, cell in
      let whole = chart.kind == .fullBars ? sums[category] : longest
      return cell.value.length < whole * 0.055
    }
  }
}
