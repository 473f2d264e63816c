internal import Findings
internal import Indicators
internal import Register
internal import Reports
internal import Schemas

/// Reads `register/*.yaml`: breaks of series, and why published cells were restated.
struct HistoryReader {
  /// The folder.
  let folder: DefinitionFolder

  /// The ids of indicators.
  let indicators: [String]

  /// The reports that are declared.
  let reports: [ReportDefinition]

  /// Where findings go.
  let log: FindingCollector

  /// The history of all files together.
  func read() -> SeriesHistory {
    var names = NameTable<SeriesBreak>(kind: "series break")
    var (breaks, reasons): ([SeriesBreak], [RestatementReason]) = ([], [])
    for path in folder.paths(in: "register") {
      guard let root = folder.roots[path],
        let mapping = MappingReader(
          root, "a register file", required: [], optional: ["breaks", "restatements"], log: log)
      else { continue }
      for node in mapping.list("breaks") ?? [] {
        guard let (series, id) = seriesBreak(node) else { continue }
        names.declare(id, series, log: log)
        breaks.append(series)
      }
      reasons += (mapping.list("restatements") ?? []).flatMap(self.reasons)
    }
    return SeriesHistory(breaks: breaks, reasons: reasons)
  }

  private func seriesBreak(_ node: DefinitionNode) -> (SeriesBreak, TextValue)? {
    guard
      let mapping = MappingReader(
        node, "a series break", required: ["id", "cause", "indicators", "note"],
        optional: ["date", "everyYear"], log: log), mapping.allowsOne(of: ["date", "everyYear"])
    else { return nil }
    let series = mapping.values("indicators")
    for indicator in series where !indicators.contains(indicator.text) {
      log.reportUnknown("indicator", indicator.text, at: indicator.place, among: indicators)
    }
    guard let id = mapping.name("id", .slug),
      let cause = mapping.choice("cause", of: SeriesBreak.Cause.self),
      let note = mapping.text("note")
    else { return nil }
    let date = date(mapping)
    let declared = SeriesBreak(
      id: id.text, date: date?.text ?? "", year: date?.year,
      isEveryYear: mapping.flag("everyYear"), cause: cause,
      indicators: series.map(\.text), note: note, location: id.place.location)
    return (declared, id)
  }

  private func date(_ mapping: MappingReader) -> (text: String, year: Int)? {
    guard let value = mapping.value("date") else { return nil }
    let parts = value.text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }
    guard value.text.utf8.count == 10, parts.map(\.utf8.count) == [4, 2, 2], numbers.count == 3,
      CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) != nil
    else {
      log.report(
        "wrong-type", at: value.place,
        "date is '\(value.text.shortened)', expected a day such as 2018-02-01",
        fix: "write the first day of the new series")
      return nil
    }
    return (value.text, numbers[0])
  }

  /// One reason for each figure that is named.
  private func reasons(_ node: DefinitionNode) -> [RestatementReason] {
    guard
      let mapping = MappingReader(
        node, "the reason of a restatement", required: ["figure", "note"],
        optional: ["row", "column", "publishedIn"], log: log),
      let note = mapping.text("note")
    else { return [] }
    let figures = Set(reports.flatMap { $0.figures.map(\.id) })
    let named = mapping.values("figure")
    for figure in named where !figures.contains(figure.text) && !figures.isEmpty {
      log.reportUnknown("figure", figure.text, at: figure.place, among: figures.sorted())
    }
    let period = mapping["publishedIn"] == nil ? nil : mapping.text("publishedIn")
    return named.map { figure in
      RestatementReason(
        figure: figure.text, rows: mapping.values("row").map(\.text),
        columns: mapping.values("column").map(\.text), period: period, note: note,
        location: node.place.location)
    }
  }
}
