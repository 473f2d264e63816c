import CXlsxWriter

/// How the series of native charts look.
enum SeriesStyle {
  typealias Series = UnsafeMutablePointer<lxw_chart_series>

  /// Fills bars with a colour, with a white edge between parts.
  static func fill(_ series: Series, _ color: UInt32) {
    var fill = lxw_chart_fill()
    fill.color = color
    chart_series_set_fill(series, &fill)
    var line = lxw_chart_line()
    line.color = 0xFFFFFF
    line.width = 0.75
    chart_series_set_line(series, &line)
  }

  /// Makes bars open: those of a year that cannot be compared with the last.
  static func outline(_ series: Series) {
    var (fill, line) = openBar
    chart_series_set_fill(series, &fill)
    chart_series_set_line(series, &line)
  }

  /// Makes the bars of some categories open.
  static func outline(
    _ series: Series, points: Set<Int>, count: Int, file: WorkbookFile
  ) throws(WorkbookError) {
    var (fill, line) = openBar
    let code = withUnsafeMutablePointer(to: &fill) { fill in
      withUnsafeMutablePointer(to: &line) { line in
        let bars = (0..<count).map { index in
          var point = lxw_chart_point()
          if points.contains(index) {
            point.fill = fill
            point.line = line
          }
          return point
        }
        return withPointers(to: bars) { chart_series_set_points(series, $0) }
      }
    }
    try file.check(code, "open bars of a chart")
  }

  private static var openBar: (lxw_chart_fill, lxw_chart_line) {
    var fill = lxw_chart_fill()
    fill.color = 0xFFFFFF
    var line = lxw_chart_line()
    line.color = ChartPaint.ink
    line.width = 1
    line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue)
    return (fill, line)
  }

  /// Draws a line with dots in a colour.
  static func line(_ series: Series, _ color: UInt32) {
    var line = lxw_chart_line()
    line.color = color
    line.width = 2.25
    chart_series_set_line(series, &line)
    chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
    chart_series_set_marker_size(series, 6)
    var fill = lxw_chart_fill()
    fill.color = color
    chart_series_set_marker_fill(series, &fill)
    chart_series_set_marker_line(series, &line)
  }

  /// Draws the line of a trend, with small dots.
  ///
  /// Without a line where no two years are compared.
  static func trend(_ series: Series, isJoined: Bool) {
    var line = lxw_chart_line()
    line.color = ChartPaint.color(0)
    line.width = 1.5
    if !isJoined { line.none = 1 }
    chart_series_set_line(series, &line)
    dot(series, size: 3, color: ChartPaint.color(0))
  }

  /// Draws the dot at the end of a trend.
  static func trendEnd(_ series: Series) {
    // LibreOffice takes the colour of the dot from the line, which one number has not.
    var line = lxw_chart_line()
    line.color = ChartPaint.color(1)
    line.width = 1.5
    chart_series_set_line(series, &line)
    dot(series, size: 6, color: ChartPaint.color(1))
  }

  private static func dot(_ series: Series, size: UInt8, color: UInt32) {
    chart_series_set_marker_type(series, UInt8(LXW_CHART_MARKER_CIRCLE.rawValue))
    chart_series_set_marker_size(series, size)
    var fill = lxw_chart_fill()
    fill.color = color
    chart_series_set_marker_fill(series, &fill)
    var line = lxw_chart_line()
    line.color = color
    chart_series_set_marker_line(series, &line)
  }

  /// Takes away the pieces of a line that lead to some of its points.
  static func interrupt(
    _ series: Series, before points: Set<Int>, count: Int, file: WorkbookFile
  ) throws(WorkbookError) {
    guard !points.isEmpty else { return }
    var none = lxw_chart_line()
    none.none = 1
    let code = withUnsafeMutablePointer(to: &none) { none in
      let pieces = (0..<count).map { index in
        var point = lxw_chart_point()
        if points.contains(index) { point.line = none }
        return point
      }
      return withPointers(to: pieces) { chart_series_set_points(series, $0) }
    }
    try file.check(code, "interrupt a line of a chart")
  }

  /// Puts numbers on the bars.
  static func label(_ series: Series, format: String, color: UInt32) {
    chart_series_set_labels(series)
    chart_series_set_labels_num_format(series, format)
    setFont(series, color: color)
  }

  /// Puts names and numbers beside the slices.
  static func labelSlices(_ series: Series, format: String) {
    chart_series_set_labels_options(series, 0, 1, 1)
    chart_series_set_labels_num_format(series, format)
    chart_series_set_labels_separator(
      series, UInt8(LXW_CHART_LABEL_SEPARATOR_SPACE.rawValue))
    chart_series_set_labels_position(
      series, UInt8(LXW_CHART_LABEL_POSITION_OUTSIDE_END.rawValue))
    chart_series_set_labels_leader_line(series)
    setFont(series, color: ChartPaint.ink)
  }

  /// Hides the numbers that have no room.
  static func hideLabels(
    of series: Series, hidden: [Bool], file: WorkbookFile
  ) throws(WorkbookError) {
    guard hidden.contains(true) else { return }
    let labels = hidden.map { isHidden in
      var label = lxw_chart_data_label()
      label.hide = isHidden ? 1 : 0
      return label
    }
    let code = withPointers(to: labels) { chart_series_set_labels_custom(series, $0) }
    try file.check(code, "hide labels of a chart")
  }

  /// Gives every slice its colour.
  static func colorSlices(
    of series: Series, count: Int, file: WorkbookFile
  ) throws(WorkbookError) {
    let fills = UnsafeMutablePointer<lxw_chart_fill>.allocate(capacity: max(count, 1))
    defer { fills.deallocate() }
    var line = lxw_chart_line()
    line.color = 0xFFFFFF
    line.width = 1
    let code = withUnsafeMutablePointer(to: &line) { line in
      let points = (0..<count).map { index in
        var fill = lxw_chart_fill()
        fill.color = ChartPaint.color(index)
        (fills + index).initialize(to: fill)
        var point = lxw_chart_point()
        point.fill = fills + index
        point.line = line
        return point
      }
      return withPointers(to: points) { chart_series_set_points(series, $0) }
    }
    try file.check(code, "colour the slices of a chart")
  }

  private static func setFont(_ series: Series, color: UInt32) {
    var font = lxw_chart_font()
    font.size = 9
    font.color = color
    chart_series_set_labels_font(series, &font)
  }

  /// Calls `body` with an array of pointers to the values that ends with a null pointer.
  private static func withPointers<Value>(
    to values: [Value], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<Value>?>) -> lxw_error
  ) -> lxw_error {
    let copies = UnsafeMutablePointer<Value>.allocate(capacity: max(values.count, 1))
    let pointers = UnsafeMutablePointer<UnsafeMutablePointer<Value>?>.allocate(
      capacity: values.count + 1)
    defer {
      copies.deallocate()
      pointers.deallocate()
    }
    for (index, value) in values.enumerated() {
      (copies + index).initialize(to: value)
      (pointers + index).initialize(to: copies + index)
    }
    (pointers + values.count).initialize(to: nil)
    return body(pointers)
  }
}
