internal import Findings

/// How messages name things.
enum Wording {
  /// Names one after another: `a, b or c`.
  static func listed(_ names: [String], _ conjunction: String = "or") -> String {
    guard let last = names.last else { return "none" }
    let others = names.dropLast().joined(separator: ", ")
    return others.isEmpty ? last : "\(others) \(conjunction) \(last)"
  }

  /// What was expected where a name of a kind is unknown: all names when they are few, else how
  /// many there are and the nearest.
  static func expectation(of name: String, kind: String, among known: [String]) -> String {
    if known.isEmpty { return "there is no \(kind)" }
    if known.count <= 8 { return "expected \(listed(known))" }
    let nearest = nearest(to: name, among: known).map { " (nearest: '\($0)')" } ?? ""
    return "expected one of the \(known.count) \(kind)s\(nearest)"
  }

  /// The known name that was probably meant: the nearest spelling, or the only one that begins
  /// alike.
  static func nearest(to name: String, among known: [String]) -> String? {
    if let nearest = known.nearest(to: name), !Set(nearest).isDisjoint(with: name) {
      return nearest
    }
    let alike = known.filter { $0.hasPrefix(name) || name.hasPrefix($0) }
    return name.count >= 3 && alike.count == 1 ? alike[0] : nil
  }

  /// What to do where a name is unknown.
  static func correction(of name: String, kind: String, among known: [String]) -> String {
    if let nearest = nearest(to: name, among: known) { return "write '\(nearest)'" }
    return known.isEmpty ? "declare a \(kind) first" : "write the name of a known \(kind)"
  }
}

extension FindingCollector {
  /// Reports a name that is not among those that are known.
  func reportUnknown(
    _ kind: String, _ name: String, at place: Place, among known: [String], in whole: String = ""
  ) {
    let rule = "unknown-" + kind.split(separator: " ").joined(separator: "-")
    let scope = whole.isEmpty ? "" : " in \(whole)"
    report(
      rule, at: place,
      "\(kind) '\(name.shortened)' is unknown\(scope), "
        + Wording.expectation(of: name, kind: kind, among: known),
      fix: Wording.correction(of: name, kind: kind, among: known))
  }
}
