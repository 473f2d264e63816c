/// What a definition says, written in one way: two files with the same normal form declare the same.
///
/// Comments, quotes, layout and the order of keys do not matter; the order of lists does.
struct NormalForm {
  /// The definition in its normal form.
  let text: String

  /// Creates the normal form of a definition.
  init(_ root: DefinitionNode) {
    text = NormalForm.text(of: root)
  }

  private static func text(of node: DefinitionNode) -> String {
    switch node.content {
    case .nothing: "~"
    case .text(let text): quoted(text)
    case .list(let items): "[" + items.map(text(of:)).joined(separator: ",") + "]"
    case .mapping(let entries):
      "{"
        + entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        .map { quoted($0.key) + ":" + text(of: $0.value) }.joined(separator: ",") + "}"
    }
  }

  /// The text with its length before it, so that no text can look like the end of another.
  private static func quoted(_ text: String) -> String {
    "\(text.utf8.count)\"\(text)\""
  }
}
