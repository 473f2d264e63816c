public import Findings
public import Indicators
public import Register
public import Schemas

/// Turns a definition into a report: first the plan that says what must be computed, then, from the
/// plan's outcome, everything that will be printed.
public struct ReportBuilder: Sendable {
  let definition: ReportDefinition
  let period: ReportingPeriod
  let catalog: IndicatorCatalog
  let datasets: [DatasetSchema]
  let register: Register
  let history: SeriesHistory
  let focus: FigureFocus?
  let suppression: SuppressionRule?
  let others: [ReportDefinition]
  private let earlierRun: EarlierRun?
  private let statements: [CoverageStatement]

  /// Creates a builder for one report and period; with `focus`, of one member beside the whole.
  ///
  /// `earlierRun` is what the run of the period before printed, and `statements` what was said about
  /// the deliveries; both matter for parts of a year only. With `suppression`, small counts are left
  /// blank, and what they would follow from, also beside what the register has of such reports: of
  /// this one, and of `others`.
  public init(
    _ definition: ReportDefinition, period: ReportingPeriod, catalog: IndicatorCatalog,
    datasets: [DatasetSchema], register: Register, history: SeriesHistory = SeriesHistory(),
    focus: ReportFocus? = nil, earlierRun: EarlierRun? = nil,
    statements: [CoverageStatement] = [], suppression: SuppressionRule? = nil,
    others: [ReportDefinition] = []
  ) {
    self.definition = definition
    self.period = period
    self.catalog = catalog
    self.datasets = datasets
    self.register = register
    self.history = history
    self.earlierRun = earlierRun
    self.statements = statements
    self.suppression = suppression
    self.others = others
    self.focus = focus.map {
      FigureFocus(focus: $0, catalog: catalog, words: definition.words)
    }
  }

  /// What has to be computed for the report.
  public var plan: Plan {
    let own = Plan(
      definition.figures.flatMap { figure -> [Aggregate] in
        // Sentences speak about the whole, also where figures show a member beside it.
        aggregates(of: layout(of: figure, nil))
          + editionFocuses.flatMap { aggregates(of: layout(of: figure, $0)) }
      } + (period.isWholeYear ? [] : completeness.aggregates))
    let datasets = Set(own.datasets)
    // Of what was published before, only what is counted from the same deliveries.
    let beside = publishedBuilders.flatMap { _, builder in
      builder.definition.figures.flatMap { builder.aggregates(of: builder.layout(of: $0, nil)) }
    }.filter { datasets.isSuperset(of: Plan([$0]).datasets) }
    return Plan(own.aggregates + beside)
  }

  private func aggregates(of layout: FigureLayout) -> [Aggregate] {
    layout.questions.flatMap {
      IndicatorValues.aggregates(for: $0.query, shareOver: $0.shareOver, in: catalog)
    } + layout.membershipQuestions.flatMap { IndicatorValues.aggregates(for: $0, in: catalog) }
      + layout.sharedTotals.flatMap {
        IndicatorValues.aggregates(for: $0.query, inSeveralOf: $0.dimension, in: catalog)
      }
  }

  /// The report, and findings about sentences that could not be printed.
  public func report(from outcome: PlanOutcome) -> (report: Report, findings: [Finding]) {
    let coverage = DeliveryCoverage(books: outcome.books, datasets: datasets)
    let values = IndicatorValues(catalog: catalog, results: outcome.results, coverage: coverage)
    let history = PublishedHistory(
      report: definition, period: period, register: register, history: history, catalog: catalog)
    let all = self.figures(values, nil)
    let blank = suppression.map { suppressed(all, values, by: $0) }
    let whole = history.applied(to: blank?.whole ?? all)
    let focused = blank.map(\.focused) ?? focus.map { self.figures(values, $0, whole: all) }
    let published = focused.map { history.applied(to: $0) } ?? whole
    var late = earlierRun.map { LateRecords(report: definition, earlier: $0) }
    let figures = late?.applied(to: published.figures) ?? published.figures
    var sentences = SentenceBuilder(definition, period: period, figures: whole.figures)
    let chapters = definition.chapters.map { chapter($0, figures, &sentences) }
    let text = PeriodText(period: period, calendar: definition.calendar)
    var report = Report(
      id: definition.id, period: period, title: title(text.filled(definition.title)),
      subtitle: text.filled(definition.subtitle), publisher: definition.publisher,
      contact: definition.contact, disclaimer: definition.disclaimer,
      language: definition.language, numbers: definition.numbers, words: definition.words,
      chapters: chapters,
      quality: QualityBuilder(datasets: datasets, coverage: coverage, catalog: catalog)
        .quality(of: outcome, using: usedDatasets, in: period),
      keyFigure: definition.keyFigure)
    report.calendar = definition.calendar
    report.suppression = blank?.summary
    if suppression != nil { report.quality = report.quality.withoutCounts }
    report.areas = definition.areaDimension.map { catalog.members(of: $0).map(\.label) } ?? []
    report.restatements = published.restatements + (late?.list ?? [])
    if !period.isWholeYear {
      report.status = completeness.status(coverage, outcome.results)
      report.sinceLast = sinceLast(report, late)
    }
    report.highlights =
      definition.keyFigure.flatMap { figures[$0] }.map {
        Highlights(numbers: definition.numbers, words: definition.words).sentences(about: $0)
      } ?? []
    let leftOut = LeftOutMembers(
      report: definition, period: period, values: values, hidesCounts: suppression != nil)
    let findings = published.findings + sentences.findings + leftOut.findings()
    return (report, findings + suppressionFindings(blank?.summary, figures))
  }

  private var completeness: PeriodCompleteness {
    let used = usedDatasets
    return PeriodCompleteness(
      datasets: datasets.filter { used.contains($0.name) }, period: period, statements: statements)
  }

  private func sinceLast(_ report: Report, _ late: LateRecords?) -> SinceLastRun? {
    guard let before = period.earlier(by: 1) else { return nil }
    let restated = (late?.periods ?? []).sorted { $0.id < $1.id }
    return SinceLastRun(
      before: definition.calendar.name(of: before), earlier: late?.name ?? "",
      moved: MovedCells(period: period).most(in: report.figures),
      restatedCount: late?.list.count ?? 0, restatedPeriods: restated.map { name(of: $0) }.eachOnce)
  }

  /// The period's name; that of a year to date by its last month.
  private func name(of period: ReportingPeriod) -> String {
    let known = period.kind == nil ? period.ending(.month) ?? period : period
    return definition.calendar.name(of: known)
  }

  private func title(_ title: String) -> String {
    guard let focus else { return title }
    return definition.words(
      .focusTitle, ["title": title, "member": focus.focus.member.label])
  }

  private func layout(of figure: FigureDefinition, _ focus: FigureFocus?) -> FigureLayout {
    FigureLayout(
      figure, of: definition, period: period, catalog: catalog, results: nil, focus: focus)
  }

  private var usedDatasets: Set<String> {
    Set(Set(definition.figures.flatMap(\.namedIndicators)).flatMap(catalog.datasets(of:)))
  }

  /// All figures by id, each built after those whose cells it repeats. Where a member is shown
  /// beside the whole, what they repeat of the whole is that of `whole`.
  func figures(
    _ values: IndicatorValues, _ focus: FigureFocus?, whole: [String: Figure]? = nil
  ) -> [String: Figure] {
    let builder = FigureBuilder(
      report: definition, period: period, values: values, register: register, focus: focus,
      leavesOutOtherCounts: suppression != nil)
    var built: [String: Figure] = [:]
    let all = definition.figures
    var waiting = all
    while !waiting.isEmpty {
      let complete = built
      // Definitions refuse figures that repeat each other in a circle; a figure that is not in the
      // report is waited for by none.
      let ready = waiting.filter { figure in
        figure.repeatedFigures.allSatisfy { id in
          complete[id] != nil || !all.contains { $0.id == id }
        }
      }
      for figure in ready.isEmpty ? waiting : ready {
        built[figure.id] = builder.figure(figure) { reference, member in
          guard let member else {
            return (whole ?? complete)[reference.figure]?.cell(reference)
          }
          return complete[reference.figure]?.cell(reference, about: member, definition.words)
        }
      }
      waiting.removeAll { built[$0.id] != nil }
    }
    return built
  }

  private func chapter(
    _ chapter: ChapterDefinition, _ figures: [String: Figure], _ sentences: inout SentenceBuilder
  ) -> Chapter {
    let text = PeriodText(period: period, calendar: definition.calendar)
    var items: [ChapterItem] = []
    for item in chapter.items {
      switch item {
      case .text(let fixed): items.append(.paragraph(text.filled(fixed)))
      case .sentences(let templates):
        let paragraph = templates.compactMap { sentences.sentence($0) }.joined(separator: " ")
        if !paragraph.isEmpty { items.append(.paragraph(paragraph)) }
      case .figure(let figure):
        if let figure = figures[figure.id] { items.append(.figure(figure)) }
      case .chapter(let inner): items.append(.chapter(self.chapter(inner, figures, &sentences)))
      }
    }
    return Chapter(id: chapter.id, title: text.filled(chapter.title), items: items)
  }
}

extension FigureDefinition {
  /// The figures that some of its cells repeat.
  fileprivate var repeatedFigures: Set<String> {
    Set(namedItems.flatMap(\.repeatedFigures))
  }
}

extension Figure {
  /// The cell with these labels; nil when the figure has none.
  func cell(_ reference: CellReference) -> Cell? {
    guard let row = rows.firstIndex(where: { $0.label == reference.row }),
      let label = reference.column,
      let column = columns.firstIndex(where: { $0.label == label })
    else { return nil }
    return cells[row][column]
  }

  /// The cell that shows a member beside a cell of the whole: in the member's row, where the cell is
  /// one of a total, or in the member's column.
  func cell(_ reference: CellReference, about member: String, _ words: ReportWords) -> Cell? {
    self.reference(to: reference, about: member, words).flatMap { cell($0) }
  }

  /// Where that cell stands; nil when the figure does not show it.
  func reference(
    to reference: CellReference, about member: String, _ words: ReportWords
  ) -> CellReference? {
    let column = reference.column ?? ""
    let isTotal = rows.contains { $0.isTotal && $0.label == reference.row }
    let inRow = CellReference(figure: id, row: member, column: column)
    let inColumn = CellReference(
      figure: id, row: reference.row,
      column: words(.focusColumn, ["member": member, "column": column]))
    if isTotal, cell(inRow) != nil { return inRow }
    return cell(inColumn) == nil ? nil : inColumn
  }
}

extension [String] {
  /// The elements without those that came before.
  fileprivate var eachOnce: [String] {
    reduce(into: []) { kept, element in
      if !kept.contains(element) { kept.append(element) }
    }
  }
}
