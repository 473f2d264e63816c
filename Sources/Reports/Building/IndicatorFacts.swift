internal import Indicators

/// What the cells of an indicator say about it.
struct IndicatorFacts {
  /// What one unit of it is; empty when it is not declared.
  let unit: String

  /// Whether its numbers are averages, which are printed with a decimal.
  let isAverage: Bool

  /// Whether its numbers add up, over dimensions of which a record has one member.
  let isAdditive: Bool

  /// Whether it rests on figures kept by hand.
  let isKeptByHand: Bool

  /// Whether its definition is agreed.
  let status: ValidationStatus
}

extension IndicatorCatalog {
  /// What the cells of an indicator say about it.
  func facts(of id: String) -> IndicatorFacts {
    let declared = indicator(id)
    let isAverage =
      switch declared?.measure {
      case .ratio(_, _, .average), .recordInterval, .personInterval: true
      default: false
      }
    return IndicatorFacts(
      unit: declared?.unit ?? "", isAverage: isAverage, isAdditive: isAdditive(id),
      isKeptByHand: isKeptByHand(id),
      status: status(of: id))
  }
}
