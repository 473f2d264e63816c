internal import Indicators
internal import Provenance
internal import Reports

/// A run that stands or is due: whether it would be made, and why.
struct PlannedRun: Encodable {
  /// What becomes of it.
  let state: State

  /// The report's id.
  let report: String

  /// The period's id.
  let period: String

  /// The profile or member that sets it apart; empty for the usual run.
  let variant: [String: String]

  /// The folder.
  let folder: String

  /// The command that makes it; empty where none would.
  let command: String

  /// Why, a line each.
  var reasons: [String] = []

  /// The deliveries that are not those of the run that stands.
  var deliveries: [FileDifference] = []

  /// The definition files that are not.
  var definitions: [FileDifference] = []

  /// The register's files that are not.
  var register: [FileDifference] = []

  /// The files of the run that are not as it wrote them.
  var outputs: [FileDifference] = []

  /// What can become of a run.
  enum State: String, Encodable, CaseIterable {
    /// There is none yet, and its period was delivered.
    case due
    /// It would be another one now.
    case stale
    /// It would be the same.
    case current
    /// It cannot be made again: its manifest is refused, or its report is not defined any more.
    case refused
  }

  /// The name that people know it by.
  var name: String {
    let members = variant.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return ([report, period] + members).joined(separator: " ")
  }
}

extension PlannedRun {
  /// How a run that stands is held against what would be made now.
  init(_ standing: StandingRun, as run: ReportRun, _ staleness: Staleness, later: Set<String>) {
    let parameters = run.variant.parameters
    let options = parameters.sorted { $0.key < $1.key }.map { " --\($0.key) \($0.value)" }
    self.init(
      state: staleness.isEmpty ? .current : .stale, report: run.definition.id,
      period: run.period.id, variant: parameters, folder: standing.recorded.path,
      command: staleness.isEmpty
        ? "" : PlannedRun.command(run.definition.id, run.period.option) + options.joined())
    reasons = staleness.lines(later: later)
    deliveries = staleness.sources.deliveries
    definitions = staleness.sources.definitions
    register = staleness.sources.register
    outputs = staleness.outputs
  }

  /// The command that makes a run.
  static func command(_ report: String, _ option: String) -> String {
    "kerncijfers run \(report) \(option)"
  }
}
