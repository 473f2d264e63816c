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

  /// Takes a template apart. A brace without its partner, or around something else, stands for
  /// itself.
  public init(_ template: String) {
    var parts: [Part] = []
    var words = ""
    var rest = Substring(template)
    while let opening = rest.firstIndex(of: "{") {
      words += rest[..<opening]
      rest = rest[opening...]
      guard let closing = rest.firstIndex(of: "}"),
        let placeholder = Part(placeholder: rest[..<closing].dropFirst())
      else {
        words += "{"
        rest = rest.dropFirst()
        continue
      }
      if !words.isEmpty { parts.append(.words(words)) }
      words = ""
      parts.append(placeholder)
      rest = rest[closing...].dropFirst()
    }
    words += rest
    if !words.isEmpty { parts.append(.words(words)) }
    self.parts = parts
  }
}

extension SentenceTemplate.Part {
  /// Reads what stands between two braces; nil when it is not `name`, `name.form` or
  /// `name.form:one|other`, in lower-case letters, digits and hyphens.
  fileprivate init?(placeholder text: Substring) {
    let halves = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let names = halves[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = names[0].utf8.first, isLetter(first),
      names[0].utf8.allSatisfy({ isLetter($0) || (48...57).contains($0) || $0 == 45 }),
      names.count == 1 || (!names[1].isEmpty && names[1].utf8.allSatisfy(isLetter))
    else { return nil }
    let choices =
      halves.count == 1
      ? [] : halves[1].split(separator: "|", omittingEmptySubsequences: false)
    self = .placeholder(
      name: String(names[0]), form: names.count == 1 ? "" : String(names[1]),
      choices: choices.map(String.init))
  }
}

private func isLetter(_ byte: UInt8) -> Bool {
  (97...122).contains(byte)
}
