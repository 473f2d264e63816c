internal import Findings
internal import Indicators
internal import Schemas

/// Summarises how complete the deliveries are and what was left out.
struct QualityBuilder {
  /// The datasets of the project.
  let datasets: [DatasetSchema]

  /// What was delivered.
  let coverage: DeliveryCoverage

  /// The names of members, for what is missing.
  let catalog: IndicatorCatalog

  /// The summary of a run, for the datasets that the report uses.
  func quality(of outcome: PlanOutcome, using names: Set<String>, in period: ReportingPeriod)
    -> Quality
  {
    let used = datasets.filter { names.contains($0.name) }
    let deliveries =
      used
      .flatMap { lines(of: $0, outcome.books, in: period) }
    let counts = outcome.findings.counts
    var quality = Quality(
      deliveries: deliveries,
      isIncomplete: deliveries.contains { !$0.missing.isEmpty },
      leftOut: leftOut(outcome.books, of: used),
      findingCounts: (
        notes: counts[.note] ?? 0, warnings: counts[.warning] ?? 0, errors: counts[.error] ?? 0
      ))
    quality.parts = used.flatMap { parts(of: $0, outcome.books, in: period) }
    return quality
  }

  private func years(of dataset: DatasetSchema, in period: ReportingPeriod) -> [Int] {
    Set(coverage.years(of: dataset.name).filter { $0 <= period.year } + [period.year]).sorted()
  }

  /// Every part of a dataset, as it came in every year.
  private func parts(
    of dataset: DatasetSchema, _ books: [DeliveryBooks], in period: ReportingPeriod
  ) -> [DeliveryPart] {
    let expected = years(of: dataset, in: period).map { year in
      let asked = year == period.year ? period : ReportingPeriod(year: year)
      return (year, asked.map { coverage.expectedParts(of: dataset.name, in: $0) } ?? [])
    }
    var names: [String] = []
    for name in expected.flatMap(\.1) where !names.contains(name) { names.append(name) }
    return names.map { name in
      let states = expected.map { year, parts -> (Int, DeliveryPart.State) in
        let files = books.filter {
          $0.dataset == dataset.name && $0.year == year && $0.part == name
        }
        guard files.isEmpty else {
          return (year, .delivered(records: files.reduce(0) { $0 + $1.recordsRead }))
        }
        return (year, parts.contains(name) ? .missing : .notExpected)
      }
      return DeliveryPart(
        dataset: dataset.title, label: name.isEmpty ? "" : label(name, dataset),
        states: Dictionary(states) { first, _ in first })
    }
  }

  private func lines(
    of dataset: DatasetSchema, _ books: [DeliveryBooks], in period: ReportingPeriod
  ) -> [DeliveryLine] {
    years(of: dataset, in: period).compactMap { year in
      guard let asked = year == period.year ? period : ReportingPeriod(year: year) else {
        return nil
      }
      let files = books.filter { $0.dataset == dataset.name && $0.year == year }
      return DeliveryLine(
        dataset: dataset.title, year: year, fileCount: files.count,
        expectedCount: coverage.expectedParts(of: dataset.name, in: asked).count,
        missing: coverage.missingParts(of: dataset.name, in: asked).map { label($0, dataset) },
        recordsRead: files.reduce(0) { $0 + $1.recordsRead },
        recordsCounted: files.reduce(0) { $0 + $1.recordsCounted })
    }
  }

  private func label(_ part: String, _ dataset: DatasetSchema) -> String {
    guard case .perMember(let column, _) = dataset.naming else {
      return part.isEmpty ? dataset.title : part
    }
    return catalog.members(of: column, in: dataset.name)?.first { $0.slug == part }?.label ?? part
  }

  private func leftOut(_ books: [DeliveryBooks], of used: [DatasetSchema]) -> [LeftOut] {
    used.flatMap { dataset -> [LeftOut] in
      var counts: [String: Int] = [:]
      for entry in books where entry.dataset == dataset.name {
        for rule in entry.setApart where rule.count > 0 {
          counts[rule.rule, default: 0] += rule.count
        }
      }
      return counts.sorted { $0.key < $1.key }
        .map { LeftOut(dataset: dataset.title, rule: $0.key, count: $0.value) }
    }
  }
}
