public import Indicators

extension Cell {
  /// The cell that a figure shows for a question about an indicator; what was not delivered is not
  /// available. Where dimensions are named, it is the share of the same over all their members.
  public init(
    answering query: CellQuery, shareOver over: [String] = [], _ values: IndicatorValues
  ) {
    let facts = values.catalog.facts(of: query.indicator)
    let value = CellValue(over.isEmpty ? values.value(query) : values.share(query, over: over))
    var isShare = false
    if case .share = value { isShare = true }
    self.init(
      value: value,
      style: NumberStyle(for: value, isPercent: facts.unit == "%", isAverage: facts.isAverage),
      source: facts.isKeptByHand ? .hand : .exports, unit: isShare ? "%" : facts.unit,
      status: facts.status)
  }
}
