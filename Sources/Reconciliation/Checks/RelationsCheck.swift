/// Holds printed cells against each other, as the declared relations say.
struct RelationsCheck {
  /// The print.
  let print: PrintedReport

  /// What is declared; nil when nothing is.
  let definition: ReconciliationDefinition?

  /// Fills in the years of labels.
  let fill: (String) -> String

  /// What came of it.
  struct Result {
    /// What does not hold, in the order of the print.
    var discrepancies: [Discrepancy] = []

    /// The wholes that would explain shares that are off.
    var ranges: [ShareRange] = []

    /// The totals that are the sum of their parts.
    var confirmedTotals: Set<CellPlace> = []

    /// How much was held against each other.
    var checked = 0
  }

  /// Checks all relations.
  func result() -> Result {
    let resolution = TermResolution(table: print.table, fill: fill)
    let same = SameNumberCheck(resolution: resolution, file: print.file)
    var result = Result()
    var shares = SharesByWhole()
    for relation in definition?.relations ?? [] {
      switch relation.content {
      case .total(let pair):
        add(same, pair, isTotal: true, relation, to: &result)
      case .equal(let pair):
        add(same, pair, isTotal: false, relation, to: &result)
      case .growth(let change):
        result.discrepancies += GrowthCheck(resolution: resolution, file: print.file)
          .discrepancies(change, because: relation.because, checked: &result.checked)
      case .share(let share):
        let found = ShareCheck(resolution: resolution, file: print.file)
          .shares(of: share, because: relation.because)
        result.checked += found.count
        shares.add(found, to: share.group ?? "figure \(share.percent.figure)")
      }
    }
    let check = ShareCheck(resolution: resolution, file: print.file)
    for group in shares.groups { result.discrepancies += check.discrepancies(in: group) }
    result.ranges = shares.groups.compactMap(check.range)
    result.discrepancies = inOrder(withoutConsequences(result.discrepancies))
    return result
  }

  private func add(
    _ check: SameNumberCheck, _ pair: SameNumber, isTotal: Bool, _ relation: Relation,
    to result: inout Result
  ) {
    var confirmed: [CellPlace] = []
    let found = check.discrepancies(
      pair, isTotal: isTotal, because: relation.because, confirmed: &confirmed)
    result.discrepancies += found
    result.checked += found.count + confirmed.count
    if isTotal { result.confirmedTotals.formUnion(confirmed) }
  }

  /// Leaves out totals of totals that are wrong themselves: what is wrong is found there.
  private func withoutConsequences(_ found: [Discrepancy]) -> [Discrepancy] {
    let wrong = Set(
      found.filter { $0.kind == .total && $0.explanation == nil }.compactMap(\.place))
    return found.filter { item in
      item.kind != .total || item.heldAgainst.allSatisfy { !wrong.contains($0) }
    }
  }

  /// What one line has stays in the order in which it was found.
  private func inOrder(_ found: [Discrepancy]) -> [Discrepancy] {
    found.enumerated().sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
      .map(\.element)
  }
}

/// Shares by the whole that they were computed on, in the order in which the wholes are declared.
private struct SharesByWhole {
  private var names: [String] = []
  private var byName: [String: [ShareCheck.Share]] = [:]

  /// The shares of each whole.
  var groups: [[ShareCheck.Share]] { names.compactMap { byName[$0] } }

  mutating func add(_ shares: [ShareCheck.Share], to name: String) {
    if byName[name] == nil { names.append(name) }
    byName[name, default: []] += shares
  }
}
