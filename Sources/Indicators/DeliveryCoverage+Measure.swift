internal import Schemas

extension DeliveryCoverage {
  /// Whether all that a measure with records of its own needs for a cell was delivered.
  func completeness(of measure: Measure, for query: CellQuery) -> Completeness {
    guard let source = measure.source else { return .complete }
    let members = query.members.narrowed(to: source.selection.membersByDimension)
    let own = completeness(of: source.dataset, in: query.period, members: members)
    guard own == .complete else { return own }
    guard !lacksColumns(of: measure, for: query) else { return .incomplete }
    switch measure {
    case .cohort(_, _, let other, _), .personInterval(_, _, let other, _):
      return completeness(
        of: other.dataset, in: query.period, members: other.selection.membersByDimension)
    case .stock(_, _, _, let completeFrom):
      return hasAllBefore(query.period, from: completeFrom, of: source.dataset, members)
        ? .complete : .incomplete
    default: return own
    }
  }

  /// Whether a column of which the cell's value depends is not in a file of its years.
  private func lacksColumns(of measure: Measure, for query: CellQuery) -> Bool {
    measure.columns.contains { dataset, columns in
      var first = query.period.year
      if case .stock(_, _, _, let completeFrom) = measure { first = completeFrom.year }
      let asked = dataset == measure.source?.dataset ? Set(query.members.keys) : []
      return lacks(
        columns.union(asked), of: dataset, in: min(first, query.period.year)...query.period.year)
    }
  }

  /// Whether every delivery since the declared day is there: a record that began in any of them may
  /// still run.
  private func hasAllBefore(
    _ period: ReportingPeriod, from completeFrom: CalendarDate, of dataset: String,
    _ members: [String: [String]]
  ) -> Bool {
    guard completeFrom <= period.lastDay else { return true }
    return (completeFrom.year...period.year).allSatisfy { year in
      let first = year == completeFrom.year ? completeFrom.components.month : 1
      let last = year == period.year ? period.months.upperBound : 12
      guard let needed = ReportingPeriod(year: year, months: first...last) else { return false }
      return completeness(of: dataset, in: needed, members: members) == .complete
    }
  }

  /// Whether the files are divided over members of which a cell asks for none, so that there is
  /// nothing that could have been counted.
  func neverHas(_ members: [String: [String]], in dataset: String) -> Bool {
    guard let (column, delivered) = memberFiles(of: dataset), let wanted = members[column] else {
      return false
    }
    return !wanted.contains(where: delivered.contains)
  }
}

extension Measure {
  /// The columns that it reads, by dataset.
  fileprivate var columns: [(String, Set<String>)] {
    switch self {
    case .recordCount(let source): [(source.dataset, source.selection.columns)]
    case .uniqueCount(let source, let column), .sum(let source, let column):
      [(source.dataset, source.selection.columns.union([column]))]
    case .stock(let source, let from, let to, _), .recordInterval(let source, let from, let to):
      [(source.dataset, source.selection.columns.union([from, to]))]
    case .cohort(let source, let column, let other, let otherColumn),
      .personInterval(let source, let column, let other, let otherColumn):
      [
        (source.dataset, source.selection.columns.union([column])),
        (other.dataset, other.selection.columns.union([otherColumn])),
      ]
    case .ratio, .share, .derived: []
    }
  }
}

extension Selection {
  /// The columns that its conditions are about.
  fileprivate var columns: Set<String> {
    conditions.reduce(into: []) { columns, condition in
      switch condition {
      case .member(let dimension, _): columns.insert(dimension)
      case .filled(let column): columns.insert(column)
      case .running(let from, let until, _): columns.formUnion([from, until])
      case .event: break
      }
    }
  }

  /// The members that its conditions keep, by dimension.
  fileprivate var membersByDimension: [String: [String]] {
    conditions.reduce(into: [:]) { kept, condition in
      guard case .member(let dimension, let members) = condition else { return }
      kept = kept.narrowed(to: [dimension: members])
    }
  }
}
