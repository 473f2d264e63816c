/// The files of a new project, from `Templates/project.txt`, which is part of the program.
///
/// A line `--- KIND: PATH` begins a piece of a file; the pieces of one path follow each other.
struct ProjectTemplate {
  /// What a project can begin with.
  enum Kind: String {
    /// An example that runs.
    case example
    /// A dataset that was drafted from a delivery.
    case draft
  }

  /// The files by path, in the order of the template.
  let files: [(path: String, text: String)]

  /// The files of a kind, with placeholders `{name}` replaced.
  init(_ kind: Kind, _ values: [String: String] = [:]) {
    let text = String(decoding: PackageResources.project_txt, as: UTF8.self)
    var texts: [String: String] = [:]
    var order: [String] = []
    var path: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      guard line.hasPrefix("--- ") else {
        if let path { texts[path, default: ""] += line + "\n" }
        continue
      }
      let parts = line.dropFirst(4).split(separator: ":", maxSplits: 1)
      let name = parts.dropFirst().first.map { String($0.dropFirst()) } ?? ""
      path = [kind.rawValue, "both"].contains(parts.first.map(String.init) ?? "") ? name : nil
      if path != nil, !order.contains(name) { order.append(name) }
    }
    files = order.map { path in
      let text = values.reduce(texts[path] ?? "") { text, value in
        text.split(separator: "{\(value.key)}", omittingEmptySubsequences: false)
          .joined(separator: value.value)
      }
      return (path, text)
    }
  }
}
