internal import Findings
internal import Reconciliation

/// Reads one relation between figures.
struct RelationReader {
  /// The ids of the report's figures.
  let figures: Set<String>

  /// The labels of totals.
  let totals: [String]

  /// Where findings go.
  let log: FindingCollector

  private static let kinds = ["total", "equal", "share", "growth"]

  /// The relations of an item: one, or one for each of the figures that it names.
  func read(_ node: DefinitionNode) -> [Relation] {
    guard let variant = Variant(node, "a relation", oneOf: RelationReader.kinds, log: log) else {
      return []
    }
    let place = node.place.location
    switch variant.key {
    case "total": return totals(variant.value, place)
    case "equal": return equal(variant.value, place)
    case "share": return share(variant.value, place)
    default: return growth(variant.value, place)
    }
  }

  /// Reports a figure that the report has not.
  func checkFigure(_ figure: TextValue) {
    guard !figures.contains(figure.text) else { return }
    log.reportUnknown("figure", figure.text, at: figure.place, among: figures.sorted())
  }

  private func totals(_ node: DefinitionNode, _ place: SourceLocation) -> [Relation] {
    guard
      let mapping = MappingReader(
        node, "a total", required: ["figure"],
        optional: ["row", "column", "of", "mayBeLower", "because"], log: log),
      mapping.allowsOne(of: ["row", "column"])
    else { return [] }
    let parts = mapping.values("of").map(\.text)
    let lower = mapping.flag("mayBeLower")
    return mapping.values("figure").compactMap { figure -> Relation? in
      checkFigure(figure)
      guard let row = mapping.text("row") else {
        guard let column = mapping.text("column") else {
          log.report(
            "missing-key", at: node.place,
            "neither 'row' nor 'column' stands in a total, expected which one is the total",
            fix: "add 'row' or 'column' with its label")
          return nil
        }
        let of = CellTerm(
          figure: figure.text, rows: .each, columns: labels(of: parts, without: column))
        let total = CellTerm(figure: figure.text, rows: .each, columns: .listed([column]))
        return self.total(total, of, lower, mapping, place)
      }
      let of = CellTerm(
        figure: figure.text, rows: labels(of: parts, without: row), columns: .each)
      let total = CellTerm(figure: figure.text, rows: .listed([row]), columns: .each)
      return self.total(total, of, lower, mapping, place)
    }
  }

  private func total(
    _ total: CellTerm, _ parts: CellTerm, _ lower: Bool, _ mapping: MappingReader,
    _ place: SourceLocation
  ) -> Relation {
    Relation(
      .total(SameNumber(left: total, right: parts, mayBeLower: lower)),
      because: mapping.text("because", else: "").nonEmpty, location: place)
  }

  private func labels(of parts: [String], without total: String) -> CellTerm.Labels {
    parts.isEmpty ? .allBut([total]) : .listed(parts)
  }

  private func equal(_ node: DefinitionNode, _ place: SourceLocation) -> [Relation] {
    guard
      let mapping = MappingReader(
        node, "two equal numbers", required: ["cell", "with"], optional: ["because"], log: log),
      let left = mapping["cell"].flatMap(term), let right = mapping["with"].flatMap(term)
    else { return [] }
    return [
      Relation(
        .equal(SameNumber(left: left, right: right)),
        because: mapping.text("because", else: "").nonEmpty, location: place)
    ]
  }

  private func share(_ node: DefinitionNode, _ place: SourceLocation) -> [Relation] {
    guard
      let mapping = MappingReader(
        node, "a printed share", required: ["percent", "of", "over"],
        optional: ["group", "because"], log: log),
      let percent = mapping["percent"].flatMap(term), let part = mapping["of"].flatMap(term),
      let whole = mapping["over"].flatMap(term)
    else { return [] }
    let group = mapping.text("group", else: "").nonEmpty
    return [
      Relation(
        .share(PrintedShare(percent: percent, part: part, whole: whole, group: group)),
        because: mapping.text("because", else: "").nonEmpty, location: place)
    ]
  }

  private func growth(_ node: DefinitionNode, _ place: SourceLocation) -> [Relation] {
    guard
      let mapping = MappingReader(
        node, "a printed change", required: ["change", "from", "to"],
        optional: ["difference", "unsigned", "because"], log: log),
      let change = mapping["change"].flatMap(term), let earlier = mapping["from"].flatMap(term),
      let later = mapping["to"].flatMap(term)
    else { return [] }
    let printed = PrintedGrowth(
      change: change, earlier: earlier, later: later, isDifference: mapping.flag("difference"),
      hasNoSign: mapping.flag("unsigned"))
    return [
      Relation(
        .growth(printed), because: mapping.text("because", else: "").nonEmpty, location: place)
    ]
  }

  private func term(_ node: DefinitionNode) -> CellTerm? {
    guard
      let mapping = MappingReader(
        node, "cells", required: ["figure"],
        optional: ["row", "column", "rowsExcept", "columnsExcept"], log: log),
      mapping.allowsOne(of: ["row", "rowsExcept"]),
      mapping.allowsOne(of: ["column", "columnsExcept"]), let figure = mapping.value("figure")
    else { return nil }
    checkFigure(figure)
    return CellTerm(
      figure: figure.text, rows: labels(mapping, "row", "rowsExcept"),
      columns: labels(mapping, "column", "columnsExcept"))
  }

  private func labels(
    _ mapping: MappingReader, _ key: String, _ except: String
  ) -> CellTerm.Labels {
    if mapping[except] != nil { return .allBut(mapping.values(except).map(\.text)) }
    return mapping[key] == nil ? .each : .listed(mapping.values(key).map(\.text))
  }
}

extension String {
  /// The text, or nil when it is empty.
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
