internal import Findings
internal import Provenance

/// Which findings of a run are told in full: the first of each rule in each file. The rest is counted.
struct ToldFindings {
  /// How many findings of one rule in one file are told in full.
  static let shownPerRuleAndFile = 20

  /// The findings of one rule in one file.
  struct Group: Hashable {
    let file: String
    let rule: String
  }

  /// The groups with their first finding and how many there are, by file and rule.
  var groups: [(group: Group, first: Finding, count: Int)] {
    found.map { ($0.key, $0.value.first, $0.value.count) }
      .sorted { ($0.group.file, $0.group.rule) < ($1.group.file, $1.group.rule) }
  }

  /// What to do about those that are told, in the order in which it was said first.
  var advice: [FindingAdvice] {
    let ordered = numbers.sorted { ($0.value.first ?? 0) < ($1.value.first ?? 0) }
    return ordered.map { FindingAdvice(fix: $0.key, findings: $0.value) }
  }

  private var found: [Group: (first: Finding, count: Int)] = [:]
  private var numbers: [String: [Int]] = [:]

  /// Takes the next finding, the one of this number among all, and says whether it is told.
  mutating func take(_ finding: Finding, number: Int) -> Bool {
    let group = Group(file: finding.location.file, rule: finding.rule)
    var known = found[group] ?? (first: finding, count: 0)
    known.count += 1
    found[group] = known
    guard known.count <= ToldFindings.shownPerRuleAndFile else { return false }
    if !finding.fix.isEmpty { numbers[finding.fix, default: []].append(number) }
    return true
  }
}
