internal import Definitions
internal import Exports
internal import Findings
internal import Indicators
internal import LocalEngine
internal import Provenance
internal import Register
internal import Reports

/// Tells how cells of a report came about.
final class Explainer {
  /// The report.
  let report: Report

  /// The indicators' values.
  let values: IndicatorValues

  private let run: ReportRun
  private let made: ReportRun.Made
  private let reader: ContributingRecords
  private var originsByFigure: [String: FigureOrigins] = [:]

  init(_ run: ReportRun, _ made: ReportRun.Made) throws {
    self.run = run
    self.made = made
    report = made.report
    values = run.builder.values(from: made.outcome)
    reader = ContributingRecords(
      schemas: run.definitions.datasets, dimensions: run.definitions.dimensions,
      deliveries: try run.folder.findDeliveries(run.definitions).deliveries, outcome: made.outcome)
  }

  /// A number of a cell with the records behind it.
  struct Number {
    /// What it is in the cell.
    let role: String

    /// The question that it answers; nil for one that an earlier report printed.
    let question: RecordQuestion?

    /// What was printed, for one that comes from there.
    let published: PublishedCell?
  }

  /// The numbers that a cell comes from, cells that it is made of followed to their own.
  func numbers(of cell: CellReference, role: String = "", depth: Int = 0) -> [Number] {
    guard let origin = origin(of: cell) else { return [] }
    return numbers(from: origin, of: cell, role: role, depth: depth)
  }

  private func numbers(
    from origin: CellOrigin, of cell: CellReference, role: String, depth: Int
  ) -> [Number] {
    guard depth < 20 else { return [] }
    func within(_ name: String) -> String { role.isEmpty ? name : "\(role), \(name)" }
    switch origin {
    case .answer(let query, let over):
      return values.recordQuestions(for: query, shareOver: over).map {
        Number(
          role: $0.role.isEmpty ? role : within($0.role), question: $0, published: nil)
      }
    case .sum(let parts):
      return parts.flatMap { part in
        let name = part.row == cell.row ? part.column ?? "" : part.row
        return numbers(of: part, role: within("part '\(name)'"), depth: depth + 1)
      }
    case .change(let from, let to):
      return numbers(of: from, role: within("before"), depth: depth + 1)
        + numbers(of: to, role: within("now"), depth: depth + 1)
    case .cell(let other):
      return numbers(of: other, role: role, depth: depth + 1)
    case .published(let cell):
      return [Number(role: role, question: nil, published: cell)]
    case .forecast(_, let parts):
      return parts.flatMap {
        numbers(from: $0, of: cell, role: within("estimated from"), depth: depth + 1)
      }
    case .rank, .nothing: return []
    }
  }

  /// The records of a number.
  func records(of question: RecordQuestion) -> ContributingRecords.Answer {
    reader.records(for: question)
  }

  /// How a cell came about; nil when the report has no such cell.
  func origin(of reference: CellReference) -> CellOrigin? {
    let origins =
      originsByFigure[reference.figure]
      ?? run.builder.origins(ofFigure: reference.figure, in: report, values)
    originsByFigure[reference.figure] = origins
    return origins?.origin(row: reference.row, column: reference.column ?? "")
  }

  /// The row and column of a cell, by index.
  func position(of reference: CellReference) -> (row: Int, column: Int)? {
    guard let figure = report.figures.first(where: { $0.id == reference.figure }),
      let row = figure.rows.firstIndex(where: { $0.label == reference.row }),
      let column = figure.columns.firstIndex(where: { $0.label == reference.column })
    else { return nil }
    return (row, column)
  }

  /// The cell that a report shows; nil when it has no such cell.
  func cell(_ reference: CellReference) -> Cell? {
    guard let (row, column) = position(of: reference) else { return nil }
    return report.figures.first { $0.id == reference.figure }?.cells[row][column]
  }

  /// The explanation of a cell; nil when the report has no such cell.
  func explanation(of reference: CellReference) -> Explanation? {
    guard let (row, column) = position(of: reference), let origin = origin(of: reference),
      let figure = report.figures.first(where: { $0.id == reference.figure })
    else { return nil }
    let cell = figure.cells[row][column]
    let place = CellPlace(
      figure: figure.id, row: figure.rows[row].label, column: figure.columns[column].label)
    return Explanation(
      place: place, value: cell.value.plainDecimal, marker: cell.value.marker,
      printed: report.numbers.text(cell.value, style: cell.style), unit: cell.unit,
      status: cell.status.rawValue,
      formula: OriginText.words(for: origin, of: place) { part in
        self.cell(part).map {
          guard $0.value.fraction == nil else { return $0.value.plainDecimal }
          return $0.value == .suppressed ? $0.value.marker : "-"
        } ?? ""
      },
      question: OriginText.question(for: origin),
      numbers: numbers(of: reference).map {
        hidesNumbers ? explained($0).withoutNumbers : explained($0)
      },
      publications: cell.value == .suppressed ? [] : publications(of: place, cell),
      notes: notes(of: figure, row, column))
  }

  /// Whether nothing is told but what the report prints: its profile leaves small counts blank, and
  /// the numbers that a cell is made of can be such counts.
  var hidesNumbers: Bool { report.suppression != nil }

  /// What a reader of any number of the report must know: what the numbers are not, and whom to ask.
  var facts: [String] {
    [("disclaimer", report.disclaimer), ("contact", report.contact)]
      .filter { !$0.1.isEmpty }.map { "\($0.0): \($0.1)" }
  }

  private func notes(of figure: Figure, _ row: Int, _ column: Int) -> [String] {
    let bound = Set(
      figure.rows.flatMap(\.notes) + figure.columns.flatMap(\.notes)
        + figure.cells.joined().flatMap(\.notes))
    let own = Set(
      figure.rows[row].notes + figure.columns[column].notes + figure.cells[row][column].notes)
    return figure.notes.indices.filter { own.contains($0) || !bound.contains($0) }
      .map { figure.notes[$0] }
  }

  private func publications(of place: CellPlace, _ cell: Cell) -> [ExplainedPublication] {
    Register(run.register.cells).publications(
      figure: place.figure, row: place.row, column: place.column
    ).map { printed in
      ExplainedPublication(
        report: "\(printed.report) \(printed.period)", value: printed.value.text,
        isSame: printed.value.isPrint(of: cell.value), place: printed.location.description)
    }
  }
}

extension Explainer {
  private func explained(_ number: Number) -> ExplainedNumber {
    guard let question = number.question else {
      let cell = number.published
      return ExplainedNumber(
        role: number.role, indicator: "", title: "published by an earlier report: no records here",
        definition: "", definedAt: cell?.location.description ?? "",
        selection: cell.map { "\($0.report) \($0.period)" } ?? "",
        value: cell?.value.text ?? "", deliveries: [], remark: "")
    }
    let catalog = values.catalog
    let indicator = catalog.indicator(question.query.indicator)
    let answer = records(of: question)
    let counts = Dictionary(grouping: answer.records, by: \.file).mapValues(\.count)
    let books = made.outcome.books.filter { book in
      counts[book.file] != nil
        || (book.dataset == question.source.dataset && !book.setApart.isEmpty
          && book.year == question.query.period.year)
    }
    return ExplainedNumber(
      role: number.role, indicator: question.query.indicator, title: indicator?.title ?? "",
      definition: catalog.definition(of: question.query.indicator),
      definedAt: indicator?.location.description ?? "",
      validated: catalog.validationInWords(of: question.query.indicator),
      selection: question.source.inWords, value: question.value.text,
      deliveries: books.map { book in
        ExplainedDelivery(
          file: book.file, records: counts[book.file] ?? 0,
          leftOut: Dictionary(
            (book.setApart.map { ($0.rule, $0.count) }
              + [("undelivered-year", book.outsidePeriod)]).filter { $0.1 > 0 },
            uniquingKeysWith: +))
      },
      remark: RecordCheck(question, answer).remark)
  }
}

/// Whether records add up to a number.
struct RecordCheck {
  /// What is not certain, in words; empty when they add up.
  let remark: String

  /// Whether there was anything to add up.
  let isChecked: Bool

  init(_ question: RecordQuestion, _ answer: ContributingRecords.Answer) {
    if case .daysToFirst = question.accumulator {
      isChecked = false
      remark = "the records are those of the persons; their intervals are not listed"
      return
    }
    guard let wanted = question.value.integer(inMillionths: answer.isInMillionths) else {
      isChecked = false
      remark = ""
      return
    }
    isChecked = true
    if !answer.unclear.isEmpty {
      remark = "the records left out of \(answer.unclear.joined(separator: ", ")) cannot be told"
    } else {
      remark =
        answer.total == wanted ? "" : "the records add up to \(answer.total), not to the number"
    }
  }
}

extension IndicatorValue {
  /// The integer that records add up to; nil where there is no number.
  fileprivate func integer(inMillionths: Bool) -> Int? {
    switch self {
    case .count(let count):
      inMillionths ? Int(exactly: Int128(count) * 1_000_000) : count
    case .millionths(let amount): amount
    case .average(let total, _): total
    case .share, .undelivered, .notAvailable, .notApplicable: nil
    }
  }

  /// The number as text; empty where there is none.
  fileprivate var text: String {
    switch self {
    case .count(let count): String(count)
    case .millionths(let amount): Decimals.plain(amount, over: 1_000_000)
    case .average(let total, let divisor): "\(total) / \(divisor)"
    case .share(let part, let whole): "\(part) / \(whole)"
    case .undelivered, .notAvailable, .notApplicable: ""
    }
  }
}
