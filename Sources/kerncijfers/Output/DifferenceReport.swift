internal import Definitions
internal import Indicators
internal import Provenance
internal import Reports

/// Cells that differ between two runs as a report of one figure, for a workbook.
struct DifferenceReport {
  private let cells: [CellDifference]
  private let before: String
  private let after: String

  init(_ cells: [CellDifference], from before: String, to after: String) {
    self.cells = cells
    self.before = before
    self.after = after
  }

  /// The report, in the words of the run's own.
  ///
  /// - Throws: `CommandFailure` with exit code 2 when the run's report is not defined here.
  func report(like definitions: Definitions, _ manifest: Manifest) throws -> Report {
    guard let definition = definitions.reports.first(where: { $0.id == manifest.report }),
      let period = ReportingPeriod(id: manifest.period)
    else {
      throw CommandFailure(
        .badUse, "the report '\(manifest.report)' is not defined here, so that it has no workbook")
    }
    let title = "\(before) - \(after)"
    return Report(
      id: "compare", period: period, title: title, subtitle: definition.subtitle,
      publisher: definition.publisher, contact: definition.contact,
      disclaimer: definition.disclaimer, language: definition.language,
      numbers: definition.numbers, words: definition.words,
      chapters: [Chapter(id: "compare", title: title, items: [.figure(figure(title))])],
      quality: Quality(
        deliveries: [], isIncomplete: false, leftOut: [],
        findingCounts: (notes: 0, warnings: 0, errors: 0)))
  }

  private func figure(_ title: String) -> Figure {
    var reasons: [String] = []
    for reason in cells.flatMap(\.reasons) where !reasons.contains(reason) {
      reasons.append(reason)
    }
    return Figure(
      id: "compare", label: "compare", title: title, rowTitle: "figure, row, column",
      rows: cells.map { cell in
        FigureRow(
          label: "\(cell.place.figure), \(cell.place.row), \(cell.place.column)",
          notes: cell.reasons.compactMap(reasons.firstIndex(of:)))
      },
      columns: ["before", "after", "change"].map { FigureColumn(label: $0) },
      cells: cells.map { cell in
        [cell.before ?? "", cell.after ?? "", cell.change].map(DifferenceReport.cell)
      }, chart: nil, isChartOnly: false, notes: reasons, source: title, explanation: "",
      unit: "", status: .validated)
  }

  /// A plain decimal as a cell with at most six decimals; not available for anything else.
  private static func cell(_ text: String) -> Cell {
    let number = text.split(separator: " ").first.map(String.init) ?? ""
    let parts = number.split(separator: ".", omittingEmptySubsequences: false)
    let isWhole = parts.count < 2
    let decimals = String((isWhole ? "" : parts[1]).prefix(6))
    let padding = String(repeating: "0", count: 6 - decimals.utf8.count)
    let scaled = parts.first.flatMap { Int(String($0) + decimals + padding) }
    return Cell(
      value: scaled.map(CellValue.millionths) ?? .notAvailable,
      style: NumberStyle(decimals: isWhole ? 0 : 2), source: .exports, unit: "",
      status: .validated)
  }
}
