import Reports

/// A figure in Markdown: its chart, its table, and what a reader must know about them.
struct MarkdownFigure {
  let figure: Figure
  let report: Report
  let chartFolder: String

  /// The figure's blocks, which an empty line separates.
  func blocks(level: Int) -> [String] {
    [
      MarkdownWriter.heading(figure.heading, level: level, anchor: figure.slug),
      chart,
      figure.isChartOnly && figure.chart != nil ? "" : table.lines.joined(separator: "\n"),
      notes,
      remarks,
    ]
  }

  private var chart: String {
    guard let chart = figure.chart else { return "" }
    let path = "\(chartFolder)/\(ChartWriter.chartFileName(for: figure))"
    return "![\(MarkdownText.inline(chart.alternativeText))](\(path))"
  }

  private var table: MarkdownTable {
    MarkdownTable(
      columns: [.init(header: MarkdownText.inline(figure.rowTitle), isNumber: false)]
        + figure.columns.map {
          .init(header: MarkdownText.inline(figure.markedLabel(of: $0)), isNumber: true)
        },
      rows: zip(figure.rows, figure.cells).map(texts))
  }

  private func texts(of row: FigureRow, cells: [Cell]) -> [String] {
    let texts =
      [figure.markedLabel(of: row)]
      + cells.map { report.numbers.text($0.value, style: $0.style) + figure.markers($0.notes) }
    return texts.map(row.isTotal ? MarkdownText.bold : MarkdownText.inline)
  }

  private var notes: String {
    figure.notes.enumerated()
      .map { "- \\[\($0.offset + 1)\\] \(MarkdownText.inline($0.element))" }
      .joined(separator: "\n")
  }

  private var remarks: String {
    let source = MarkdownText.inline("\(report.words(.source)): \(figure.source)")
    let unit = MarkdownText.inline("\(report.words(.unit)): \(figure.unit)")
    let status = MarkdownText.inline("\(report.words(.status)): \(report.statusWord(of: figure))")
    let counted = MarkdownText.inline("\(report.words(.howCounted)): \(figure.explanation)")
    return [
      figure.source.isEmpty ? "" : source,
      (figure.unit.isEmpty ? "" : unit + ". ") + status + ".",
      figure.explanation.isEmpty ? "" : counted,
    ].filter { !$0.isEmpty }.joined(separator: "  \n")
  }
}
