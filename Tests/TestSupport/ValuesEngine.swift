internal import Indicators
internal import Schemas

/// A record: its values by column.
struct ValuesRecord: Sendable {
  let fields: [String: [String]]

  /// Reads a header and lines of fields.
  static func read(_ text: String) -> [ValuesRecord] {
    let lines = text.split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { line in
      ValuesRecord(
        fields: Dictionary(
          uniqueKeysWithValues: zip(header, line).map { name, field in
            (name, field.split(separator: "|").map(String.init))
          }))
    }
  }

  func text(_ column: String) -> String? { fields[column]?.first }

  func date(_ column: String) -> CalendarDate? { text(column).flatMap { CalendarDate(iso: $0) } }
}

/// The plainest engine there is: it takes each aggregate at its word, record by record.
struct ValuesEngine {
  let records: [String: [ValuesRecord]]
  let datasets: [DatasetSchema]
  let dimensions: [Dimension]

  func results(of plan: Plan) -> PlanResults {
    var tables: [Aggregate: AggregateTable] = [:]
    for aggregate in plan.aggregates { tables[aggregate] = table(aggregate) }
    return PlanResults(tables: tables, spellings: spellings)
  }

  private var spellings: [String: [String: String]] {
    var spellings: [String: [String: String]] = [:]
    for record in records["loans"] ?? [] {
      for language in record.fields["language"] ?? [] {
        spellings["language", default: [:]][SpellingFold.key(language)] = language
      }
    }
    return spellings
  }

  private func table(_ aggregate: Aggregate) -> AggregateTable {
    var kept = (records[aggregate.source.dataset] ?? []).filter { keeps($0, aggregate.source) }
    if case .daysToFirst(let column, _, _) = aggregate.accumulator {
      kept = firsts(of: kept, by: column)
    }
    var groups: [[String]: [ValuesRecord]] = [:]
    for record in kept {
      for key in keys(of: record, aggregate.groups, in: aggregate.source.dataset) {
        groups[key, default: []].append(record)
      }
    }
    return AggregateTable(rows: groups.mapValues { value(of: $0, aggregate.accumulator) })
  }

  private func keys(of record: ValuesRecord, _ groups: [Group], in dataset: String) -> [[String]] {
    groups.reduce([[]]) { heads, group in
      let members: [String] =
        switch group {
        case .eventYear: [String(record.date("date")?.year ?? 0)]
        case .eventMonth: [String((record.text("date") ?? "").prefix(7))]
        case .dimension(let name): self.members(of: record, name, in: dataset)
        }
      return heads.flatMap { head in members.map { head + [$0] } }
    }
  }

  private func members(of record: ValuesRecord, _ name: String, in dataset: String) -> [String] {
    if let derived = dimensions.first(where: { $0.name == name && $0.dataset == dataset }) {
      return [ageBand(of: record, derived)]
    }
    let values = record.fields[name] ?? []
    if values.isEmpty { return [""] }
    guard case .openCode? = datasets.first(where: { $0.name == dataset })?.column(name)?.type
    else { return Set(values).sorted() }
    return values.map(SpellingFold.key)
  }

  private func ageBand(of record: ValuesRecord, _ dimension: Dimension) -> String {
    guard let birth = record.date(dimension.birthColumn)?.components,
      let day = record.date(dimension.referenceColumn)?.components
    else { return "" }
    let hadBirthday = (day.month, day.day) >= (birth.month, birth.day)
    let age = day.year - birth.year - (hadBirthday ? 0 : 1)
    return dimension.bands.first { $0.ages.contains(age) }?.slug ?? ""
  }

  private func keeps(_ record: ValuesRecord, _ source: RecordSource) -> Bool {
    source.selection.conditions.allSatisfy { condition in
      switch condition {
      case .member(let dimension, let members):
        return self.members(of: record, dimension, in: source.dataset).contains {
          members.contains($0)
        }
      case .filled(let column): return record.text(column) != nil
      case .running(let from, let until, let day):
        guard let start = record.date(from), start <= day else { return false }
        return record.date(until).map { $0 > day } ?? true
      case .event(let first, let last):
        return record.date("date").map { (first...last).contains($0) } ?? false
      }
    }
  }

  private func firsts(of records: [ValuesRecord], by column: String) -> [ValuesRecord] {
    Dictionary(grouping: records.filter { $0.text(column) != nil }) { $0.text(column) ?? "" }
      .values.compactMap { own in
        own.min { ($0.text("date") ?? "") < ($1.text("date") ?? "") }
      }
  }

  private func value(of records: [ValuesRecord], _ accumulator: Accumulator) -> AggregateValue {
    switch accumulator {
    case .count: return count(records.count)
    case .sum(let column):
      let amounts = records.compactMap { $0.text(column) }.compactMap(millionths)
      let isDecimal = column != "pages"
      return AggregateValue(
        amount: amounts.reduce(0, +) / (isDecimal ? 1 : 1_000_000), contributors: amounts.count)
    case .distinct(let column): return count(Set(records.compactMap { $0.text(column) }).count)
    case .distinctInSeveral(let column, let dimension, let wanted):
      let byValue = Dictionary(grouping: records.filter { $0.text(column) != nil }) {
        $0.text(column) ?? ""
      }
      return count(
        byValue.values.count { own in
          let found = own.flatMap { $0.fields[dimension] ?? [""] }
          return Set(found).intersection(wanted).count > 1
        })
    case .distinctAlso(let column, let source, let otherColumn, let sameYear):
      let others = (self.records[source.dataset] ?? []).filter { keeps($0, source) }
      let both = records.filter { record in
        others.contains {
          $0.text(otherColumn) == record.text(column)
            && (!sameYear || $0.date("date")?.year == record.date("date")?.year)
        }
      }
      return count(Set(both.compactMap { $0.text(column) }).count)
    case .days(let from, let to):
      return days(records.map { ($0.date(from), $0.date(to)) })
    case .daysToFirst(let column, let source, let otherColumn):
      let others = (self.records[source.dataset] ?? []).filter { keeps($0, source) }
      return days(
        records.map { record in
          let later = others.filter { $0.text(otherColumn) == record.text(column) }
            .compactMap { $0.date("date") }
            .filter { later in record.date("date").map { $0 <= later } ?? false }
          return (record.date("date"), later.min())
        })
    }
  }

  private func count(_ number: Int) -> AggregateValue {
    AggregateValue(amount: number, contributors: number)
  }

  private func days(_ pairs: [(CalendarDate?, CalendarDate?)]) -> AggregateValue {
    let lengths = pairs.compactMap { first, last -> Int? in
      guard let first, let last else { return nil }
      return Int(last.daysSince1970 - first.daysSince1970)
    }
    return AggregateValue(amount: lengths.reduce(0, +), contributors: lengths.count)
  }

  private func millionths(_ text: String) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let decimals = parts.count == 2 ? String(parts[1]) : ""
    let padded = decimals + String(repeating: "0", count: max(0, 6 - decimals.count))
    return Int(parts[0] + padded)
  }
}
