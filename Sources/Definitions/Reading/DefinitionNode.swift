/// A value of a definition file, with its place.
///
/// Scalars are the text that stands in the file: YAML's guesses at numbers, dates and booleans
/// (`no`, `012`, `1e3`) are not made.
struct DefinitionNode: Sendable {
  /// What stands there.
  let content: Content

  /// Where it stands.
  let place: Place

  enum Content: Sendable {
    /// A scalar.
    case text(String)

    /// A sequence.
    case list([DefinitionNode])

    /// A mapping, in the order of the file.
    case mapping([Entry])

    /// A key without a value.
    case nothing
  }

  struct Entry: Sendable {
    /// The key.
    let key: String

    /// Where the key stands.
    let place: Place

    /// Its value.
    let value: DefinitionNode
  }

  /// What kind of value it is, as messages say it.
  var kind: String {
    switch content {
    case .text(let text): "'\(text.shortened)'"
    case .list: "a list"
    case .mapping: "a mapping of keys to values"
    case .nothing: "empty"
    }
  }

  /// The place of a character of a scalar, also where the scalar stands on several lines; the
  /// scalar's own place where it is written with escapes.
  func place(ofCharacter offset: Int) -> Place {
    guard case .text(let text) = content else { return place }
    let start = text.index(text.startIndex, offsetBy: min(offset, text.count))
    // Lines are folded at blanks, so a word of the text stands on one line of the file.
    let word = text[start...].prefix { !$0.isWhitespace }
    let before = text[..<start].ranges(of: word).count
    return place.place(of: String(word), after: before) ?? place
  }
}

extension String {
  /// At most 60 characters of the text, for a message; its end is then three periods.
  var shortened: String {
    count <= 60 ? self : prefix(57) + "..."
  }
}

/// A text of a definition with its place, for messages about what it refers to.
struct TextValue: Sendable {
  /// The text.
  let text: String

  /// The node that it comes from.
  let node: DefinitionNode

  /// Where it stands.
  var place: Place { node.place }
}
