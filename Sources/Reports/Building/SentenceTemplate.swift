/// A sentence's template, taken apart: words and placeholders in their order.
public struct SentenceTemplate: Sendable, Hashable {
  /// The parts.
  public let parts: [Part]

  /// A part of a template.
  public enum Part: Sendable, Hashable {
    /// Words that stand as they are.
    case words(String)

    /// A placeholder `{name}`, `{name.form}` or `{name.form:one|other}`.
    case placeholder(name: String, form: String, choices: [String])
  }

  /// Takes a template apart. A brace without its partner stands for itself.
  public init(_ template: String) {
    var parts: [Part] = []
    var rest = Substring(template)
    while let match = rest.firstMatch(
      of: /\{(?<name>[a-z][a-z0-9-]*)(?:\.(?<form>[a-z]+))?(?::(?<choices>[^}]*))?\}/)
    {
      parts.append(.words(String(rest[..<match.range.lowerBound])))
      let choices = match.choices?.split(separator: "|", omittingEmptySubsequences: false) ?? []
      parts.append(
        .placeholder(
          name: String(match.name), form: match.form.map(String.init) ?? "",
          choices: choices.map(String.init)))
      rest = rest[match.range.upperBound...]
    }
    parts.append(.words(String(rest)))
    self.parts = parts.filter { $0 != .words("") }
  }
}
