internal import Indicators
internal import Reports

/// Reads how a report's language names months and quarters.
struct CalendarReader {
  /// Where findings go.
  let log: FindingCollector

  /// The calendar; a report for months or quarters must have one.
  func read(_ report: MappingReader, for kinds: [PeriodKind]) -> PeriodCalendar {
    guard let node = report["calendar"] else {
      if kinds.contains(where: { $0 != .year }) {
        log.report(
          "missing-key", at: report.node.place,
          "key 'calendar' is missing in a report for months or quarters, expected their names",
          fix: "add 'calendar:' with months, quarters and form")
      }
      return .years
    }
    guard
      let mapping = MappingReader(
        node, "a calendar", required: ["months", "quarters", "form"], optional: ["shortMonths"],
        log: log)
    else { return .years }
    let form = mapping.value("form")
    if let form { check(form) }
    return PeriodCalendar(
      months: names("months", 12, of: mapping), shortMonths: names("shortMonths", 12, of: mapping),
      quarters: names("quarters", 4, of: mapping), form: form?.text ?? "{part} {year}")
  }

  private func names(_ key: String, _ count: Int, of mapping: MappingReader) -> [String] {
    guard let node = mapping[key] else { return [] }
    let names = mapping.values(key).map(\.text)
    guard names.count == count, Set(names).count == count else {
      log.report(
        "wrong-count", at: node.place,
        "\(key) gives \(Set(names).count) names, expected \(count) different ones",
        fix: "list each name once, in the order of the year")
      return []
    }
    return names
  }

  private func check(_ form: TextValue) {
    TemplateText(log: log).checkPlaceholders(of: form, known: ["part", "year"]) { name, form in
      form.isEmpty && ["part", "year"].contains(name)
    }
  }
}
