/// What a definition says, written in one way: two files with the same normal form declare the same.
///
/// Comments, quotes, layout and the order of keys do not matter; the order of lists does.
struct NormalForm {
  /// The definition in its normal form, in UTF-8.
  private(set) var bytes: [UInt8] = []

  /// Creates the normal form of a definition.
  init(_ root: DefinitionNode) {
    add(root)
  }

  private mutating func add(_ node: DefinitionNode) {
    switch node.content {
    case .nothing: add("~")
    case .text(let text): addQuoted(text)
    case .list(let items):
      addList("[", items, "]") { $0.add($1) }
    case .mapping(let entries):
      let sorted = entries.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      addList("{", sorted, "}") { form, entry in
        form.addQuoted(entry.key)
        form.add(":")
        form.add(entry.value)
      }
    }
  }

  private mutating func addList<Item>(
    _ start: String, _ items: [Item], _ end: String, _ addItem: (inout NormalForm, Item) -> Void
  ) {
    add(start)
    for (index, item) in items.enumerated() {
      if index > 0 { add(",") }
      addItem(&self, item)
    }
    add(end)
  }

  /// Adds a text with its length before it, so that no text can look like the end of another.
  private mutating func addQuoted(_ text: String) {
    add("\(text.utf8.count)\"")
    add(text)
    add("\"")
  }

  private mutating func add(_ text: String) {
    bytes += text.utf8
  }
}
