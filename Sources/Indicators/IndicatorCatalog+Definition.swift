extension IndicatorCatalog {
  /// How an indicator counts, in words: its measure, and what it is made of, in full.
  ///
  /// Two indicators with the same words count the same. Title and explanation are no part of it, so
  /// that a better sentence is not another definition.
  public func definition(of id: String) -> String {
    guard let indicator = indicator(id) else { return "" }
    var text = formula(of: indicator)
    if let first = indicator.validFrom { text += "; from \(first) on" }
    if let last = indicator.validThrough { text += "; through \(last)" }
    for combination in indicator.notApplicable {
      text += "; not applicable: \(combination.inWords)"
    }
    if let base = indicator.minimumBase { text += "; withheld below a base of \(base)" }
    if let dimensions = indicator.addsUpOver {
      text += "; adds up over \(dimensions.sorted().joined(separator: ", "))"
    }
    return text + "; unit: \(indicator.unit)"
  }

  /// How an indicator is computed, in words.
  public func formula(of id: String) -> String {
    indicator(id).map(formula(of:)) ?? ""
  }

  private func formula(of indicator: Indicator) -> String {
    switch indicator.measure {
    case .recordCount(let source):
      "number of records of \(source.inWords)"
    case .uniqueCount(let source, let column):
      "number of different \(column) in \(source.inWords)"
    case .sum(let source, let column):
      "sum of \(column) over \(source.inWords)"
    case .cohort(let source, let column, let also, let alsoColumn):
      "number of different \(column) in \(source.inWords) that are also \(alsoColumn) in "
        + "\(also.inWords), in the same period"
    case .stock(let source, let from, let until, let completeFrom):
      "number of records of \(source.inWords) that run on the last day of the period, from "
        + "\(from) until \(until), complete from \(completeFrom)"
    case .recordInterval(let source, let from, let to):
      "average number of days from \(from) to \(to) over \(source.inWords)"
    case .personInterval(let source, let column, let other, let otherColumn):
      "average number of days from the first record of each \(column) in \(source.inWords) to "
        + "the first record of the same \(otherColumn) in \(other.inWords)"
    case .ratio, .share, .derived: derivedFormula(of: indicator.measure)
    }
  }

  private func derivedFormula(of measure: Measure) -> String {
    switch measure {
    case .ratio(let numerator, let denominator, let kind):
      "(\(formula(of: numerator))) divided by (\(formula(of: denominator))), as \(kind.rawValue)"
    case .share(let whole, let over):
      "(\(formula(of: whole))) as share of the same without narrowing on "
        + over.joined(separator: " and ")
    case .derived(let terms):
      terms.enumerated().map { index, term in
        let sign = term.isSubtracted ? "minus " : (index == 0 ? "" : "plus ")
        let narrowing = term.members.isEmpty ? "" : " narrowed to \(term.members.inWords)"
        return "\(sign)(\(formula(of: term.indicator)))\(narrowing)"
          + (term.isEstimate ? " member by member" : "")
      }.joined(separator: " ")
    default: ""
    }
  }
}

extension RecordSource {
  /// The dataset and what its records must satisfy.
  public var inWords: String {
    let conditions = selection.conditions.map(\.inWords)
    return conditions.isEmpty
      ? dataset : "\(dataset) where \(conditions.joined(separator: " and "))"
  }
}

extension Condition {
  /// The condition as a clause.
  public var inWords: String {
    switch self {
    case .member(let dimension, let members): [dimension: members].inWords
    case .filled(let column): "\(column) is filled"
    case .running(let from, let until, let day):
      "\(from) is on or before \(day) and \(until) is empty or after it"
    case .event(let from, let through): "the event date lies in \(from) to \(through)"
    }
  }
}

extension [String: [String]] {
  /// The members that are kept, by dimension, as clauses.
  public var inWords: String {
    sorted { $0.key < $1.key }.map { dimension, members in
      let names = members.map { $0.isEmpty ? "empty" : $0 }
      return "\(dimension) is \(names.joined(separator: " or "))"
    }.joined(separator: " and ")
  }
}
