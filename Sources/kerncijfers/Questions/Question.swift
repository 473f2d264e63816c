internal import Findings
internal import Indicators

/// A question for figures: an indicator, what it is broken down by and narrowed to, and the periods.
struct Question {
  /// The indicator.
  let indicator: Indicator

  /// The dimensions it is broken down by.
  let dimensions: [String]

  /// What it is narrowed to: members by dimension.
  let members: [String: [String]]

  /// The dimensions of whose whole shares are given; none for the numbers themselves.
  let shareOver: [String]

  /// The periods.
  let periods: [ReportingPeriod]

  /// The indicators.
  let catalog: IndicatorCatalog

  /// Checks what was asked.
  ///
  /// - Throws: `CommandFailure` with exit code 2 for a name that is not known.
  init(
    indicator id: String, by dimensions: [String], narrowing: [String],
    share shareOver: [String] = [], periods: [ReportingPeriod], catalog: IndicatorCatalog
  ) throws {
    guard let indicator = catalog.indicator(id) else {
      throw Question.unknown("indicator", id, among: catalog.ids)
    }
    let known = catalog.dimensions(of: id)
    self.shareOver = try shareOver.map { try Question.known($0, among: known) }
    self.dimensions = try dimensions.map { try Question.known($0, among: known) }
    members = try narrowing.reduce(into: [:]) { members, text in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        throw CommandFailure(.badUse, "--where is '\(text)', expected DIMENSION=MEMBER")
      }
      let dimension = try Question.known(String(parts[0]), among: known)
      members[dimension, default: []].append(
        try Question.member(named: String(parts[1]), of: dimension, for: id, in: catalog))
    }
    self.indicator = indicator
    self.periods = periods
    self.catalog = catalog
  }

  /// What has to be computed: the whole, and the breakdown, of which any one member stands for all.
  var plan: Plan {
    let any = Dictionary(dimensions.map { ($0, [Question.anyMember]) }) { first, _ in first }
    let asked =
      [members, members.merging(any) { $1 }]
      + dimensions.map { members.merging([$0: [Question.anyMember]]) { $1 } }
    return Plan(
      periods.flatMap { period in
        asked.flatMap {
          IndicatorValues.aggregates(
            for: query($0, period), shareOver: shareOver, in: catalog)
        }
      })
  }

  /// The question for one number.
  func query(_ members: [String: [String]], _ period: ReportingPeriod) -> CellQuery {
    CellQuery(indicator: indicator.id, members: members, period: period)
  }

  /// The members of a dimension that the breakdown shows, in the order of printing, those that an
  /// open list turned out to have included; the empty field is the last.
  func shownMembers(of dimension: String, in values: IndicatorValues) -> [Member] {
    let declared = declaredMembers(of: dimension) ?? occurringMembers(of: dimension, in: values)
    let all = declared.filter { !$0.slug.isEmpty } + [Member(slug: "", label: "")]
    guard let wanted = members[dimension] else { return all }
    return all.filter { wanted.contains($0.slug) }
  }

  private func declaredMembers(of dimension: String) -> [Member]? {
    catalog.leaves(of: indicator.id).lazy.compactMap { leaf in
      (leaf.measure.source?.dataset).flatMap { catalog.members(of: dimension, in: $0) }
    }.first
  }

  private func occurringMembers(of dimension: String, in values: IndicatorValues) -> [Member] {
    var found: [String: Member] = [:]
    for period in periods {
      for member in values.membersOccurring(of: dimension, for: query(members, period)) {
        found[member.slug] = member
      }
    }
    return found.values.sorted { ($0.label, $0.slug) < ($1.label, $1.slug) }
  }

  private static let anyMember = "?"
}

extension Question {
  private static func known(_ dimension: String, among known: [String]) throws -> String {
    guard known.contains(dimension) else {
      throw unknown("dimension", dimension, among: known)
    }
    return dimension
  }

  /// The slug of a member that is named by its slug or label.
  private static func member(
    named name: String, of dimension: String, for indicator: String, in catalog: IndicatorCatalog
  ) throws -> String {
    for leaf in catalog.leaves(of: indicator) where !name.isEmpty {
      guard let dataset = leaf.measure.source?.dataset,
        let members = catalog.members(of: dimension, in: dataset)
      else { continue }
      guard let found = members.first(where: { $0.slug == name || $0.label == name }) else {
        throw unknown("member", name, among: members.map(\.slug))
      }
      return found.slug
    }
    return catalog.hasOpenList(dimension, for: indicator)
      ? IndicatorCatalog.openListKey(name) : name
  }

  private static func unknown(
    _ kind: String, _ name: String, among known: [String]
  ) -> CommandFailure {
    let hint = known.nearest(to: name).map { " (nearest: '\($0)')" } ?? ""
    let names = known.count <= 30 ? known.joined(separator: ", ") : ""
    return CommandFailure(
      .badUse,
      "there is no \(kind) '\(name)' here\(hint)\n  fix: "
        + (names.isEmpty ? "see 'kerncijfers \(kind)s'" : "name one of \(names)"))
  }
}
