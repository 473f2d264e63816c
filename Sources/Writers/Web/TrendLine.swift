import Indicators
import Reports

/// A small line of one row's periods on the page, between its lowest and highest number; the table
/// has the numbers too.
struct TrendLine {
  private struct Point {
    let place: Int
    let period: ReportingPeriod
    let length: Double
  }

  private let points: [Point]
  private let count: Int

  /// Whether two neighbours are joined: there is none between them, and no break.
  private let isJoined: (Point, Point) -> Bool

  init(row: Int, of rows: KeyFigureRows) {
    let figure = rows.figure
    var points: [Point] = []
    for (place, column) in rows.series.enumerated() {
      let value = figure.cells[row][column.index].value
      guard value.fraction != nil else { continue }
      points.append(Point(place: place, period: column.period, length: value.length))
    }
    self.points = points
    count = rows.series.count
    let label = figure.rows[row].label
    isJoined = { earlier, later in
      later.place == earlier.place + 1
        && !figure.breaks.contains { series in
          series.separates(label, earlier.period.year, later.period.year)
        }
    }
  }

  /// The line as SVG; empty where there are too few numbers.
  var svg: String {
    guard count > 2, points.count > 1, let end = points.last else { return "" }
    var path = ""
    var dots = ""
    for (index, point) in points.enumerated() {
      let isContinued = index > 0 && isJoined(points[index - 1], point)
      let (x, y) = (fixed(x(of: point)), fixed(y(of: point)))
      path += (isContinued ? "L" : "M") + x + " " + y
      dots += "<circle class=\"year\" cx=\"\(x)\" cy=\"\(y)\" r=\"1.8\"/>"
    }
    return "<svg viewBox=\"0 0 92 26\" width=\"92\" height=\"26\" aria-hidden=\"true\">"
      + "<path d=\"\(path)\"/>\(dots)<circle cx=\"\(fixed(x(of: end)))\" cy=\"\(fixed(y(of: end)))\""
      + " r=\"3\"/></svg>"
  }

  private func x(of point: Point) -> Double {
    4 + 84 * Double(point.place) / Double(count - 1)
  }

  private func y(of point: Point) -> Double {
    let low = points.map { $0.length }.min() ?? 0
    let high = points.map { $0.length }.max() ?? 0
    guard high > low else { return 13 }
    return 22 - 18 * (point.length - low) / (high - low)
  }
}
