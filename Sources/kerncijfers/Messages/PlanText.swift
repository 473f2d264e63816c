internal import Findings

/// What would run and why, for people.
struct PlanText {
  /// How many reasons of one run are shown; the rest is counted.
  static let shownReasons = 12

  private let runs: [PlannedRun]

  /// Creates the text about runs.
  init(_ runs: [PlannedRun]) {
    self.runs = runs
  }

  /// A line for each run with its reasons below it, and one that sums up last.
  var lines: [String] {
    let width = runs.map(\.name.count).max() ?? 0
    return runs.flatMap { run in
      let name = run.name + String(repeating: " ", count: width - run.name.count)
      let state = run.state.rawValue
      let head = state + String(repeating: " ", count: 9 - state.count) + name
      return [run.command.isEmpty ? head.trimmed : "\(head)  \(run.command)"] + reasons(run)
    } + [summary]
  }

  private func reasons(_ run: PlannedRun) -> [String] {
    let more = run.reasons.count - PlanText.shownReasons
    return run.reasons.prefix(PlanText.shownReasons).map { "    \($0)" }
      + (more > 0 ? ["    and \(more) more reasons"] : [])
  }

  private var summary: String {
    let counts = PlannedRun.State.allCases.map { state in (state, runs.count { $0.state == state })
    }
    let parts = counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0.rawValue)" }
    return parts.isEmpty
      ? "nothing stands and nothing is due" : "runs: \(parts.joined(separator: ", "))"
  }
}

extension String {
  /// The text without blanks at its end.
  fileprivate var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
