internal import Indicators

/// Refuses totals that add up what is not one whole: codes of no scheme, or indicators that count
/// over different schemes.
struct TotalCheck {
  /// What is known of the indicators.
  let facts: IndicatorFacts

  /// The figure's own indicator.
  let indicator: TextValue?

  /// What the figure narrows all cells to.
  let members: [String: [String]]

  private var lookup: DimensionLookup { facts.lookup }

  /// Checks each total of an axis against all that stands before it.
  func check(_ axis: AxisDraft, datasets: [Int: [String]]) {
    for (index, part) in axis.parts.enumerated() {
      guard case .total(let label)? = part?.shape else { continue }
      let before = axis.parts[..<index].enumerated().compactMap { index, part in
        part.map { (shape: $0.shape, datasets: datasets[index] ?? []) }
      }
      checkCodes(before, label)
      checkIndicators(before, label)
    }
  }

  private typealias Parts = [(shape: AxisDraft.Shape, datasets: [String])]

  private func checkCodes(_ parts: Parts, _ label: TextValue) {
    var added: [String: (slugs: Set<String>, datasets: [String])] = [:]
    for (shape, datasets) in parts {
      for (dimension, slugs) in codes(shape, datasets) {
        added[dimension, default: ([], datasets)].slugs.formUnion(slugs)
      }
    }
    for (dimension, (slugs, datasets)) in added.sorted(by: { $0.key < $1.key }) {
      lookup.checkIsOneScheme(
        slugs, of: dimension, in: datasets, at: label.place,
        "total '\(label.text.shortened)'")
    }
  }

  /// The codes that a part of an axis shows or is narrowed to, by dimension.
  private func codes(_ shape: AxisDraft.Shape, _ datasets: [String]) -> [String: Set<String>] {
    switch shape {
    case .members(let members):
      let dimension = members.dimension.text
      return [dimension: Set(lookup.shown(members, in: datasets))]
    case .item(let item) where !item.isPart:
      return lookup.members(item.selection, in: datasets).mapValues { Set($0) }
    case .item, .years, .periods, .total, .change, .forecast: return [:]
    }
  }

  private func checkIndicators(_ parts: Parts, _ label: TextValue) {
    var sum = SchemeSum("total '\(label.text.shortened)'")
    for (shape, datasets) in parts {
      guard case .item(let item) = shape, !item.isPart, !item.isReference, item.cells.isEmpty,
        let indicator = item.indicator ?? indicator, let known = facts[indicator.text]
      else { continue }
      let selection = lookup.members(item.selection, in: datasets)
      sum.add(indicator, over: known.coverage.narrowed(to: selection).narrowed(to: members))
    }
    sum.check(at: label.place, lookup.log)
  }
}

extension DimensionLookup {
  /// The slugs of the members that an axis shows; none of an open list.
  func shown(_ draft: MembersDraft, in datasets: [String]) -> [String] {
    if let only = draft.only {
      return expanded(only, of: draft.dimension.text, in: datasets).map(\.text)
    }
    for dataset in datasets {
      if case .closed(let members)? = members(of: draft.dimension.text, in: dataset) {
        return members.map(\.slug)
      }
    }
    return []
  }
}
