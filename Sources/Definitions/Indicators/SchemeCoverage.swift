internal import Indicators
internal import Schemas

/// Which parts of each divided whole an indicator counts: the codes of the dimensions whose code
/// lists have schemes.
struct SchemeCoverage {
  private var parts: [String: Part] = [:]

  private struct Part {
    let list: CodeList
    var slugs: Set<String>
  }

  /// What nothing is known of.
  init() {}

  /// What the records of a source are about.
  init(_ source: RecordSource, in datasets: NameTable<DatasetSchema>) {
    for column in datasets[source.dataset]?.columns ?? [] {
      guard let list = column.dividedList, let codes = column.codes else { continue }
      parts[column.name] = Part(list: list, slugs: Set(codes.map(\.slug)))
    }
    for case .member(let dimension, let slugs) in source.selection.conditions {
      parts[dimension]?.slugs.formIntersection(slugs)
    }
  }

  /// The part that is left of it where dimensions are narrowed.
  func narrowed(to members: [String: [String]]) -> SchemeCoverage {
    var narrowed = self
    for (dimension, slugs) in members { narrowed.parts[dimension]?.slugs.formIntersection(slugs) }
    return narrowed
  }

  /// What both are about together.
  func union(_ other: SchemeCoverage) -> SchemeCoverage {
    var union = self
    for (dimension, part) in other.parts {
      union.parts[dimension, default: part].slugs.formUnion(part.slugs)
    }
    return union
  }

  /// Whether numbers over both can be added or divided: they are about the same codes of the same
  /// lists, or nothing is declared about one of them.
  func agrees(with other: SchemeCoverage) -> Bool {
    if parts.isEmpty || other.parts.isEmpty { return true }
    let shared = Set(parts.keys).intersection(other.parts.keys)
    return !shared.isEmpty
      && shared.allSatisfy { dimension in
        guard let mine = parts[dimension], let theirs = other.parts[dimension] else { return true }
        return mine.list.name == theirs.list.name && mine.slugs == theirs.slugs
      }
  }

  /// In words: `scheme 'provinces' of 'area'`.
  var inWords: String {
    let parts = parts.sorted { $0.key < $1.key }.map { dimension, part in
      let codes =
        part.list.scheme(of: part.slugs).map { "scheme '\($0.id)'" }
        ?? Wording.listed(part.slugs.sorted(), "and")
      return "\(codes) of '\(dimension)'"
    }
    return Wording.listed(parts, "and")
  }
}

/// Numbers that are added up, and over which codes each counts.
struct SchemeSum {
  /// What is added, in messages: `a sum`.
  let what: String

  private var indicators: [(name: TextValue, coverage: SchemeCoverage)] = []

  init(_ what: String) {
    self.what = what
  }

  /// Adds an indicator; parts of one indicator count as what they make together.
  mutating func add(_ indicator: TextValue, over coverage: SchemeCoverage) {
    guard let index = indicators.firstIndex(where: { $0.name.text == indicator.text }) else {
      indicators.append((indicator, coverage))
      return
    }
    indicators[index].coverage = indicators[index].coverage.union(coverage)
  }

  /// Reports the first indicator that counts over other codes than the one before it.
  func check(at place: Place? = nil, _ log: FindingCollector) {
    for (earlier, later) in zip(indicators, indicators.dropFirst())
    where !earlier.coverage.agrees(with: later.coverage) {
      log.report(
        "two-schemes", at: place ?? later.name.place,
        "'\(later.name.text)' counts over \(later.coverage.inWords) and '\(earlier.name.text)' over "
          + "\(earlier.coverage.inWords), expected one scheme in \(what)",
        fix: "narrow both with 'where' to the codes of one scheme")
      return
    }
  }
}
