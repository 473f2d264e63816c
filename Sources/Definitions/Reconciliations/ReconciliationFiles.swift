internal import Findings
internal import Reconciliation
internal import Reports

/// Reads `reconciliations/*.yaml`: what must hold between the figures of a printed report.
struct ReconciliationFiles {
  /// The folder.
  let folder: DefinitionFolder

  /// Where findings go.
  let log: FindingCollector

  /// All reconciliations, one for a report at most.
  func read(_ reports: [ReportDefinition]) -> [ReconciliationDefinition] {
    var read: [ReconciliationDefinition] = []
    for path in folder.paths(in: "reconciliations") {
      guard let root = folder.roots[path],
        let definition = ReconciliationReader(reports: reports, log: log).read(root)
      else { continue }
      if let other = read.first(where: { $0.report == definition.report }) {
        log.report(
          "duplicate-name", at: root.place,
          "report '\(definition.report)' also has the relations of "
            + "\(other.location.description), expected one file",
          fix: "put the relations of a report in one file")
      }
      read.append(definition)
    }
    return read
  }
}
