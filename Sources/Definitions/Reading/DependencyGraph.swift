/// What is made of what, walked without recursion: chains can be long.
struct DependencyGraph {
  /// The ids, each after all that it is made of; those of a cycle in any order.
  private(set) var order: [String] = []

  /// The cycles, each once, from its first declared id on.
  private(set) var cycles: [[String]] = []

  private let parts: [String: [String]]
  private var states: [String: State] = [:]
  private var path: [(id: String, next: Int)] = []

  private enum State {
    case onPath
    case done
  }

  /// Walks the graph from every id in the declared order; parts that are unknown are left out.
  init(ids: [String], parts: [String: [String]]) {
    self.parts = parts.mapValues { $0.filter { parts[$0] != nil } }
    for id in ids { walk(from: id) }
    let positions = Dictionary(
      ids.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: min)
    cycles = cycles.map { cycle in
      let order = cycle.map { positions[$0, default: 0] }
      let first = order.indices.min { order[$0] < order[$1] } ?? 0
      return Array(cycle[first...] + cycle[..<first])
    }
  }

  private mutating func walk(from root: String) {
    guard states[root] == nil else { return }
    enter(root)
    while let (id, next) = path.last {
      let parts = parts[id] ?? []
      guard next < parts.count else {
        states[id] = .done
        order.append(id)
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      switch states[parts[next]] {
      case nil: enter(parts[next])
      case .onPath?:
        let start = path.firstIndex { $0.id == parts[next] } ?? 0
        cycles.append(path[start...].map(\.id))
      case .done?: continue
      }
    }
  }

  private mutating func enter(_ id: String) {
    states[id] = .onPath
    path.append((id, 0))
  }
}
