public import Schemas

/// All declared indicators, with the datasets and dimensions that they are about.
public struct IndicatorCatalog: Sendable {
  private let indicators: [String: Indicator]
  private let schemas: [String: DatasetSchema]
  private let derivedDimensions: [String: [String: Dimension]]

  /// How records are divided by each dimension of each dataset, for the many questions of a report.
  private let divisions: [String: [String: Division]]

  private enum Division {
    case oneMember, severalMembers, openList
  }

  /// Creates a catalog. Of names that are given twice the first one counts.
  public init(indicators: [Indicator], datasets: [DatasetSchema], dimensions: [Dimension]) {
    self.indicators = Dictionary(indicators.map { ($0.id, $0) }) { first, _ in first }
    schemas = Dictionary(datasets.map { ($0.name, $0) }) { first, _ in first }
    derivedDimensions = Dictionary(grouping: dimensions, by: \.dataset).mapValues {
      Dictionary($0.map { ($0.name, $0) }) { first, _ in first }
    }
    let derived = derivedDimensions
    divisions = schemas.mapValues { schema in
      let columns = schema.columns.compactMap { column -> (String, Division)? in
        switch column.type {
        case .code: (column.name, .oneMember)
        case .codes: (column.name, .severalMembers)
        case .openCode: (column.name, .openList)
        case .text, .identifier, .date, .year, .integer, .decimal: nil
        }
      }
      let bands = (derived[schema.name] ?? [:]).keys.map { ($0, Division.oneMember) }
      return Dictionary(columns + bands) { _, derived in derived }
    }
  }

  /// The indicator with this id.
  public func indicator(_ id: String) -> Indicator? {
    indicators[id]
  }

  /// The ids of all indicators, sorted.
  public var ids: [String] { indicators.keys.sorted() }

  /// The slug of a value of an open list.
  public static func openListKey(_ spelling: String) -> String { SpellingFold.key(spelling) }

  /// The dataset with this name.
  public func dataset(_ name: String) -> DatasetSchema? {
    schemas[name]
  }

  /// The names of the datasets that an indicator reads, sorted.
  public func datasets(of id: String) -> [String] {
    var names: Set<String> = []
    for leaf in leaves(of: id) {
      guard let source = leaf.measure.source else { continue }
      names.insert(source.dataset)
      if case .cohort(_, _, let other, _) = leaf.measure { names.insert(other.dataset) }
      if case .personInterval(_, _, let other, _) = leaf.measure { names.insert(other.dataset) }
    }
    return names.sorted()
  }

  /// The indicators with records of their own that an indicator is derived from, or itself.
  public func leaves(of id: String) -> [Indicator] {
    guard let indicator = indicators[id] else { return [] }
    let parts = indicator.measure.parts
    return parts.isEmpty ? [indicator] : parts.flatMap(leaves(of:))
  }

  /// Whether values of disjoint parts add up to the value of the whole.
  public func isAdditive(_ id: String) -> Bool {
    guard let measure = indicators[id]?.measure else { return false }
    guard case .derived(let terms) = measure else { return measure.isAdditive }
    return terms.allSatisfy { isAdditive($0.indicator) }
  }

  /// Whether the values of a dimension's members add up: not where a record can have several.
  public func isAdditive(_ id: String, over dimensions: Set<String>) -> Bool {
    guard isAdditive(id), declaresAdditive(id, over: dimensions) else { return false }
    return !leaves(of: id).contains { leaf in
      guard let dataset = leaf.measure.source?.dataset else { return false }
      return dimensions.contains { isMultiValued($0, in: dataset) }
    }
  }

  /// Whether an indicator and all that it is made of allow adding over the dimensions.
  private func declaresAdditive(_ id: String, over dimensions: Set<String>) -> Bool {
    guard let indicator = indicators[id] else { return false }
    return (indicator.addsUpOver.map(dimensions.isSubset) ?? true)
      && indicator.measure.parts.allSatisfy { declaresAdditive($0, over: dimensions) }
  }

  /// The dimensions over which its numbers add up, sorted; none for persons, averages and shares.
  public func additiveDimensions(of id: String) -> [String] {
    dimensions(of: id).filter { isAdditive(id, over: [$0]) }
  }

  /// Whether any of the datasets that an indicator reads is kept by hand.
  public func isKeptByHand(_ id: String) -> Bool {
    datasets(of: id).contains { schemas[$0]?.isKeptByHand == true }
  }

  /// The members of a dimension in the order of printing; nil for an open list or no dimension.
  public func members(of dimension: String, in dataset: String) -> [Member]? {
    if let derived = derivedDimensions[dataset]?[dimension] {
      return derived.bands.map { Member(slug: $0.slug, label: $0.label) }
    }
    return schemas[dataset]?.column(dimension)?.codes?.map {
      Member(slug: $0.slug, label: $0.label)
    }
  }

  /// The name that people read of a dimension.
  public func title(of dimension: String, in dataset: String) -> String {
    schemas[dataset]?.column(dimension)?.title ?? dimension
  }

  /// The dimensions by which an indicator can be broken down: those that all datasets with records of
  /// it have, sorted.
  public func dimensions(of id: String) -> [String] {
    let sets = leaves(of: id).compactMap { leaf in
      (leaf.measure.source?.dataset).map { Set((divisions[$0] ?? [:]).keys) }
    }
    guard let first = sets.first else { return [] }
    return sets.dropFirst().reduce(first) { $0.intersection($1) }.sorted()
  }

  /// Whether records of a dataset are dated with a year only.
  func datesOnlyYears(in dataset: String) -> Bool {
    guard let schema = schemas[dataset] else { return false }
    return schema.column(schema.eventColumn)?.type == .year
  }

  /// Whether a record can have several members of the dimension.
  func isMultiValued(_ dimension: String, in dataset: String) -> Bool {
    divisions[dataset]?[dimension] == .severalMembers
  }

  /// Whether the dataset can be broken down by the dimension.
  func has(_ dimension: String, in dataset: String) -> Bool {
    divisions[dataset]?[dimension] != nil
  }
}

/// One value of a dimension.
public struct Member: Sendable, Hashable {
  /// The stable short name; empty for an empty field.
  public let slug: String

  /// The name that is printed.
  public let label: String

  /// Creates a member.
  public init(slug: String, label: String) {
    self.slug = slug
    self.label = label
  }
}

extension IndicatorCatalog {
  /// The members of a dimension in any dataset, in order of dataset and printing; none for an open
  /// list or no dimension.
  public func members(of dimension: String) -> [Member] {
    var members: [Member] = []
    for dataset in schemas.keys.sorted() {
      for member in self.members(of: dimension, in: dataset) ?? []
      where !members.contains(where: { $0.slug == member.slug }) {
        members.append(member)
      }
    }
    return members
  }

  /// The dimensions of any dataset that have members, sorted.
  public var dimensionsWithMembers: [String] {
    let names = Set(divisions.values.flatMap(\.keys))
    return names.filter { !members(of: $0).isEmpty }.sorted()
  }

  /// Whether all that an indicator reads can be broken down by the dimension.
  public func has(_ dimension: String, for id: String) -> Bool {
    let sources = leaves(of: id).compactMap(\.measure.source?.dataset)
    return !sources.isEmpty && sources.allSatisfy { has(dimension, in: $0) }
  }

  /// Whether the dimension is an open list for the records of an indicator.
  public func hasOpenList(_ dimension: String, for id: String) -> Bool {
    leaves(of: id).contains { leaf in
      guard let dataset = leaf.measure.source?.dataset else { return false }
      return divisions[dataset]?[dimension] == .openList
    }
  }

  /// The status of an indicator: validated only when all that it is derived from is.
  public func status(of id: String) -> ValidationStatus {
    guard let indicator = indicators[id] else { return .validated }
    let isValidated =
      indicator.status == .validated
      && indicator.measure.parts.allSatisfy { status(of: $0) == .validated }
    return isValidated ? .validated : .indicative
  }
}
