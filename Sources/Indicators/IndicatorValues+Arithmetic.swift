extension IndicatorValues {
  /// One value over another; not available where there is nothing to divide by.
  func ratio(
    _ numerator: IndicatorValue, _ denominator: IndicatorValue, _ kind: RatioKind
  ) -> IndicatorValue {
    switch (numerator, denominator) {
    case (.undelivered, _), (_, .undelivered): return .undelivered
    case (.notApplicable, _), (_, .notApplicable): return .notApplicable
    case (.count(let part), .count(let whole)): return divided(part, by: whole, kind)
    default: break
    }
    guard let part = numerator.inMillionths.flatMap(Int.init(exactly:)),
      let whole = denominator.inMillionths.flatMap(Int.init(exactly:))
    else { return .notAvailable }
    return divided(part, by: whole, kind)
  }

  private func divided(_ part: Int, by whole: Int, _ kind: RatioKind) -> IndicatorValue {
    guard whole != 0 else { return .notAvailable }
    return kind == .share ? .share(part: part, whole: whole) : .average(total: part, divisor: whole)
  }

  /// The sum of terms, each with its sign; what is not applicable adds nothing.
  func sum(of terms: [Term], in query: CellQuery) -> IndicatorValue {
    var total: Int128 = 0
    for term in terms {
      for part in query.parts(for: term) {
        let value = value(part)
        switch value {
        case .count, .millionths:
          let amount = value.inMillionths ?? 0
          total += term.isSubtracted ? -amount : amount
        case .notApplicable: continue
        case .undelivered: return .undelivered
        case .share, .average, .notAvailable: return .notAvailable
        }
      }
    }
    return IndicatorValue(millionths: total)
  }
}
