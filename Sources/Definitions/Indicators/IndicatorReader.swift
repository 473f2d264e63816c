internal import Indicators

/// An indicator as far as it can be read without the others.
struct IndicatorDraft {
  /// The id.
  let id: TextValue

  /// The indicator; nil when something is wrong with it.
  let indicator: Indicator?

  /// The other indicators that it names.
  let parts: [TextValue]

  /// Its keys.
  let mapping: MappingReader
}

/// Reads one indicator of `indicators/*.yaml`.
struct IndicatorReader {
  /// Reads the records of measures.
  let records: RecordReader

  /// Where findings go.
  let log: FindingCollector

  /// The indicator by itself; nil when it has no id.
  func draft(_ node: DefinitionNode) -> IndicatorDraft? {
    guard
      let mapping = MappingReader(
        node, "an indicator", required: ["id", "title", "unit", "status", "measure"],
        optional: [
          "explanation", "valid", "validated", "notApplicable", "minimumBase", "addsUpOver",
          "window",
        ], log: log)
    else { return nil }
    let measure = measure(mapping)
    guard let id = mapping.name("id", .name) else { return nil }
    return IndicatorDraft(
      id: id, indicator: indicator(id, mapping, measure?.measure), parts: measure?.parts ?? [],
      mapping: mapping)
  }

  /// Checks what can be known only when all indicators are.
  func check(_ draft: IndicatorDraft, among indicators: IndicatorFacts) {
    if let (kind, mapping) = draft.mapping["measure"].flatMap({
      MeasureKinds.kind(of: $0, log: log)
    }) {
      kind.check(mapping, among: indicators)
    }
    guard let facts = indicators[draft.id.text] else { return }
    for combination in draft.mapping.list("notApplicable") ?? [] {
      _ = records.lookup.members(combination, in: facts.datasets, adding: false)
    }
    AdditivityCheck(facts: facts, indicators: indicators, log: log).check(draft.mapping)
  }

  private func measure(_ mapping: MappingReader) -> (measure: Measure?, parts: [TextValue])? {
    guard let node = mapping["measure"], let (kind, measure) = MeasureKinds.kind(of: node, log: log)
    else { return nil }
    return (kind.read(measure, records), kind.parts(measure))
  }

  private func indicator(
    _ id: TextValue, _ mapping: MappingReader, _ measure: Measure?
  ) -> Indicator? {
    let status = mapping.choice("status", of: ValidationStatus.self)
    let validation = mapping.validation(status: status)
    let validity = validity(mapping)
    let (title, unit) = (mapping.text("title"), mapping.text("unit"))
    let explanation = mapping.text("explanation", else: "")
    let base = mapping.integer("minimumBase", in: 1...1_000_000)
    let addsUpOver =
      mapping["addsUpOver"] == nil ? nil : Set(mapping.values("addsUpOver").map(\.text))
    let window = window(mapping)
    guard let title, let unit, let status, let measure else { return nil }
    let combinations = mapping.list("notApplicable") ?? []
    return Indicator(
      id: id.text, title: title, unit: unit, measure: measure, status: status,
      validation: validation, validFrom: validity.from, validThrough: validity.through,
      notApplicable: combinations.map { records.lookup.members($0, in: []) },
      minimumBase: base, addsUpOver: addsUpOver, window: window, explanation: explanation,
      location: id.place.location)
  }

  private func window(_ mapping: MappingReader) -> OpenWindow? {
    guard let node = mapping["window"],
      let window = MappingReader(
        node, "the window of an indicator", required: ["months", "note"], log: log)
    else { return nil }
    let months = window.integer("months", in: 1...120)
    let note = window.value("note")
    TemplateText(log: log).check(note)
    guard let months, let note else { return nil }
    return OpenWindow(months: months, note: note.text)
  }

  private func validity(_ mapping: MappingReader) -> (from: Int?, through: Int?) {
    guard let node = mapping["valid"],
      let valid = MappingReader(
        node, "the validity of an indicator", required: [], optional: ["from", "through"], log: log)
    else { return (nil, nil) }
    let (from, through) = (valid.year("from"), valid.year("through"))
    if let from, let through, from > through {
      log.report(
        "empty-range", at: node.place, "valid from \(from) through \(through), expected a range",
        fix: "exchange the two years")
    }
    return (from, through)
  }
}

extension MappingReader {
  /// A year of four digits.
  func year(_ key: String) -> Int? {
    integer(key, in: 1000...9999)
  }
}
