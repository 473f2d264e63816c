internal import Schemas

extension IndicatorValues {
  /// The sentences about an indicator, or what it is made of, whose number can still grow: the months
  /// after the period in which a person can follow are not delivered.
  public func openWindows(of id: String, in period: ReportingPeriod) -> [String] {
    guard let indicator = catalog.indicator(id) else { return [] }
    var notes: [String] = []
    if let window = indicator.window,
      followers(of: id).contains(where: { !isOver(window, after: period, in: $0) })
    {
      notes.append(window.note)
    }
    for part in indicator.measure.parts {
      notes += openWindows(of: part, in: period).filter { !notes.contains($0) }
    }
    return notes
  }

  /// The datasets in which a person can still follow.
  private func followers(of id: String) -> [String] {
    catalog.leaves(of: id).compactMap { leaf in
      switch leaf.measure {
      case .cohort(_, _, let also, _): also.dataset
      case .personInterval(_, _, let other, _): other.dataset
      default: nil
      }
    }
  }

  /// Whether the year in which a window ends was delivered, and every one before it.
  private func isOver(
    _ window: OpenWindow, after period: ReportingPeriod, in dataset: String
  ) -> Bool {
    let last = period.year + (period.months.upperBound - 1 + window.months) / 12
    let delivered = coverage.years(of: dataset)
    return (period.year...last).allSatisfy(delivered.contains)
  }
}
