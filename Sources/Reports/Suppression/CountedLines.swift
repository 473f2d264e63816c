internal import Disclosure
internal import Indicators

/// Finds what holds between boxes that differ in one dimension: parts and totals, groups and their
/// members, months and years, and what is left when all parts are taken away.
struct CountedLines {
  /// The indicators, for the members of dimensions.
  let catalog: IndicatorCatalog

  /// Boxes that are alike but for one dimension.
  private struct Line: Hashable {
    let others: CountedBox
    let dimension: String
  }

  /// Adds the relations to a table of quantities, with the boxes that they need.
  func add(to table: inout QuantityTable) {
    addMargins(to: &table)
    let lines = lines(of: table.boxes)
    let ordered = lines.filter { $0.value.count > 1 }
      .map { (line: $0.key, boxes: $0.value, key: "\($0.key.others.sortKey) \($0.key.dimension)") }
      .sorted { $0.key < $1.key }
    for (line, boxes, _) in ordered {
      if addsUp(line) {
        addSums(boxes, along: line, to: &table)
      } else {
        addBounds(boxes, along: line, to: &table)
      }
    }
  }

  private func lines(of boxes: [CountedBox]) -> [Line: [CountedBox]] {
    let dimensions = Dictionary(grouping: boxes, by: \.family).mapValues { boxes in
      Set(boxes.flatMap(\.sets.keys))
    }
    var lines: [Line: [CountedBox]] = [:]
    for box in boxes {
      for dimension in dimensions[box.family] ?? [] {
        let line = Line(others: box.with(nil, on: dimension), dimension: dimension)
        lines[line, default: []].append(box)
      }
    }
    return lines
  }

  /// Adds the boxes that two lines over different dimensions both add up to: a total that is printed
  /// nowhere, of two tables.
  private func addMargins(to table: inout QuantityTable) {
    var dimensionsOf: [CountedBox: Set<String>] = [:]
    for (line, boxes) in lines(of: table.boxes)
    where boxes.count > 1 && line.dimension != CountedBox.months {
      dimensionsOf[line.others, default: []].insert(line.dimension)
    }
    let margins = dimensionsOf.filter { $0.value.count > 1 }.keys
    for margin in margins.sorted(by: { $0.sortKey < $1.sortKey }) { _ = table.index(of: margin) }
  }

  private func addsUp(_ line: Line) -> Bool {
    let family = line.others.family
    guard family.addsUp else { return false }
    if line.dimension == CountedBox.months { return true }
    return family.addsUpOver?.contains(line.dimension) ?? true
      && !catalog.isDividedTwice(line.dimension, in: family.dataset)
  }

  /// The members that a dimension has by name, with the empty field and whatever else there is.
  private func everything(_ line: Line, _ boxes: [CountedBox]) -> Set<String> {
    let named = boxes.compactMap { $0.sets[line.dimension] }.reduce(into: Set<String>()) {
      $0.formUnion($1)
    }
    if line.dimension == CountedBox.months { return named }
    let declared = catalog.members(of: line.dimension, in: line.others.family.dataset) ?? []
    return named.union(declared.map(\.slug)).union(["", CountedBox.anythingElse])
  }

  /// Each box is the sum of the smallest pieces that the boxes cut each other into.
  private func addSums(
    _ boxes: [CountedBox], along line: Line, to table: inout QuantityTable
  ) {
    let all = everything(line, boxes)
    let sets = boxes.map { $0.sets[line.dimension] ?? all }
    let pieces = Dictionary(grouping: all) { element in sets.map { $0.contains(element) } }
      .filter { $0.key.contains(true) }
    let ordered = pieces.map { (inside: $0.key, elements: Set($0.value)) }
      .sorted { $0.elements.sorted().lexicographicallyPrecedes($1.elements.sorted()) }
    let indexes = ordered.map { piece -> Int in
      let whole = sets.firstIndex(of: piece.elements).map { boxes[$0] }
      return table.index(of: whole ?? line.others.with(piece.elements, on: line.dimension))
    }
    for (piece, index) in zip(ordered, indexes)
    where piece.elements.isSubset(of: ["", CountedBox.anythingElse]) {
      table.markAsRest(index)
    }
    for (place, box) in boxes.enumerated() {
      guard !ordered.contains(where: { $0.elements == sets[place] }) else { continue }
      let parts = zip(ordered, indexes).filter { $0.0.inside[place] }.map { ($0.1, 1) }
      table.add(DisclosureProblem.Relation(parts + [(table.index(of: box), -1)]))
    }
  }

  /// No part is more than what holds it, and a whole is no more than the parts that cover it.
  private func addBounds(
    _ boxes: [CountedBox], along line: Line, to table: inout QuantityTable
  ) {
    let all = everything(line, boxes)
    let isOpen = catalog.members(of: line.dimension, in: line.others.family.dataset) == nil
    let sets = boxes.map { $0.sets[line.dimension] ?? all }
    for (place, box) in boxes.enumerated() {
      let inside = boxes.indices.filter { sets[$0].isStrictSubset(of: sets[place]) }
      let parts = inside.filter { part in
        !inside.contains { sets[part].isStrictSubset(of: sets[$0]) }
      }
      let whole = table.index(of: box)
      for part in parts {
        let pair = [(whole, 1), (table.index(of: boxes[part]), -1)]
        table.add(DisclosureProblem.Relation(pair, isBound: true))
      }
      let nobody = Set(["", CountedBox.anythingElse])
      let covered = parts.reduce(into: nobody) { $0.formUnion(sets[$1]) }
      // Of an open list nobody knows whether all members are there.
      let isKnown = box.sets[line.dimension] != nil || !isOpen
      guard covered.isSuperset(of: sets[place]), !parts.isEmpty, isKnown else { continue }
      table.add(
        DisclosureProblem.Relation(
          parts.map { (table.index(of: boxes[$0]), 1) } + [(whole, -1)], isBound: true))
    }
  }
}
