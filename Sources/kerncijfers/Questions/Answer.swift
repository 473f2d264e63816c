internal import Definitions
internal import Indicators
internal import Provenance
internal import Reports

/// The answer to a question, with all that a reader must know about it.
struct Answer {
  /// The question.
  let question: Question

  /// The rows: the whole first, then the breakdown.
  let rows: [Row]

  /// The notes that the report prints at figures of the indicator.
  let notes: [String]

  /// The deliveries that the numbers come from.
  let deliveries: [DeliveryBooks]

  /// The status of the indicator's definition.
  let status: ValidationStatus

  /// How the indicator counts, in words, and the digest of these words.
  let definition: IndicatorRecord

  /// One combination of members.
  struct Row {
    /// The members, one for each dimension; none for the whole.
    let members: [Member]

    /// The cells, one for each period.
    let cells: [Cell]
  }

  init(_ question: Question, _ outcome: PlanOutcome, _ definitions: Definitions) {
    self.question = question
    let values = IndicatorValues(
      catalog: question.catalog, results: outcome.results,
      coverage: DeliveryCoverage(books: outcome.books, datasets: definitions.datasets))
    rows = Answer.rows(question, values)
    let report = definitions.reports.first { $0.isDefault } ?? definitions.reports.first
    notes = report?.notes(about: question.indicator.id, in: question.periods) ?? []
    let datasets = question.catalog.datasets(of: question.indicator.id)
    let years = question.periods.map(\.year)
    deliveries = outcome.books.filter { datasets.contains($0.dataset) && years.contains($0.year) }
    status = question.catalog.status(of: question.indicator.id)
    definition = IndicatorRecord(
      id: question.indicator.id, status: status.rawValue,
      definition: question.catalog.definition(of: question.indicator.id))
  }

  private static func rows(_ question: Question, _ values: IndicatorValues) -> [Row] {
    let whole = row([], question, values)
    guard !question.dimensions.isEmpty else { return [whole] }
    var combinations: [[Member]] = [[]]
    for dimension in question.dimensions {
      let members = question.shownMembers(of: dimension, in: values)
      combinations = combinations.flatMap { head in members.map { head + [$0] } }
    }
    let parts = combinations.map { row($0, question, values) }.filter { row in
      // A combination in which nothing can be is shown only when all its members are declared ones.
      row.members.count == 1 && row.members[0].slug != "" || row.hasNumbers
    }
    return [whole] + parts
  }

  private static func row(
    _ members: [Member], _ question: Question, _ values: IndicatorValues
  ) -> Row {
    let narrowed = zip(question.dimensions, members).reduce(into: question.members) {
      $0[$1.0] = [$1.1.slug]
    }
    return Row(
      members: members,
      cells: question.periods.map {
        Cell(answering: question.query(narrowed, $0), shareOver: question.shareOver, values)
      })
  }
}

extension Answer.Row {
  /// Whether any cell has a number other than zero.
  fileprivate var hasNumbers: Bool {
    cells.contains { ($0.value.fraction?.numerator ?? 0) != 0 }
  }
}
