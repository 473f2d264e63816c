internal import Disclosure
internal import Indicators

/// Which quantities the answer to a question tells: the count itself, or the counts that a share, an
/// average or a ratio is made of.
struct ToldByAnswers {
  /// The indicators' values.
  let values: IndicatorValues

  /// What is protected.
  let rule: SuppressionRule

  /// The quantities of the report.
  var table = QuantityTable()

  /// What an answer tells; `printed` is the number that an earlier report gave for it.
  mutating func told(
    _ query: CellQuery, shareOver over: [String] = [], printed: Int? = nil
  ) -> [Int] {
    guard let indicator = values.catalog.indicator(query.indicator) else { return [] }
    if !over.isEmpty { return share(told(query), told(query.without(over))) }
    switch indicator.measure {
    case .ratio(let part, let whole, let kind):
      let (part, whole) = (told(query.of(part)), told(query.of(whole)))
      return kind == .share ? share(part, whole) : part + whole
    case .share(let whole, let over):
      return share(told(query.of(whole)), told(query.of(whole).without(over)))
    case .derived(let terms):
      return sum(of: terms, query, indicator, printed).map { [$0] } ?? []
    default:
      return counted(query, indicator, printed).map { [$0] } ?? []
    }
  }

  /// Whether numbers of an indicator are protected where they are small.
  func isProtected(_ id: String) -> Bool {
    guard let indicator = values.catalog.indicator(id) else { return false }
    switch indicator.measure {
    case .recordInterval, .personInterval: return true
    case .sum: return rule.units?.contains(indicator.unit) ?? false
    case .recordCount, .uniqueCount, .cohort, .stock:
      return rule.units?.contains(indicator.unit) ?? true
    case .ratio, .share: return false
    case .derived(let terms):
      return rule.units?.contains(indicator.unit)
        ?? terms.contains { isProtected($0.indicator) }
    }
  }

  private mutating func counted(
    _ query: CellQuery, _ indicator: Indicator, _ printed: Int?
  ) -> Int? {
    guard let count = printed ?? count(query), count >= 0,
      let box = values.catalog.countedBox(for: query)
    else { return nil }
    return table.index(of: box, value: count, isProtected: isProtected(indicator.id))
  }

  /// The count of an answer, or what an average is over.
  private func count(_ query: CellQuery) -> Int? {
    switch values.value(query) {
    case .count(let count): count
    case .average(_, let divisor): divisor
    case .millionths, .share, .undelivered, .notAvailable, .notApplicable: nil
    }
  }

  private mutating func sum(
    of terms: [Term], _ query: CellQuery, _ indicator: Indicator, _ printed: Int?
  ) -> Int? {
    guard let count = printed ?? count(query), count >= 0 else { return nil }
    let name = "\(indicator.id) \(query.members.inWords) \(query.period.id)"
    let index = table.index(of: name, value: count, isProtected: isProtected(indicator.id))
    var parts: [(Int, Int)] = []
    for term in terms {
      for part in query.parts(for: term) where values.value(part) != .notApplicable {
        let told = told(part)
        guard told.count == 1 else { return index }
        parts.append((told[0], term.isSubtracted ? -1 : 1))
      }
    }
    table.add(DisclosureProblem.Relation(parts + [(index, -1)]))
    return index
  }

  /// A part and its whole, which also tell what is not in the part.
  private mutating func share(_ part: [Int], _ whole: [Int]) -> [Int] {
    guard part.count == 1, whole.count == 1, part[0] != whole[0] else { return part + whole }
    let quantities = table.problem.quantities
    if let inside = quantities[part[0]].value, let all = quantities[whole[0]].value, inside <= all {
      let rest = table.index(
        of: "rest \(part[0]) \(whole[0])", value: all - inside,
        isProtected: quantities[part[0]].isProtected && quantities[whole[0]].isProtected)
      table.add(
        DisclosureProblem.Relation([(part[0], 1), (rest, 1), (whole[0], -1)]))
    }
    return part + whole
  }
}
