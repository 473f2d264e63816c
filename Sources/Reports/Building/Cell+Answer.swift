public import Indicators

extension Cell {
  /// The cell that a figure shows for a question about an indicator; what was not delivered is not
  /// available.
  public init(answering query: CellQuery, _ values: IndicatorValues) {
    let facts = values.catalog.facts(of: query.indicator)
    let value = CellValue(values.value(query))
    var isShare = false
    if case .share = value { isShare = true }
    self.init(
      value: value,
      style: NumberStyle(for: value, isPercent: facts.unit == "%", isAverage: facts.isAverage),
      source: facts.isKeptByHand ? .hand : .exports, unit: isShare ? "%" : facts.unit,
      status: facts.status)
  }
}
