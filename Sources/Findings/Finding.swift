/// Something wrong or remarkable in an export or a definition.
///
/// A finding never holds a person identifier or free text: its location is enough to find them.
public struct Finding: Sendable, Hashable {
  /// How much it matters.
  public let severity: Severity

  /// The rule that was broken, in kebab case, for example `unknown-code`.
  public let rule: String

  /// The dataset that the file belongs to; empty for definitions.
  public let dataset: String

  /// Where it is.
  public let location: SourceLocation

  /// What was found and what was expected, one sentence in lower case without a period.
  public let message: String

  /// What to do about it, in the imperative.
  public let fix: String

  /// The offending line with a caret under the place, for definitions; empty for exports.
  public let excerpt: String

  /// Creates a finding.
  public init(
    _ severity: Severity, rule: String, dataset: String = "", at location: SourceLocation,
    _ message: String, fix: String, excerpt: String = ""
  ) {
    self.severity = severity
    self.rule = rule
    self.dataset = dataset
    self.location = location
    self.message = message
    self.fix = fix
    self.excerpt = excerpt
  }
}

extension Finding: Comparable {
  /// Orders findings by dataset, file, line, column, rule and message: the order of every output.
  public static func < (left: Finding, right: Finding) -> Bool {
    if left.dataset != right.dataset { return left.dataset < right.dataset }
    if left.location != right.location { return left.location < right.location }
    if left.rule != right.rule { return left.rule < right.rule }
    return left.message < right.message
  }
}

extension Finding: CustomStringConvertible {
  /// The finding as it is printed: `FILE:LINE:COLUMN: SEVERITY: WHAT [RULE]` and the fix below it.
  public var description: String {
    var text = "\(location.description): \(severity.label): \(message) [\(rule)]"
    if !excerpt.isEmpty { text += "\n\(excerpt)" }
    if !fix.isEmpty { text += "\n  fix: \(fix)" }
    return text
  }
}
