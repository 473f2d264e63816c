internal import Definitions
internal import Findings
internal import Indicators
internal import Reports

extension Definitions {
  /// The report with an id, or the default one for a kind of period.
  ///
  /// - Throws: `CommandFailure` with exit code 2 when there is none, or it is not made for such a
  ///   period.
  func report(named id: String?, for kind: PeriodKind) throws -> ReportDefinition {
    guard let id else { return try defaultReport(for: kind) }
    let names = reports.map(\.id)
    guard let found = reports.first(where: { $0.id == id }) else {
      let hint = names.nearest(to: id).map { " (nearest: '\($0)')" } ?? ""
      throw CommandFailure(
        .badUse,
        "there is no report '\(id)'\(hint)\n  fix: name one of \(names.joined(separator: ", "))")
    }
    guard found.periods.contains(kind) else {
      throw CommandFailure(
        .badUse,
        "report '\(id)' is not made for a \(kind.rawValue)\n"
          + "  fix: ask for a \(found.periods.map(\.rawValue).joined(separator: " or a "))")
    }
    return found
  }

  private func defaultReport(for kind: PeriodKind) throws -> ReportDefinition {
    guard let found = reports.first(where: { $0.isDefault && $0.periods.contains(kind) }) else {
      throw CommandFailure(
        .badUse,
        "no report is the default for a \(kind.rawValue)\n"
          + "  fix: name a report, or mark one with 'default: true'")
    }
    return found
  }
}
