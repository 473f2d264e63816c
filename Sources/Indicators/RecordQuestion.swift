/// Which records a number comes from: those of one dataset that satisfy conditions, and what is
/// accumulated over them.
public struct RecordQuestion: Sendable, Hashable {
  /// What the number is in the one that was asked for, for example `numerator`; empty for itself.
  public let role: String

  /// The question, about an indicator with records of its own.
  public let query: CellQuery

  /// The records: the indicator's, narrowed to the cell's members and period.
  public let source: RecordSource

  /// What is accumulated.
  public let accumulator: Accumulator

  /// The value of the number.
  public let value: IndicatorValue
}

extension IndicatorValues {
  /// The numbers with records of their own that a cell's number comes from, in order.
  public func recordQuestions(for query: CellQuery, shareOver over: [String]) -> [RecordQuestion] {
    guard !over.isEmpty else { return questions(query, "") }
    return questions(query, "part") + questions(query.without(over), "whole")
  }

  private func questions(_ query: CellQuery, _ role: String) -> [RecordQuestion] {
    guard let indicator = catalog.indicator(query.indicator), !query.isContradictory else {
      return []
    }
    func within(_ name: String) -> String { role.isEmpty ? name : "\(role), \(name)" }
    switch indicator.measure {
    case .ratio(let numerator, let denominator, _):
      return questions(query.of(numerator), within("numerator"))
        + questions(query.of(denominator), within("denominator"))
    case .share(let whole, let over):
      return questions(query.of(whole), within("part"))
        + questions(query.of(whole).without(over), within("whole"))
    case .derived(let terms):
      return terms.flatMap { term in
        query.parts(for: term).flatMap {
          questions($0, within(term.isSubtracted ? "minus" : "plus"))
        }
      }
    default:
      return question(query, indicator, role).map { [$0] } ?? []
    }
  }

  private func question(
    _ query: CellQuery, _ indicator: Indicator, _ role: String
  ) -> RecordQuestion? {
    guard let source = indicator.measure.source else { return nil }
    let time = Condition.time(of: indicator.measure, in: query.period)
    let members = query.members.sorted { $0.key < $1.key }.map {
      Condition.member(dimension: $0.key, of: Set($0.value).sorted())
    }
    return RecordQuestion(
      role: role, query: query,
      source: RecordSource(
        dataset: source.dataset, selection: source.selection.and(Selection(members + [time]))),
      accumulator: indicator.measure.accumulator(in: query.period), value: value(query))
  }
}

extension Condition {
  /// How a period narrows the records of a measure.
  fileprivate static func time(of measure: Measure, in period: ReportingPeriod) -> Condition {
    if case .stock(_, let from, let until, _) = measure {
      return .running(from: from, until: until, on: period.lastDay)
    }
    return .event(from: period.firstDay, through: period.lastDay)
  }
}

extension Measure {
  /// What is accumulated; another source is narrowed to the period.
  fileprivate func accumulator(in period: ReportingPeriod) -> Accumulator {
    switch self {
    case .recordCount, .stock, .ratio, .share, .derived: return .count
    case .uniqueCount(_, let column): return .distinct(column: column)
    case .sum(_, let column): return .sum(column: column)
    case .cohort(_, let column, let also, let alsoColumn):
      let months = Condition.event(from: period.firstDay, through: period.lastDay)
      return .distinctAlso(
        column: column,
        in: RecordSource(
          dataset: also.dataset, selection: also.selection.and(Selection([months]))),
        otherColumn: alsoColumn, sameYear: true)
    case .recordInterval(_, let from, let to): return .days(from: from, to: to)
    case .personInterval(_, let column, let other, let otherColumn):
      return .daysToFirst(column: column, in: other, otherColumn: otherColumn)
    }
  }
}
