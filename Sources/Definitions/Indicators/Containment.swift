internal import Indicators

/// Whether what one indicator counts is certainly a part of what another counts, so that the one
/// over the other is a share.
struct Containment {
  private let indicators: IndicatorFacts

  init(_ indicators: IndicatorFacts) {
    self.indicators = indicators
  }

  /// Whether `part` is contained in `whole`, whatever a cell is narrowed to.
  func holds(_ part: Indicator, in whole: Indicator) -> Bool {
    if part.id == whole.id { return true }
    switch (part.measure, whole.measure) {
    case (.recordCount(let some), .recordCount(let all)):
      return isContained(some, in: all)
    case (.uniqueCount(let some, let column), .uniqueCount(let all, let other)),
      (.sum(let some, let column), .sum(let all, let other)),
      (.cohort(let some, let column, _, _), .uniqueCount(let all, let other)):
      return column == other && isContained(some, in: all)
    case (
      .cohort(let some, let column, let also, let alsoColumn),
      .cohort(let all, let other, let otherAlso, let otherAlsoColumn)
    ):
      return column == other && alsoColumn == otherAlsoColumn && isContained(some, in: all)
        && isContained(also, in: otherAlso)
    case (
      .stock(let some, let from, let until, _), .stock(let all, let otherFrom, let otherUntil, _)
    ):
      return from == otherFrom && until == otherUntil && isContained(some, in: all)
    case (_, .derived(let terms)):
      return isContained(part, inOneOf: terms)
    default:
      return false
    }
  }

  /// A sum contains what one of its parts does, when nothing is taken away from it.
  private func isContained(_ part: Indicator, inOneOf terms: [Term]) -> Bool {
    guard terms.allSatisfy({ !$0.isSubtracted }) else { return false }
    return terms.contains { term in
      guard term.members.isEmpty, let other = indicators[term.indicator]?.indicator else {
        return false
      }
      return holds(part, in: other)
    }
  }

  private func isContained(_ part: RecordSource, in whole: RecordSource) -> Bool {
    part.dataset == whole.dataset
      && whole.selection.conditions.allSatisfy { wider in
        part.selection.conditions.contains { $0.implies(wider) }
      }
  }
}

extension Condition {
  /// Whether every record that satisfies this condition satisfies the other.
  fileprivate func implies(_ other: Condition) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (.member(let dimension, let some), .member(let same, let all)):
      return dimension == same && some.allSatisfy(all.contains)
    case (.member(let dimension, let some), .filled(let column)):
      return dimension == column && !some.contains("")
    default: return false
    }
  }
}
