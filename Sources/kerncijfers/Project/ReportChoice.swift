internal import Definitions
internal import Findings
internal import Reports

/// The report that a command about a year is for.
struct ReportChoice {
  private let name: String?
  private let definitions: Definitions

  /// Creates a choice: the named report, or the one that the definitions mark for a year.
  init(_ name: String?, _ definitions: Definitions) {
    self.name = name
    self.definitions = definitions
  }

  /// The report.
  ///
  /// - Throws: `CommandFailure` with exit code 2 when there is no such report.
  func report() throws -> ReportDefinition {
    let names = definitions.reports.map(\.id)
    let known = "\n  fix: name one of \(names.joined(separator: ", ")) with --report"
    if let name {
      if let report = definitions.reports.first(where: { $0.id == name }) { return report }
      let hint = names.nearest(to: name).map { " (nearest: '\($0)')" } ?? ""
      throw CommandFailure(.badUse, "there is no report '\(name)'\(hint)\(known)")
    }
    guard
      let report = definitions.reports.first(where: { $0.isDefault && $0.periods.contains(.year) })
    else { throw CommandFailure(.badUse, "no report is the default for a year\(known)") }
    return report
  }
}
