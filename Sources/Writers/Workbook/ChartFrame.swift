import CXlsxWriter
import Reports

/// What stands around the series of a native chart: title, axes, legend.
struct ChartFrame {
  let kind: ChartKind
  let seriesCount: Int

  /// Whether the axis ends at the whole, because bars are parts of it.
  let isOfWhole: Bool

  /// Whether no number is below zero, so that the axis begins there.
  let isPositive: Bool

  /// Styles the chart.
  func style(_ chart: UnsafeMutablePointer<lxw_chart>, title: String, format: String) {
    setTitle(of: chart, title)
    setLegend(of: chart)
    var border = lxw_chart_line()
    border.none = 1
    chart_chartarea_set_line(chart, &border)
    guard kind != .pie else { return }
    setAxes(of: chart, format: format)
  }

  private func setTitle(of chart: UnsafeMutablePointer<lxw_chart>, _ title: String) {
    let cleaned = CellText.cleaned(title)
    guard !cleaned.isEmpty else {
      chart_title_off(chart)
      return
    }
    // The library takes a title that begins with an equals sign for a formula.
    chart_title_set_name(chart, cleaned.hasPrefix("=") ? " " + cleaned : cleaned)
    var font = lxw_chart_font()
    font.size = 12
    font.bold = 1
    font.color = ChartPaint.ink
    chart_title_set_name_font(chart, &font)
  }

  private func setLegend(of chart: UnsafeMutablePointer<lxw_chart>) {
    let hasLegend = seriesCount > 1 && kind != .pie
    chart_legend_set_position(
      chart,
      UInt8((hasLegend ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE).rawValue))
  }

  private func setAxes(of chart: UnsafeMutablePointer<lxw_chart>, format: String) {
    // In bar charts the library has the axes swapped: x runs along the bars.
    let isHorizontal = kind == .bars || kind == .stackedBars || kind == .fullBars
    let categories = isHorizontal ? chart.pointee.y_axis : chart.pointee.x_axis
    let values = isHorizontal ? chart.pointee.x_axis : chart.pointee.y_axis
    switch kind {
    case .bars, .stackedBars, .fullBars:
      // Bars run from bottom to top unless reversed, and then the numbers move to the top.
      chart_axis_set_reverse(categories)
      chart_axis_set_label_position(
        values, UInt8(LXW_CHART_AXIS_LABEL_POSITION_HIGH.rawValue))
      chart_set_series_gap(chart, 50)
    case .columns: chart_set_series_gap(chart, 50)
    case .lines, .pie: break
    }
    if isPositive { chart_axis_set_min(values, 0) }
    if isOfWhole { chart_axis_set_max(values, 1) }
    chart_axis_set_num_format(values, format)
    var grid = lxw_chart_line()
    grid.color = 0xDFE3E8
    grid.width = 0.75
    chart_axis_major_gridlines_set_visible(values, 1)
    chart_axis_major_gridlines_set_line(values, &grid)
    var none = lxw_chart_line()
    none.none = 1
    chart_axis_set_line(values, &none)
    chart_axis_set_major_tick_mark(categories, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
  }
}
