internal import Findings
internal import Indicators
internal import Reports

/// Reads `reports/*.yaml`, and what must hold between reports.
struct ReportFiles {
  /// The folder.
  let folder: DefinitionFolder

  /// Where findings go.
  let log: FindingCollector

  /// All reports.
  func read(_ measured: MeasuredDefinitions) -> [ReportDefinition] {
    var names = NameTable<ReportDefinition>(kind: "report")
    var reports: [ReportDefinition] = []
    var defaults: [PeriodKind: SourceLocation] = [:]
    let shared = SharedParts(folder, log: log)
    for path in folder.paths(in: "reports") {
      guard let root = folder.roots[path],
        let (report, id) = ReportReader(measured: measured, log: log).read(shared.expanded(root))
      else { continue }
      names.declare(id, report, log: log)
      guard let report else { continue }
      reports.append(report)
      checkDefault(of: report, id, &defaults)
    }
    return reports
  }

  private func checkDefault(
    of report: ReportDefinition, _ id: TextValue, _ defaults: inout [PeriodKind: SourceLocation]
  ) {
    for period in report.periods where report.isDefault {
      if let other = defaults[period] {
        log.report(
          "two-defaults", at: id.place,
          "report '\(report.id)' is the default for a \(period.rawValue) and so is the one at "
            + "\(other.description), expected one",
          fix: "remove 'default: true' from one of them")
      }
      defaults[period] = defaults[period] ?? report.location
    }
  }
}
