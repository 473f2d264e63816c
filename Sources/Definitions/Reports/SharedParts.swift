internal import Findings

/// What reports have in common: parts of `shared/*.yaml` by name, whole reports by their id, and the
/// figures of both as `part/figure` and `report/figure`; a report takes one in with the key `use`.
struct SharedParts {
  /// The most values that a report may hold with its parts taken in.
  static let nodeLimit = YamlDocument.nodeLimit

  private let log: FindingCollector
  private var parts: [String: DefinitionNode] = [:]

  /// Gathers the parts that definitions offer.
  init(_ folder: DefinitionFolder, log: FindingCollector) {
    self.log = log
    for root in folder.roots(in: "shared") {
      for entry in root?.entries("shared parts", log) ?? [] { add(entry) }
    }
    for path in folder.paths(in: "reports") {
      guard let root = folder.roots[path], let report = root.entry("id") else { continue }
      add(root, as: report)
      addFigures(of: root, in: report)
    }
  }

  private mutating func add(_ entry: DefinitionNode.Entry) {
    if let other = parts[entry.key] {
      log.report(
        "duplicate-name", at: entry.place,
        "shared part '\(entry.key.shortened)' also stands in \(other.place.location.description), "
          + "expected a name used once",
        fix: "rename one of the two")
    }
    add(entry.value, as: entry.key)
    addFigures(of: entry.value, in: entry.key)
  }

  private mutating func addFigures(of node: DefinitionNode, in name: String) {
    for figure in node.figures { add(figure.node, as: "\(name)/\(figure.id)") }
  }

  private mutating func add(_ node: DefinitionNode, as name: String) {
    if parts[name] == nil { parts[name] = node }
  }

  /// A report with the parts that it uses in their places; what cannot be used is reported.
  func expanded(_ report: DefinitionNode) -> DefinitionNode {
    var budget = SharedParts.nodeLimit
    let whole = expanded(report, within: [], &budget)
    if budget <= 0 {
      log.report(
        "too-many-values", at: report.place,
        "the report holds more than \(SharedParts.nodeLimit) values with its shared parts, "
          + "expected fewer",
        fix: "use fewer parts in parts")
    }
    return whole
  }

  private func expanded(
    _ node: DefinitionNode, within names: [String], _ budget: inout Int
  ) -> DefinitionNode {
    budget -= 1
    guard budget > 0 else { return DefinitionNode(content: .nothing, place: node.place) }
    switch node.content {
    case .text, .nothing: return node
    case .list(let items):
      var all: [DefinitionNode] = []
      for item in items {
        let whole = expanded(item, within: names, &budget)
        // A list that stands for an item of a list is a run of its items.
        if item.hasEntry("use"), case .list(let run) = whole.content {
          all += run
        } else {
          all.append(whole)
        }
      }
      return DefinitionNode(content: .list(all), place: node.place)
    case .mapping(let entries):
      return expanded(entries, of: node, within: names, &budget)
    }
  }

  private func expanded(
    _ entries: [DefinitionNode.Entry], of node: DefinitionNode, within names: [String],
    _ budget: inout Int
  ) -> DefinitionNode {
    var own: [DefinitionNode.Entry] = []
    var used: DefinitionNode?
    // Where parts are merged, a key that stands twice would not be seen any more.
    for entry in node.hasEntry("use") ? node.entries("a definition", log) ?? [] : entries {
      if entry.key == "use" {
        for value in entry.value.texts("use", log) ?? [] {
          guard let part = part(value, within: names, &budget) else { continue }
          used = used.map { $0.merged(with: part) } ?? part
        }
      } else {
        let value = expanded(entry.value, within: names, &budget)
        own.append(DefinitionNode.Entry(key: entry.key, place: entry.place, value: value))
      }
    }
    let mine = DefinitionNode(content: .mapping(own), place: node.place)
    guard let used else { return mine }
    guard !own.isEmpty else { return used }
    if case .mapping = used.content { return used.merged(with: mine) }
    log.report(
      "conflicting-keys", at: node.place,
      "keys stand beside 'use' of something that has no keys, expected 'use' alone",
      fix: "remove the other keys")
    return used
  }

  private func part(
    _ name: TextValue, within names: [String], _ budget: inout Int
  ) -> DefinitionNode? {
    guard let part = parts[name.text] else {
      log.reportUnknown("shared part", name.text, at: name.place, among: parts.keys.sorted())
      return nil
    }
    guard !names.contains(name.text) else {
      log.report(
        "cycle", at: name.place,
        "\((names + [name.text]).map { "'\($0)'" }.joined(separator: " -> ")) is a cycle, expected "
          + "parts that do not use themselves",
        fix: "remove one of these uses")
      return nil
    }
    return expanded(part, within: names + [name.text], &budget)
  }
}

extension DefinitionNode {
  /// The mapping with the keys of another on top; keys that hold mappings in both are merged, all
  /// others are replaced.
  fileprivate func merged(with other: DefinitionNode) -> DefinitionNode {
    guard case .mapping(let mine) = content, case .mapping(let others) = other.content else {
      return other
    }
    var merged = mine
    for entry in others {
      guard let index = merged.firstIndex(where: { $0.key == entry.key }) else {
        merged.append(entry)
        continue
      }
      merged[index] = Entry(
        key: entry.key, place: entry.place, value: merged[index].value.merged(with: entry.value))
    }
    return DefinitionNode(content: .mapping(merged), place: other.place)
  }

  /// The figures that stand anywhere within, by id.
  fileprivate var figures: [(id: String, node: DefinitionNode)] {
    switch content {
    case .text, .nothing: []
    case .list(let items): items.flatMap(\.figures)
    case .mapping(let entries):
      entries.flatMap { entry -> [(id: String, node: DefinitionNode)] in
        guard entry.key == "figure", let id = entry.value.entry("id") else {
          return entry.value.figures
        }
        return [(id, entry.value)]
      }
    }
  }
}
