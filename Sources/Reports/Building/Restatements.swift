internal import Findings
internal import Indicators
internal import Register

/// Finds the published cells that are computed differently now, marks them and lists them.
struct Restatements {
  /// The report, for its words and numbers.
  let report: ReportDefinition

  /// The period.
  let period: ReportingPeriod

  /// What was published.
  let register: Register

  /// Why cells were restated.
  let history: SeriesHistory

  /// The restatements, in the order of the figures.
  private(set) var list: [Restatement] = []

  /// The restatements without a reason, and publications that disagree.
  private(set) var findings: [Finding] = []

  init(
    report: ReportDefinition, period: ReportingPeriod, register: Register, history: SeriesHistory
  ) {
    self.report = report
    self.period = period
    self.register = register
    self.history = history
  }

  /// The figure with notes at the cells that were restated.
  mutating func applied(to figure: Figure) -> Figure {
    var cells = figure.cells
    var added: [String] = []
    for (row, rowHeader) in figure.rows.enumerated() {
      for (column, header) in figure.columns.enumerated() where header.kind == .value {
        guard
          let note = note(of: cells[row][column], figure, rowHeader.label, header.label)
        else { continue }
        let index = added.firstIndex(of: note) ?? added.count
        if index == added.count { added.append(note) }
        cells[row][column] = cells[row][column].rewritten(addingNote: figure.notes.count + index)
      }
    }
    return added.isEmpty ? figure : figure.rewritten(cells: cells, addingNotes: added)
  }

  /// Lists what was published otherwise for a cell; the note is that of the last publication.
  private mutating func note(
    of cell: Cell, _ figure: Figure, _ row: String, _ column: String
  ) -> String? {
    guard cell.value.fraction != nil else { return nil }
    let publications = publications(figure.id, row, column)
    compare(publications)
    var note: String?
    for published in publications {
      guard let restatement = restatement(of: cell, published, figure) else { continue }
      list.append(restatement)
      if restatement.reason.isEmpty { reportMissingReason(restatement, published) }
      note =
        restatement.reason.isEmpty
        ? report.words(
          .restated, ["published": restatement.published, "report": restatement.report])
        : restatement.reason
    }
    return note
  }

  /// What was published over the same months. A cell that is not in the column of a year is about
  /// the period of its report.
  private func publications(_ figure: String, _ row: String, _ column: String) -> [PublishedCell] {
    register.publications(figure: figure, row: row, column: column).filter { published in
      published.period.dropFirst(4) == period.id.dropFirst(4) && published.period <= period.id
        && (column.leadingYear != nil || published.period == period.id)
    }
  }

  private func restatement(
    of cell: Cell, _ published: PublishedCell, _ figure: Figure
  ) -> Restatement? {
    guard case .number(let mantissa, let decimals, let isPercent) = published.value,
      let (numerator, denominator) = cell.value.fraction
    else { return nil }
    let now = Decimals.rounded(numerator, over: denominator, places: decimals)
    guard now != Int128(mantissa), let current = Int(exactly: now) else { return nil }
    let style = NumberStyle(decimals: decimals, isPercent: isPercent)
    let text = { (amount: Int, style: NumberStyle) in
      report.numbers.text(CellValue(scaled: amount, decimals: decimals), style: style)
    }
    let (before, after) = (text(mantissa, style), text(current, style))
    let source = "\(published.report) \(published.period)"
    let note = history.reason(for: published)?.note ?? ""
    return Restatement(
      figure: figure.id, figureLabel: figure.label, row: published.row, column: published.column,
      report: source, published: before, now: after,
      difference: text(
        current - mantissa, NumberStyle(decimals: decimals, showsPlus: true)),
      reason: note.filled([("published", before), ("now", after), ("report", source)]))
  }
}

extension Restatements {
  private mutating func reportMissingReason(
    _ restatement: Restatement, _ published: PublishedCell
  ) {
    findings.append(
      Finding(
        .warning, rule: "unexplained-restatement", at: published.location,
        "\(restatement.report) published \(restatement.published) for figure "
          + "\(restatement.figure), \(restatement.row), \(restatement.column); now computed: "
          + restatement.now,
        fix: "find out why, and declare the reason under 'restatements' in definitions/register"))
  }

  /// Reports publications of one cell that disagree, unless a reason is declared for the earlier.
  private mutating func compare(_ publications: [PublishedCell]) {
    for (earlier, later) in zip(publications, publications.dropFirst())
    where !earlier.isEqual(to: later) && history.reason(for: earlier) == nil {
      findings.append(
        Finding(
          .warning, rule: "publications-disagree", at: later.location,
          "\(later.report) \(later.period) and \(earlier.report) \(earlier.period) published "
            + "different numbers for figure \(later.figure), \(later.row), \(later.column)",
          fix: "declare the reason under 'restatements' in definitions/register"))
    }
  }
}

extension PublishedCell {
  /// Whether both published the same number; a dash says nothing.
  fileprivate func isEqual(to other: PublishedCell) -> Bool {
    guard case .number(let mine, let myDecimals, _) = value,
      case .number(let others, let otherDecimals, _) = other.value
    else { return true }
    let scale = { (places: Int) in (0..<places).reduce(Int128(1)) { scale, _ in scale * 10 } }
    return Int128(mine) * scale(otherDecimals) == Int128(others) * scale(myDecimals)
  }
}

extension CellValue {
  /// A number in units of its last decimal.
  fileprivate init(scaled amount: Int, decimals: Int) {
    let divisor = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
    self = decimals == 0 ? .count(amount) : .average(total: amount, divisor: divisor)
  }
}
