internal import Indicators
internal import Reports

/// Reads the rows or columns of a figure as they stand in the file.
struct AxisReader {
  /// What the report's parts gather.
  let scope: ReportScope

  /// The figure that the axis belongs to.
  let figure: String

  private var log: FindingCollector { scope.log }

  init(scope: ReportScope, figure: String) {
    self.scope = scope
    self.figure = figure
  }

  /// What a part of an axis can be.
  private static let parts = [
    "members", "years", "item", "total", "months", "quarters", "periods", "change",
    "forecast",
  ]

  /// The axis under a key of a figure.
  func read(_ key: String, of mapping: MappingReader) -> AxisDraft {
    guard let nodes = mapping.list(key) else { return AxisDraft(parts: [nil]) }
    if nodes.isEmpty, let node = mapping[key] {
      log.report(
        "empty-list", at: node.place, "\(key) is empty, expected at least one part",
        fix: "add for example '- members:' with a dimension")
    }
    if let first = nodes.first, let total = first.entry("total") {
      log.report(
        "empty-total", at: first.place,
        "total '\(total.shortened)' comes first, expected parts before it",
        fix: "move the total below what it adds up")
    }
    for kind in ["change", "forecast"] {
      for node in nodes where key == "rows" && node.hasEntry(kind) {
        log.report(
          "wrong-axis", at: node.place,
          "a \(kind) stands among the rows, expected it among the columns",
          fix: "move it to the columns")
      }
    }
    return AxisDraft(parts: nodes.map(part))
  }

  private func part(_ node: DefinitionNode) -> AxisDraft.Part? {
    guard
      let variant = Variant(node, "a row or column", oneOf: AxisReader.parts, log: log)
    else { return nil }
    return shape(variant).map { AxisDraft.Part(shape: $0, place: node.place) }
  }

  private func shape(_ variant: Variant) -> AxisDraft.Shape? {
    switch variant.key {
    case "members": return members(variant.value).map { .members($0) }
    case "years": return years(variant.value)
    case "item": return item(variant.value).map { .item($0) }
    case "months": return periods(variant.value, variant.key, .month)
    case "quarters": return periods(variant.value, variant.key, .quarter)
    case "periods": return periods(variant.value, variant.key, nil)
    case "change": return change(variant.value).map { .change($0) }
    case "forecast": return ForecastReader(log: log).read(variant.value)
    default:
      guard let text = variant.value.text("total", log) else { return nil }
      let label = TextValue(text: text, node: variant.value)
      TemplateText(log: log).check(label)
      return .total(label)
    }
  }

  private func periods(
    _ node: DefinitionNode, _ key: String, _ kind: PeriodKind?
  ) -> AxisDraft.Shape? {
    if case .text = node.content {
      return node.integer(key, in: 1...120, log)
        .map { .periods(kind, count: $0, newestFirst: false) }
    }
    guard
      let mapping = MappingReader(
        node, key, required: ["count"], optional: ["newestFirst"], log: log)
    else { return nil }
    let newestFirst = mapping.flag("newestFirst")
    return mapping.integer("count", in: 1...120)
      .map { .periods(kind, count: $0, newestFirst: newestFirst) }
  }

  private func change(_ node: DefinitionNode) -> ChangeDraft? {
    guard
      let mapping = MappingReader(
        node, "a change between columns", required: ["label", "from", "to"], log: log)
    else { return nil }
    let texts = ["label", "from", "to"].map { mapping.value($0) }
    for text in texts { TemplateText(log: log).check(text) }
    guard let label = texts[0], let from = texts[1], let to = texts[2] else { return nil }
    return ChangeDraft(label: label, from: from, to: to)
  }

  private func years(_ node: DefinitionNode) -> AxisDraft.Shape? {
    if case .text = node.content {
      return node.integer("years", in: 1...100, log)
        .map { .years(count: $0, newestFirst: false, each: []) }
    }
    guard
      let mapping = MappingReader(
        node, "years", required: ["count"], optional: ["newestFirst", "each"], log: log)
    else { return nil }
    let each = (mapping.list("each") ?? []).map { self.item($0) }
    let newestFirst = mapping.flag("newestFirst")
    guard let count = mapping.integer("count", in: 1...100), each.allSatisfy({ $0 != nil }) else {
      return nil
    }
    return .years(count: count, newestFirst: newestFirst, each: each.compactMap { $0 })
  }

  private func item(_ node: DefinitionNode) -> ItemDraft? {
    guard
      let mapping = MappingReader(
        node, "an item", required: ["label"],
        optional: [
          "indicator", "where", "share", "cell", "span", "periodsBack", "yearsBack", "part", "rank",
          "cells",
        ], log: log),
      let label = mapping.value("label")
    else { return nil }
    TemplateText(log: log).check(label)
    for key in ["indicator", "where", "share", "cell", "span", "periodsBack", "yearsBack"] {
      mapping.allowsOne(of: [key, "cells"])
    }
    return item(mapping, label: label, cells: cells(of: mapping, label: label))
  }

  /// The cells that a row declares for columns, by the columns' labels.
  private func cells(
    of mapping: MappingReader, label: TextValue
  ) -> [(column: TextValue, cell: ItemDraft.CellDraft)] {
    guard let entries = mapping["cells"]?.entries("cells", log) else { return [] }
    return entries.compactMap { entry in
      let column = TextValue(
        text: entry.key, node: DefinitionNode(content: .text(entry.key), place: entry.place))
      TemplateText(log: log).check(column)
      return cell(entry.value, label: label).map { (column, $0) }
    }
  }

  private func cell(_ node: DefinitionNode, label: TextValue) -> ItemDraft.CellDraft? {
    if case .mapping(let entries) = node.content, entries.contains(where: { $0.key == "change" }) {
      return changeCell(node).map { .change($0) }
    }
    guard
      let mapping = MappingReader(
        node, "a cell", required: [],
        optional: ["indicator", "where", "share", "cell", "span", "periodsBack", "yearsBack"],
        log: log)
    else { return nil }
    return item(mapping, label: label, cells: []).map { .item($0) }
  }

  private func changeCell(_ node: DefinitionNode) -> ChangeCell? {
    guard
      let mapping = MappingReader(
        node, "a change", required: ["change"], optional: ["as", "sign"], log: log),
      let change = mapping["change"],
      let place = MappingReader(
        change, "a change", required: ["figure", "row"], optional: [], log: log),
      let figure = place.value("figure"), let row = place.value("row")
    else { return nil }
    scope.refer(
      to: FigureMention(
        figure: figure, rows: [row], column: nil, comparesYears: true, from: self.figure))
    return ChangeCell(
      of: CellReference(figure: figure.text, row: row.text),
      isDifference: mapping.choice("as", of: ChangeForm.self) == .difference,
      isFall: mapping.choice("sign", of: ChangeSign.self) == .fall)
  }

  private func item(
    _ mapping: MappingReader, label: TextValue,
    cells: [(column: TextValue, cell: ItemDraft.CellDraft)]
  ) -> ItemDraft? {
    for key in ["indicator", "where", "share"] { mapping.allowsOne(of: [key, "cell"]) }
    let cell = mapping["cell"].flatMap { cellReference($0) }
    let indicator = mapping.value("indicator")
    if let indicator { _ = scope.measured.names.resolve(indicator, log: log) }
    return ItemDraft(
      label: label, indicator: indicator, selection: mapping["where"],
      share: mapping.values("share"), cell: cell, isReference: mapping["cell"] != nil,
      time: time(mapping), isPart: mapping.flag("part"), isRank: mapping.flag("rank"),
      cells: cells)
  }

  /// Which period an item is about.
  private func time(_ mapping: MappingReader) -> CellTime {
    func count(_ key: String, atMost limit: Int) -> Int {
      mapping[key] == nil ? 0 : mapping.integer(key, in: 0...limit) ?? 0
    }
    return CellTime(
      span: mapping.choice("span", of: CellTime.Span.self) ?? .period,
      periodsBack: count("periodsBack", atMost: 1200), yearsBack: count("yearsBack", atMost: 100))
  }

  /// How a change is given.
  private enum ChangeForm: String, CaseIterable {
    case percent
    case difference
  }

  /// Which direction counts as positive.
  private enum ChangeSign: String, CaseIterable {
    case rise
    case fall
  }

  private func cellReference(_ node: DefinitionNode) -> CellReference? {
    guard
      let mapping = MappingReader(
        node, "a cell", required: ["figure", "row"], optional: ["column"], log: log),
      let figure = mapping.value("figure"), let row = mapping.value("row")
    else { return nil }
    let column = mapping.value("column")
    scope.refer(
      to: FigureMention(
        figure: figure, rows: [row], column: column, comparesYears: false, from: self.figure))
    return CellReference(figure: figure.text, row: row.text, column: column?.text)
  }

  private func members(_ node: DefinitionNode) -> MembersDraft? {
    if case .text(let dimension) = node.content {
      return MembersDraft(
        dimension: TextValue(text: dimension, node: node), only: nil, labels: [], empty: nil,
        rest: nil, order: .codeList, top: nil, leavesOutEmpty: false)
    }
    guard
      let mapping = MappingReader(
        node, "members", required: ["dimension"],
        optional: ["only", "empty", "order", "top", "rest", "leaveOutEmpty", "labels"], log: log)
    else { return nil }
    let order = mapping.choice("order", of: MemberAxis.Order.self) ?? .codeList
    let top = mapping.integer("top", in: 1...10_000)
    let (empty, rest) = (mapping.value("empty"), mapping.value("rest"))
    if let rest, mapping["top"] == nil {
      log.report(
        "missing-key", at: rest.place, "'rest' stands without 'top', expected both",
        fix: "add 'top:' with how many members are shown")
    }
    for label in [empty, rest] { TemplateText(log: log).check(label) }
    guard let dimension = mapping.value("dimension") else { return nil }
    return MembersDraft(
      dimension: dimension, only: mapping["only"] == nil ? nil : mapping.values("only"),
      labels: labels(mapping["labels"]), empty: empty, rest: rest, order: order, top: top,
      leavesOutEmpty: mapping.flag("leaveOutEmpty"))
  }

  private func labels(_ node: DefinitionNode?) -> [(slug: TextValue, label: TextValue)] {
    guard let entries = node?.entries("the labels of members", log) else { return [] }
    return entries.compactMap { entry in
      guard let text = entry.value.text(entry.key, log) else { return nil }
      let key = DefinitionNode(content: .text(entry.key), place: entry.place)
      return (
        TextValue(text: entry.key, node: key), TextValue(text: text, node: entry.value)
      )
    }
  }
}
