public import Indicators

extension ReportDefinition {
  /// The indicators that a figure's cells come from, those of cells that it repeats included, sorted.
  public func indicators(of figure: FigureDefinition) -> [String] {
    var found = [figure]
    var index = 0
    while index < found.count {
      let repeated = Set(found[index].namedItems.flatMap(\.repeatedFigures))
      found += figures.filter { other in
        repeated.contains(other.id) && !found.contains { $0.id == other.id }
      }
      index += 1
    }
    return Set(found.flatMap(\.namedIndicators)).sorted()
  }

  /// The notes that the report prints at figures of an indicator, for some years: those about whole
  /// figures and about the columns of these years, each once, in the order of the report.
  public func notes(about indicator: String, in periods: [ReportingPeriod]) -> [String] {
    var found: [String] = []
    for figure in figures where figure.namedIndicators.contains(indicator) {
      for period in periods {
        let text = PeriodText(period: period, calendar: calendar)
        for note in figure.notes where note.row == nil {
          guard note.column.map({ text.filled($0) == String(period.year) }) ?? true else {
            continue
          }
          let filled = text.filled(note.text)
          if !found.contains(filled) { found.append(filled) }
        }
      }
    }
    return found
  }
}
