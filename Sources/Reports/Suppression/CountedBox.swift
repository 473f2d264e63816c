internal import Indicators
internal import Schemas

/// What a number counts: things of one kind, in some months, that have some members of dimensions.
///
/// The same box is the same number, whatever the indicator, table, row or column is called.
struct CountedBox: Hashable {
  /// What is counted, without its narrowing.
  let family: CountedFamily

  /// What it is narrowed to: members by dimension, and months under `CountedBox.months`.
  var sets: [String: Set<String>]

  /// The name under which months stand among the dimensions.
  static let months = " months"

  /// The element that stands for all members that are not known by name.
  static let anythingElse = " else"

  /// The same, narrowed otherwise on one dimension; nil for not at all.
  func with(_ set: Set<String>?, on dimension: String) -> CountedBox {
    var box = self
    box.sets[dimension] = set
    return box
  }

  /// A text that is the same for equal boxes, and sorts them.
  var sortKey: String {
    let narrowing = sets.sorted { $0.key < $1.key }
      .map { "\($0.key)=\($0.value.sorted().joined(separator: ","))" }
    return ([family.name] + narrowing).joined(separator: ";")
  }
}

/// Things of one kind: records of a dataset, different persons in it, and so on.
struct CountedFamily: Hashable {
  /// Everything that tells it from others.
  let name: String

  /// The dataset whose dimensions narrow it.
  let dataset: String

  /// Whether disjoint boxes add up to the box of both; else a person can be in both.
  let addsUp: Bool

  /// The only dimensions over which it adds up; nil for all.
  let addsUpOver: Set<String>?
}

extension IndicatorCatalog {
  /// What an indicator with records of its own counts for a question; nil for others, and where
  /// nothing can be counted.
  func countedBox(for query: CellQuery) -> CountedBox? {
    guard let indicator = indicator(query.indicator), let source = indicator.measure.source,
      let sets = sets(of: query, source)
    else { return nil }
    var narrowing = sets
    var name = "\(kind(of: indicator.measure)) \(source.dataset)"
    if indicator.measure.addsUpInTime {
      narrowing[CountedBox.months] = query.period.monthNames
    } else {
      name += " \(query.period.id)"
    }
    if let over = indicator.addsUpOver { name += " over \(over.sorted())" }
    let family = CountedFamily(
      name: name, dataset: source.dataset, addsUp: indicator.measure.countsRecords,
      addsUpOver: indicator.addsUpOver)
    return CountedBox(family: family, sets: narrowing)
  }

  /// What a question and a source narrow records to; nil where they contradict each other.
  private func sets(of query: CellQuery, _ source: RecordSource) -> [String: Set<String>]? {
    var sets = query.members.mapValues { Set($0) }
    for condition in source.selection.conditions {
      if case .member(let dimension, let members) = condition,
        !isDividedTwice(dimension, in: source.dataset)
      {
        sets[dimension] = sets[dimension]?.intersection(members) ?? Set(members)
      } else {
        sets[" \(condition.inWords)"] = ["yes"]
      }
    }
    return sets.values.contains(where: \.isEmpty) ? nil : sets
  }

  /// Whether a record can have several members of a dimension.
  func isDividedTwice(_ dimension: String, in dataset: String) -> Bool {
    guard case .codes? = self.dataset(dataset)?.column(dimension)?.type else { return false }
    return true
  }

  private func kind(of measure: Measure) -> String {
    switch measure {
    case .recordCount: "records"
    case .uniqueCount(_, let column): "different \(column)"
    case .sum(_, let column): "sum of \(column)"
    case .cohort(_, let column, let also, let alsoColumn):
      "different \(column) also \(alsoColumn) in \(also.inWords)"
    case .stock(_, let from, let until, _): "running \(from) \(until)"
    case .recordInterval(_, let from, let to): "with both \(from) \(to)"
    case .personInterval(_, let column, let to, let toColumn):
      "different \(column) then \(toColumn) in \(to.inWords)"
    case .ratio, .share, .derived: ""
    }
  }
}

extension Measure {
  /// Whether it counts each record once, wherever it is.
  fileprivate var countsRecords: Bool {
    switch self {
    case .recordCount, .sum, .stock, .recordInterval: true
    case .uniqueCount, .cohort, .personInterval, .ratio, .share, .derived: false
    }
  }

  /// Whether its months can be held against its year.
  fileprivate var addsUpInTime: Bool {
    switch self {
    case .recordCount, .sum, .recordInterval, .uniqueCount: true
    case .stock, .cohort, .personInterval, .ratio, .share, .derived: false
    }
  }
}

extension ReportingPeriod {
  /// The names of its months.
  fileprivate var monthNames: Set<String> { Set(months.map { "\(year)-\($0)" }) }
}
