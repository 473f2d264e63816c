internal import Indicators
internal import Reports

/// Reads one report.
struct ReportReader {
  /// What the reports measure.
  let measured: MeasuredDefinitions

  /// Where findings go.
  let log: FindingCollector

  private static let requiredKeys = [
    "id", "periods", "firstYear", "title", "language", "numbers", "words", "chapters",
  ]

  private static let optionalKeys = [
    "default", "subtitle", "publisher", "contact", "disclaimer", "keyFigure", "profiles",
    "area", "calendar",
  ]

  /// The report with the place of its id; nil when something is wrong with its own keys.
  func read(_ root: DefinitionNode) -> (report: ReportDefinition?, id: TextValue)? {
    guard
      let mapping = MappingReader(
        root, "a report", required: ReportReader.requiredKeys,
        optional: ReportReader.optionalKeys, log: log)
    else { return nil }
    let periods = periods(mapping)
    let words = mapping["words"].flatMap { WordsReader(log: log).read($0, for: periods) }
    let scope = ReportScope(measured: measured, changeLabel: changeLabel(mapping), log: log)
    let chapters = (mapping.list("chapters") ?? [])
      .compactMap(ChapterReader(scope: scope).read)
    let keyFigure = mapping.value("keyFigure")
    if let keyFigure { scope.checkFigure(keyFigure) }
    scope.checkMentions()
    let texts = ["title", "subtitle", "publisher", "contact", "disclaimer"].map { key in
      let value = mapping.value(key)
      TemplateText(log: log).check(value)
      return value?.text
    }
    let numbers = numbers(mapping)
    let calendar = CalendarReader(log: log).read(mapping, for: periods)
    let (firstYear, language) = (mapping.year("firstYear"), mapping.text("language"))
    let isDefault = mapping.flag("default")
    let profiles = ProfilesReader(facts: measured.facts, log: log).read(mapping, words)
    let area = area(mapping)
    guard let id = mapping.name("id", .slug) else { return nil }
    guard let words, let numbers, let firstYear, let language, let title = texts[0] else {
      return (nil, id)
    }
    let report = ReportDefinition(
      id: id.text, periods: periods, isDefault: isDefault, firstYear: firstYear, title: title,
      subtitle: texts[1] ?? "", publisher: texts[2] ?? "", contact: texts[3] ?? "",
      disclaimer: texts[4] ?? "", language: language, numbers: numbers, words: words,
      keyFigure: keyFigure?.text, chapters: chapters, location: id.place.location,
      profiles: profiles, areaDimension: area, calendar: calendar)
    return (report, id)
  }

  /// The dimension whose members have a report of their own; nil where none is named.
  private func area(_ mapping: MappingReader) -> String? {
    guard let name = mapping.value("area") else { return nil }
    let known = measured.facts.lookup.allNames
    guard known.contains(name.text) else {
      log.reportUnknown("dimension", name.text, at: name.place, among: known)
      return nil
    }
    return name.text
  }

  /// The label of the change column, with the placeholders that other labels have.
  private func changeLabel(_ mapping: MappingReader) -> String? {
    guard let text = mapping["words"]?.entry(ReportWord.changeColumn.rawValue) else { return nil }
    let words = ReportWords([.changeColumn: text])
    return words(.changeColumn, ["year": "{year}", "earlier": "{year-1}"])
  }

  private func periods(_ mapping: MappingReader) -> [PeriodKind] {
    let values = mapping.values("periods")
    if values.isEmpty, let node = mapping["periods"] {
      log.report(
        "empty-list", at: node.place, "no kind of period is listed, expected at least one",
        fix: "list year, quarter or month")
    }
    let known = PeriodKind.allCases.map(\.rawValue)
    return values.compactMap { value in
      if let kind = PeriodKind(rawValue: value.text) { return kind }
      log.reportUnknown("period", value.text, at: value.place, among: known)
      return nil
    }
  }

  private func numbers(_ mapping: MappingReader) -> NumberFormat? {
    guard let node = mapping["numbers"],
      let numbers = MappingReader(
        node, "the format of numbers", required: ["decimal", "group"],
        optional: ["dash", "suppressed", "withheld"], log: log),
      let decimal = numbers.value("decimal"), let group = numbers.text("group")
    else { return nil }
    guard !decimal.text.isEmpty, decimal.text != group, !decimal.text.contains(where: \.isNumber)
    else {
      log.report(
        "conflicting-keys", at: decimal.place,
        "decimal is '\(decimal.text.shortened)' and group '\(group.shortened)', "
          + "expected two different marks",
        fix: "write for example decimal: \",\" and group: \".\"")
      return nil
    }
    return NumberFormat(
      decimalSeparator: decimal.text, groupSeparator: group,
      dash: numbers.text("dash", else: "-"), suppressed: numbers.text("suppressed", else: "c"),
      withheld: numbers.text("withheld", else: "w"))
  }
}
