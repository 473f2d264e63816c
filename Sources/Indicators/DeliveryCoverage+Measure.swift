internal import Schemas

extension DeliveryCoverage {
  /// Whether all that a measure with records of its own needs for a cell was delivered.
  func completeness(of measure: Measure, for query: CellQuery) -> Completeness {
    guard let source = measure.source else { return .complete }
    let members = query.members.narrowed(to: source.selection.membersByDimension)
    let own = completeness(of: source.dataset, in: query.period, members: members)
    guard own == .complete else { return own }
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

extension Selection {
  /// The members that its conditions keep, by dimension.
  fileprivate var membersByDimension: [String: [String]] {
    conditions.reduce(into: [:]) { kept, condition in
      guard case .member(let dimension, let members) = condition else { return }
      kept = kept.narrowed(to: [dimension: members])
    }
  }
}
