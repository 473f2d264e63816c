/// HTML, written one element after the other.
struct HTMLText {
  /// What is written so far.
  private(set) var text = ""

  /// Adds a line as it stands.
  mutating func line(_ markup: String) {
    text += markup + "\n"
  }

  /// Opens an element.
  mutating func open(_ name: String, _ attributes: String = "") {
    line(tag(name, attributes))
  }

  /// Closes an element.
  mutating func close(_ name: String) {
    line("</\(name)>")
  }

  /// Adds an element with a text.
  mutating func element(_ name: String, _ attributes: String, _ content: String) {
    line("\(tag(name, attributes))\(XMLText.escaped(content))</\(name)>")
  }

  /// Adds an element with a style sheet or a script of ours.
  mutating func raw(_ name: String, _ content: String) {
    line("<\(name)>\n\(content)\n</\(name)>")
  }

  private func tag(_ name: String, _ attributes: String) -> String {
    attributes.isEmpty ? "<\(name)>" : "<\(name) \(attributes)>"
  }
}
