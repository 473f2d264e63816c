internal import Findings
internal import Indicators
internal import Reports

/// Reads a figure of a report.
struct FigureReader {
  /// What the report's parts gather.
  let scope: ReportScope

  private var log: FindingCollector { scope.log }

  init(scope: ReportScope) {
    self.scope = scope
  }

  /// The figure; nil when something is wrong with it.
  func read(_ node: DefinitionNode) -> FigureDefinition? {
    guard
      let mapping = MappingReader(
        node, "a figure", required: ["id", "label", "title", "rowTitle", "rows", "columns"],
        optional: ["indicator", "where", "change", "chart", "chartOnly", "notes"], log: log),
      let id = mapping.name("id", .figure)
    else {
      scope.declareUnnamedFigure()
      return nil
    }
    let indicator = mapping.value("indicator")
    if let indicator { _ = scope.measured.names.resolve(indicator, log: log) }
    let axes = AxisReader(scope: scope, figure: id.text)
    let cells = FigureCells(
      indicator: indicator, rows: axes.read("rows", of: mapping),
      columns: axes.read("columns", of: mapping), facts: scope.measured.facts)
    cells.checkIndicators(log)
    let lookup = scope.measured.facts.lookup
    let (datasetsOfRows, datasetsOfColumns) = (cells.datasetsOfRows, cells.datasetsOfColumns)
    let rows = AxisResolver(
      lookup: lookup, datasets: datasetsOfRows, datasetsOfCell: cells.datasets
    ).resolve(cells.rows)
    var columns = AxisResolver(
      lookup: lookup, datasets: datasetsOfColumns, datasetsOfCell: cells.datasets
    ).resolve(cells.columns)
    let showsChange = mapping.flag("change")
    if showsChange { columns.labels.addChange(scope.changeLabel) }
    let labels = FigureLabels(rows: rows.labels, columns: columns.labels)
    let (label, title) = (mapping.value("label"), mapping.value("title"))
    TemplateText(log: log).check(label)
    TemplateText(log: log).check(title, allowsYears: true)
    scope.declareFigure(id, caption: label, labels: labels)
    let members = lookup.members(mapping["where"], in: cells.allDatasets)
    let totals = TotalCheck(facts: cells.facts, indicator: indicator, members: members)
    totals.check(cells.rows, datasets: datasetsOfRows)
    totals.check(cells.columns, datasets: datasetsOfColumns)
    let chart = mapping["chart"].flatMap {
      ChartReader(members: members, log: log).read($0, of: cells, labels: labels)
    }
    let isChartOnly = isChartOnly(mapping)
    let notes = notes(mapping, of: id, labels)
    let rowTitle = mapping.text("rowTitle")
    guard let label, let title, let rowTitle else { return nil }
    return FigureDefinition(
      id: id.text, label: label.text, title: title.text, rowTitle: rowTitle,
      indicator: indicator?.text, members: members, rows: rows.axis, columns: columns.axis,
      showsChange: showsChange, chart: chart, isChartOnly: isChartOnly, notes: notes,
      location: id.place.location)
  }

  private func isChartOnly(_ mapping: MappingReader) -> Bool {
    let isChartOnly = mapping.flag("chartOnly")
    if isChartOnly, mapping["chart"] == nil, let node = mapping["chartOnly"] {
      log.report(
        "missing-key", at: node.place, "'chartOnly' stands without 'chart', expected both",
        fix: "add 'chart:', or remove 'chartOnly'")
    }
    return isChartOnly
  }

  private func notes(
    _ mapping: MappingReader, of id: TextValue, _ labels: FigureLabels
  ) -> [NoteDefinition] {
    (mapping.list("notes") ?? []).compactMap { node in
      guard
        let note = MappingReader(
          node, "a note", required: ["text"], optional: ["row", "column"], log: log)
      else { return nil }
      let (text, row, column) = (note.value("text"), note.value("row"), note.value("column"))
      TemplateText(log: log).check(text, allowsYears: true)
      let whole = "figure '\(id.text)'"
      if let row, !labels.rows.contains(row.text) {
        log.reportUnknown("row", row.text, at: row.place, among: labels.rows.known, in: whole)
      }
      if let column, !labels.columns.contains(column.text), !isYear(column.text) {
        log.reportUnknown(
          "column", column.text, at: column.place, among: labels.columns.known, in: whole)
      }
      return text.map { NoteDefinition(text: $0.text, row: row?.text, column: column?.text) }
    }
  }

  /// A year may pass out of the figure: its note then has nothing to explain and is not printed.
  private func isYear(_ label: String) -> Bool {
    label.utf8.count == 4 && label.utf8.allSatisfy { (48...57).contains($0) }
  }
}
