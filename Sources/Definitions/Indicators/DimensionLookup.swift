internal import Indicators
internal import Schemas

/// What records can be narrowed to and broken down by, for checks of names.
struct DimensionLookup {
  /// The datasets; one that is broken is known all the same.
  let datasets: NameTable<DatasetSchema>

  /// The derived dimensions by dataset and name.
  let derived: [String: [String: Dimension]]

  /// Whether a derived dimension is broken: a dimension that is not known may be meant there.
  let isIncomplete: Bool

  /// Where findings go.
  let log: FindingCollector

  /// What is known of the members of a dimension.
  enum Members {
    /// The slugs of a closed list.
    case closed([Member])

    /// An open list.
    case open
  }

  /// The members of a dimension; nil when the dataset has no such dimension.
  func members(of dimension: String, in dataset: String) -> Members? {
    if let bands = derived[dataset]?[dimension]?.bands {
      return .closed(bands.map { Member(slug: $0.slug, label: $0.label) })
    }
    let column = datasets[dataset]?.column(dimension)
    if let codes = column?.codes {
      return .closed(codes.map { Member(slug: $0.slug, label: $0.label) })
    }
    if case .openCode = column?.type { return .open }
    return nil
  }

  /// The code list of a dimension that has schemes; of any dataset where none is named.
  private func dividedList(of dimension: String, in names: [String]) -> CodeList? {
    for name in names.isEmpty ? datasets.names : names {
      if let list = datasets[name]?.column(dimension)?.dividedList { return list }
    }
    return nil
  }

  /// The names with each scheme's replaced by those of its codes.
  func expanded(_ names: [TextValue], of dimension: String, in datasets: [String]) -> [TextValue] {
    guard let list = dividedList(of: dimension, in: datasets) else { return names }
    return names.flatMap { name -> [TextValue] in
      list.scheme(name.text).map { scheme in
        scheme.slugs.map { TextValue(text: $0, node: name.node) }
      } ?? [name]
    }
  }

  /// Reports members that are added up although they are not the codes of one scheme.
  func checkIsOneScheme(
    _ slugs: Set<String>, of dimension: String, in datasets: [String], at place: Place,
    _ what: String
  ) {
    guard slugs.count > 1, let list = dividedList(of: dimension, in: datasets),
      list.scheme(of: slugs) == nil
    else { return }
    let known = list.codes.map(\.slug).filter(slugs.contains)
    guard known.count == slugs.count else { return }
    log.report(
      "no-scheme", at: place,
      "\(what) adds up \(Wording.listed(known, "and")) of '\(dimension)', expected the codes of "
        + "one scheme: \(Wording.listed(list.schemes.map(\.id)))",
      fix: "name one of the schemes, or declare this one in code list '\(list.name)'")
  }

  /// Whether a record can have several members of the dimension.
  func isMultiValued(_ dimension: String, in dataset: String) -> Bool {
    if case .codes = datasets[dataset]?.column(dimension)?.type { return true }
    return false
  }

  /// The dimensions of a dataset, sorted.
  func names(in dataset: String) -> [String] {
    let columns = datasets[dataset]?.columns.map(\.name) ?? []
    let own = columns.filter { members(of: $0, in: dataset) != nil }
    return (own + (derived[dataset] ?? [:]).keys).sorted()
  }

  /// The dimensions of all datasets, each once, sorted.
  var allNames: [String] { Set(datasets.names.flatMap(names(in:))).sorted() }

  /// Whether all of the datasets have the dimension; reports the first that has not.
  @discardableResult
  func check(_ dimension: TextValue, in names: [String]) -> Bool {
    for name in names where datasets[name] != nil {
      guard members(of: dimension.text, in: name) == nil else { continue }
      if isIncomplete { return false }
      log.reportUnknown(
        "dimension", dimension.text, at: dimension.place, among: self.names(in: name),
        in: "dataset '\(name)'")
      return false
    }
    return true
  }

  /// The dimensions that are named, each known in all of the datasets.
  func dimensions(_ names: [TextValue], in datasets: [String]) -> [String] {
    names.filter { check($0, in: datasets) }.map(\.text)
  }

  /// The slug of a member as records have it; unknown ones are reported.
  ///
  /// Members of an open list are known by what their spellings have in common; empty is an empty
  /// field.
  func slug(_ member: TextValue, of dimension: String, in datasets: [String]) -> String {
    var slug = member.text
    for dataset in datasets where !slug.isEmpty {
      switch members(of: dimension, in: dataset) {
      case .open?: slug = SpellingFold.key(slug)
      case .closed(let known)? where !known.contains(where: { $0.slug == slug }):
        log.reportUnknown(
          "member", slug, at: member.place, among: known.map(\.slug),
          in: "dimension '\(dimension)' of dataset '\(dataset)'")
        return slug
      case .closed?, nil: continue
      }
    }
    return slug
  }

  /// Members by dimension, as `where` declares them; empty where there is none.
  ///
  /// Several members are added up (`adding`) where they narrow a number, not where they are listed
  /// as combinations.
  func members(
    _ node: DefinitionNode?, in datasets: [String], adding: Bool = true
  ) -> [String: [String]] {
    guard let node, let entries = node.entries("a selection", log) else { return [:] }
    var members: [String: [String]] = [:]
    for entry in entries {
      let name = TextValue(
        text: entry.key, node: DefinitionNode(content: .text(entry.key), place: entry.place))
      guard let slugs = entry.value.texts(entry.key, log), check(name, in: datasets) else {
        continue
      }
      checkOnce(slugs, of: entry.key, at: entry.value)
      let codes = expanded(slugs, of: entry.key, in: datasets)
        .map { slug($0, of: entry.key, in: datasets) }
      members[entry.key] = codes
      if adding, !datasets.isEmpty {
        checkIsOneScheme(
          Set(codes), of: entry.key, in: datasets, at: entry.value.place, "the selection")
      }
    }
    return members
  }

  private func checkOnce(_ slugs: [TextValue], of dimension: String, at node: DefinitionNode) {
    guard !slugs.isEmpty else {
      log.report(
        "empty-list", at: node.place, "no member of '\(dimension)' is listed, expected some",
        fix: "list a member, or remove the dimension")
      return
    }
    var seen: Set<String> = []
    for slug in slugs where !seen.insert(slug.text).inserted {
      log.report(
        "duplicate-name", at: slug.place, "member '\(slug.text)' is listed twice, expected once",
        fix: "remove one of the two")
    }
  }
}
