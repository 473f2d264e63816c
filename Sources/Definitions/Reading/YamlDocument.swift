internal import Yams

/// One YAML document as nodes with places; the only file that knows the YAML parser.
struct YamlDocument {
  /// The most values that a file may hold, aliases followed.
  static let nodeLimit = 200_000

  private let source: SourceText
  private let log: FindingCollector
  private var nodeCount = 0
  private var topLevelPlace: Place?
  private let renamedKeys: [String: String]

  /// The document's root; nil when something is wrong with it, which is then reported.
  static func root(of text: String, path: String, log: FindingCollector) -> DefinitionNode? {
    let source = SourceText(path: path, text: text)
    guard YamlAliases.areHarmless(in: source, log: log) else { return nil }
    var keys = DuplicateKeys(text)
    while true {
      do {
        guard let root = try compose(yaml: keys.text, .basic, .default, .utf8) else {
          log.report(
            "empty-definition", in: path, "the file holds no definition, expected YAML",
            fix: "write the definition, or remove the file")
          return nil
        }
        var document = YamlDocument(source: source, log: log, renamedKeys: keys.original)
        return document.node(root)
      } catch YamlError.duplicatedKeysInMapping(let names, let context)
        where keys.rename(at: context.mark, among: names)
      {
        // The key has another name now, so that the parser goes on and finds the next one; both
        // places are reported when the mapping is read.
        continue
      } catch {
        YamlSyntax.report(error, in: source, log: log)
        return nil
      }
    }
  }

  private init(source: SourceText, log: FindingCollector, renamedKeys: [String: String]) {
    self.source = source
    self.log = log
    self.renamedKeys = renamedKeys
  }

  /// The node with its parts; nil from the first value beyond the limit on.
  private mutating func node(_ node: Node) -> DefinitionNode? {
    nodeCount += 1
    let place = place(node.mark)
    guard nodeCount <= YamlDocument.nodeLimit else {
      if nodeCount == YamlDocument.nodeLimit + 1 {
        log.report(
          "too-many-values", at: topLevelPlace ?? place,
          "the file holds more than \(YamlDocument.nodeLimit) values up to here with its aliases "
            + "followed, expected fewer",
          fix: "write the definition without nested aliases")
      }
      return nil
    }
    checkTag(of: node, at: place)
    switch node {
    case .scalar(let scalar):
      let isNothing = scalar.string.isEmpty && scalar.style == .plain
      return DefinitionNode(content: isNothing ? .nothing : .text(scalar.string), place: place)
    case .sequence(let sequence):
      return list(Array(sequence)).map { DefinitionNode(content: .list($0), place: place) }
    case .mapping(let mapping):
      return entries(mapping).map { DefinitionNode(content: .mapping($0), place: place) }
    case .alias:
      return nil  // The parser follows aliases itself.
    }
  }

  private func checkTag(of node: Node, at place: Place) {
    let tag = node.tag.description
    guard !["str", "seq", "map"].contains(where: { tag == "tag:yaml.org,2002:\($0)" }) else {
      return
    }
    log.report(
      "unknown-tag", at: place, "the value has the tag '\(tag.shortened)', expected none",
      fix: "remove the tag: values are what the key says")
  }

  private mutating func list(_ nodes: [Node]) -> [DefinitionNode]? {
    var items: [DefinitionNode] = []
    for part in nodes {
      guard let item = node(part) else { return nil }
      items.append(item)
    }
    return items
  }

  private mutating func entries(_ mapping: Node.Mapping) -> [DefinitionNode.Entry]? {
    var entries: [DefinitionNode.Entry] = []
    let isTopLevel = nodeCount == 1
    for (key, value) in mapping {
      let place = place(key.mark)
      if isTopLevel { topLevelPlace = place }
      guard let name = key.scalar?.string else {
        log.report(
          "wrong-type", at: place, "a key is no text, expected a word", fix: "write the key as text"
        )
        continue
      }
      guard let value = node(value) else { return nil }
      entries.append(
        DefinitionNode.Entry(key: renamedKeys[name] ?? name, place: place, value: value))
    }
    return entries
  }

  private func place(_ mark: Mark?) -> Place {
    Place(source: source, line: mark?.line ?? 0, scalarColumn: mark?.column ?? 0)
  }
}

/// Renames keys that stand twice in a mapping, because the parser stops at the first of them.
private struct DuplicateKeys {
  /// The text with other names for the first of each two equal keys.
  private(set) var text: String

  /// The names that keys had, by the ones they have now.
  private(set) var original: [String: String] = [:]

  init(_ text: String) {
    self.text = text
  }

  /// Gives the key at a mark another name of the same length, from Unicode's private use area, so
  /// that all places stay as they are. Returns false when no plain or quoted key stands there.
  mutating func rename(at mark: Mark, among names: [String]) -> Bool {
    guard original.count < 100, let start = index(of: mark) else { return false }
    let quoted = text[start...].first.map { $0 == "\"" || $0 == "'" } ?? false
    let rest = text[(quoted ? text.index(after: start) : start)...]
    guard let name = names.first(where: { rest.hasPrefix($0) }), !name.isEmpty,
      let replacement = unusedName(ofLength: name.unicodeScalars.count)
    else { return false }
    original[replacement] = name
    let end = rest.index(rest.startIndex, offsetBy: name.count)
    text.replaceSubrange(rest.startIndex..<end, with: replacement)
    return true
  }

  private func unusedName(ofLength length: Int) -> String? {
    guard let scalar = Unicode.Scalar(0xE000 + UInt32(original.count)) else { return nil }
    return String(String.UnicodeScalarView(Array(repeating: scalar, count: length)))
  }

  private func index(of mark: Mark) -> String.Index? {
    let scalars = text.unicodeScalars
    var line = 1
    var index = scalars.startIndex
    while line < mark.line {
      guard let end = scalars[index...].firstIndex(of: "\n") else { return nil }
      index = scalars.index(after: end)
      line += 1
    }
    return scalars.index(index, offsetBy: mark.column - 1, limitedBy: scalars.endIndex)
  }
}
