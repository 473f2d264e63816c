/// The labels that an axis prints, as far as they are known before there are records.
struct AxisLabels {
  /// Whether there can be labels that are not known, as those of an open list.
  var isOpen = false

  /// The labels that are known, in order; years as `{year}` and `{year-1}`.
  private(set) var known: [String] = []

  private var hasYears = false

  /// Adds the label of a member.
  mutating func add(_ label: String) {
    if !known.contains(label) { known.append(label) }
  }

  /// Adds the label of the change column; nil where it is not known.
  mutating func addChange(_ label: String?) {
    if let label { add(label) } else { isOpen = true }
  }

  /// Adds a declared label; reports one that stands there already.
  mutating func add(_ label: TextValue, log: FindingCollector) {
    if known.contains(label.text) {
      log.report(
        "duplicate-label", at: label.place,
        "label '\(label.text.shortened)' stands twice in one table, expected each once",
        fix: "give one of the two another label")
    }
    add(label.text)
  }

  /// Adds the labels of years, and of the items of each year.
  mutating func addYears(_ count: Int, each: [String]) {
    hasYears = true
    for back in 0..<count {
      let year = back == 0 ? "{year}" : "{year-\(back)}"
      for label in each.isEmpty ? [year] : each.map({ "\(year) / \($0)" }) { add(label) }
    }
  }

  /// Whether the axis can print a label. A year in digits can be one of any report.
  func contains(_ label: String) -> Bool {
    if isOpen || known.contains(label) { return true }
    guard hasYears, label.utf8.prefix(4).allSatisfy({ (48...57).contains($0) }) else {
      return false
    }
    return known.contains("{year}" + label.dropFirst(4))
  }
}
