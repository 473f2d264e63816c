internal import Indicators
internal import Reports

/// Reads the columns with the expected end of the year.
struct ForecastReader {
  /// Where findings go.
  let log: FindingCollector

  /// The columns with their labels; nil when something is wrong with them.
  func read(_ node: DefinitionNode) -> AxisDraft.Shape? {
    guard
      let mapping = MappingReader(
        node, "a forecast", required: ["label", "name", "method", "note"],
        optional: ["low", "high", "range", "years", "alsoFor"], log: log)
    else { return nil }
    let labels = ["low", "label", "high"].map { mapping.value($0) }
    for label in labels + [mapping.value("note")] { TemplateText(log: log).check(label) }
    let method = mapping.choice("method", of: ForecastMethod.self)
    let years = mapping["years"] == nil ? 1 : mapping.integer("years", in: 1...20)
    let (range, measures) = (range(mapping), measures(mapping))
    guard let label = labels[1], let name = mapping.text("name"), let note = mapping.text("note"),
      let method, let years
    else { return nil }
    let forecast = ForecastColumn(
      label: label.text, lowLabel: labels[0]?.text, highLabel: labels[2]?.text, name: name,
      method: method, range: range, yearCount: years, alsoFor: measures,
      note: note)
    return .forecast(forecast, labels: labels.compactMap { $0 })
  }

  private func range(_ mapping: MappingReader) -> [ForecastMethod] {
    let known = ForecastMethod.allCases.map(\.rawValue)
    return mapping.values("range").compactMap { value in
      if let method = ForecastMethod(rawValue: value.text) { return method }
      log.reportUnknown("method", value.text, at: value.place, among: known)
      return nil
    }
  }

  /// The kinds of measure that a forecast is made for although their months do not add up.
  private func measures(_ mapping: MappingReader) -> [String] {
    mapping.values("alsoFor").map { value in
      if !Measure.forecastNames.contains(value.text) {
        log.reportUnknown("measure", value.text, at: value.place, among: Measure.forecastNames)
      }
      return value.text
    }
  }
}

extension Measure {
  /// The kinds of measure of which months do not add up to a year.
  fileprivate static let forecastNames = ["stock", "unique-count", "cohort"]
}
