import Indicators
import Reports

/// What the rows of the key figures say in short, for the first sheet and the top of the page.
struct KeyFigureRows {
  let figure: Figure
  let report: Report

  /// The themes and names of the rows, where all labels have the form `theme / name`.
  let themes: [(theme: String, name: String)]?

  init(figure: Figure, report: Report) {
    self.figure = figure
    self.report = report
    let parts = figure.rows.map { row in
      figure.markedLabel(of: row).split(separator: " / ", maxSplits: 1).map(String.init)
    }
    themes = parts.allSatisfy { $0.count == 2 } ? parts.map { ($0[0], $0[1]) } : nil
  }

  /// Whether the report is about a member beside the whole.
  var hasFocus: Bool { figure.columns.contains(where: \.isFocus) }

  /// The column of the reported period, or the last one where no column is about it.
  func latestColumn(isFocus: Bool) -> Int? {
    let values = figure.columns.indices.filter {
      figure.columns[$0].kind == .value && figure.columns[$0].isFocus == isFocus
    }
    return values.last { isReported(figure.columns[$0]) } ?? values.last
  }

  /// The column with the change.
  var changeColumn: Int? { figure.columns.firstIndex { $0.kind == .change } }

  /// The later of the columns that the change compares, where it is not the one that is shown: of a
  /// month the change is that of the year to date.
  func comparedColumn(besides shown: Int) -> Int? {
    guard let change = changeColumn, let later = figure.columns[change].compares.last else {
      return nil
    }
    let found = figure.columns.indices.first {
      figure.columns[$0].label == later && figure.columns[$0].isFocus == hasFocus
    }
    return found == shown ? nil : found
  }

  /// The columns of the series of periods, from the first one on.
  var series: [(period: ReportingPeriod, index: Int)] {
    figure.columns.enumerated().compactMap { index, column in
      guard column.isInSeries, column.isFocus == hasFocus else { return nil }
      return column.period.map { (period: $0, index: index) }
    }.sorted { $0.period.firstDay < $1.period.firstDay }
  }

  /// The direction of a change as it is printed, as a sign and a word: one that rounds to zero has
  /// none.
  func direction(of cell: Cell) -> String {
    guard let (numerator, denominator) = cell.value.fraction else {
      let isWithheld = cell.value == .withheld && report.words.has(.notComparable)
      return isWithheld ? report.words(.notComparable) : ""
    }
    let rounded = Decimals.rounded(numerator, over: denominator, places: cell.style.decimals)
    if rounded == 0 { return "= " + report.words(.sameNoun) }
    return rounded > 0 ? "▲ " + report.words(.riseNoun) : "▼ " + report.words(.fallNoun)
  }

  /// A column without a period is about the reported one; in a report of a year its label tells it
  /// from those of members. Other months of the year are other periods.
  private func isReported(_ column: FigureColumn) -> Bool {
    if let period = column.period { return period == report.period }
    return !report.period.isWholeYear || column.label == String(report.period.year)
  }
}
