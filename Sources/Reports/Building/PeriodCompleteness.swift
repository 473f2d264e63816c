internal import Indicators
internal import Schemas

/// Tells whether the deliveries hold all of a period that is part of a year.
///
/// A file of a month holds that month. A file of a year to date may have been made before the
/// period was over: it holds the period when somebody said so, when it has records of a later month,
/// or when the next year's file is there.
struct PeriodCompleteness {
  /// The datasets of the report.
  let datasets: [DatasetSchema]

  /// The period.
  let period: ReportingPeriod

  /// What was said about the deliveries.
  let statements: [CoverageStatement]

  /// What must be counted to know which months the files hold.
  var aggregates: [Aggregate] { redelivered.map(monthsOfParts) }

  /// The status, from what was delivered and counted.
  func status(_ coverage: DeliveryCoverage, _ results: PlanResults) -> PeriodStatus {
    let missing = dated.filter {
      !coverage.missingParts(of: $0.name, in: period.yearToDate).isEmpty
    }
    let unconfirmed = redelivered.filter { dataset in
      !missing.contains { $0.name == dataset.name } && !isConfirmed(dataset, coverage, results)
    }
    return PeriodStatus(missing: missing.map(\.title), unconfirmed: unconfirmed.map(\.title))
  }

  /// The datasets whose records belong to months.
  private var dated: [DatasetSchema] {
    datasets.filter { $0.column($0.eventColumn)?.type != .year }
  }

  /// The datasets whose files grow during the year.
  private var redelivered: [DatasetSchema] {
    dated.filter { $0.naming != .perMonth }
  }

  private func monthsOfParts(_ dataset: DatasetSchema) -> Aggregate {
    var groups = [Group.eventMonth]
    if case .perMember(let column, _) = dataset.naming { groups.insert(.dimension(column), at: 0) }
    return Aggregate(RecordSource(dataset: dataset.name), by: groups, .count)
  }

  private func isConfirmed(
    _ dataset: DatasetSchema, _ coverage: DeliveryCoverage, _ results: PlanResults
  ) -> Bool {
    if statements.contains(where: { $0.covers(dataset.name, through: period.lastDay) }) {
      return true
    }
    let parts = coverage.expectedParts(of: dataset.name, in: period)
    let later = partsWithLaterRecords(dataset, results)
    if let next = period.wholeYear.earlier(by: -1),
      coverage.years(of: dataset.name).contains(next.year),
      coverage.missingParts(of: dataset.name, in: next).isEmpty
    {
      return true
    }
    return parts.allSatisfy(later.contains)
  }

  /// The parts with a record of a later month of the year; the empty name for a file of all.
  private func partsWithLaterRecords(_ dataset: DatasetSchema, _ results: PlanResults)
    -> Set<String>
  {
    guard let table = results.table(monthsOfParts(dataset)) else { return [] }
    let last = String(period.lastDay.description.prefix(7))
    let year = String(last.prefix(5))
    return table.rows.reduce(into: []) { parts, row in
      guard let month = row.key.last, month.hasPrefix(year), month > last, row.value.amount > 0
      else { return }
      parts.insert(row.key.count == 2 ? row.key[0] : "")
    }
  }
}
