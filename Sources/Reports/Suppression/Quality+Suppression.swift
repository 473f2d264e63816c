extension Quality {
  /// The same without numbers of records: what a delivery of one area holds can be a small count too.
  var withoutCounts: Quality {
    var quality = Quality(
      deliveries: deliveries.map { line in
        DeliveryLine(
          dataset: line.dataset, year: line.year, fileCount: line.fileCount,
          expectedCount: line.expectedCount, missing: line.missing, recordsRead: nil,
          recordsCounted: nil)
      },
      isIncomplete: isIncomplete,
      leftOut: leftOut.map { LeftOut(dataset: $0.dataset, rule: $0.rule, count: nil) },
      findingCounts: findingCounts)
    quality.parts = parts.map { part in
      DeliveryPart(
        dataset: part.dataset, label: part.label,
        states: part.states.mapValues { state in
          if case .delivered = state { return .delivered(records: nil) }
          return state
        })
    }
    return quality
  }
}
