internal import Definitions
internal import Exports
internal import Findings
internal import Indicators
internal import Provenance
internal import Reports
internal import Schemas

/// Which runs of a project would be made now, and why.
struct RunPlan {
  private let folder: ProjectFolder
  private let definitions: Definitions
  private let register: RegisterFiles.Content
  private let files: DeliveredFiles
  private let inputs: [InputRecord]

  /// What lies in a project now; deliveries are hashed, none is read.
  ///
  /// - Throws: `CommandFailure` with exit code 3 or 4 when it cannot be told.
  init(of folder: ProjectFolder, jobs: Int) throws {
    self.folder = folder
    definitions = try folder.loadDefinitions()
    register = try RegisterFiles(folder: folder.published).read()
    files = try DeliveredFiles(of: folder, definitions)
    inputs = try files.records(jobs: jobs)
  }

  /// How many deliveries there are.
  var deliveryCount: Int { files.deliveries.count }

  /// What is missing among the deliveries or out of place.
  var findings: [Finding] { files.findings.filter { $0.severity > .note } }

  /// The runs that stand below `reports/` and those that are due, the newest period first.
  func runs() throws -> [PlannedRun] {
    let standing = try standing()
    let periods = Dictionary(
      grouping: standing.filter { $0.variant.isEmpty && $0.state != .refused }, by: \.report
    )
    .mapValues { $0.compactMap { ReportingPeriod(id: $0.period) } }
    let reach = DuePeriods(files.deliveries, schemas: definitions.datasets)
    let due = definitions.reports.flatMap { report in
      report.periods.sorted { $0.rawValue < $1.rawValue }.flatMap { kind in
        reach.due(kind, after: periods[report.id] ?? []).map { self.due(report.id, $0) }
      }
    }
    return (due + standing).sorted {
      ($1.period, $0.report, $0.folder) < ($0.period, $1.report, $1.folder)
    }
  }

  private func due(_ report: String, _ period: ReportingPeriod) -> PlannedRun {
    var run = PlannedRun(
      state: .due, report: report, period: period.id, variant: [:],
      folder: folder.output(report: report, period: period.id),
      command: PlannedRun.command(report, period.option))
    run.reasons = ["the period was delivered and has no run"]
    return run
  }

  private func standing() throws -> [PlannedRun] {
    let suffix = "/manifest.json"
    return try FolderTree.files(in: folder.reports).filter { $0.hasSuffix(suffix) }.map { file in
      try standing(in: "\(folder.reports)/\(file.dropLast(suffix.count))")
    }
  }

  private func standing(in path: String) throws -> PlannedRun {
    do {
      let standing = StandingRun(try RecordedRun(named: path, in: folder))
      let run = try ReportRun(
        of: standing.recorded.manifest, in: folder, definitions: definitions, register: register,
        jobs: 1)
      let staleness = standing.staleness(
        of: run, inputs, Surroundings(folderFindings: files.findings))
      return PlannedRun(standing, as: run, staleness, later: later(than: run.period))
    } catch let failure as CommandFailure {
      let names = path.dropFirst(folder.reports.count + 1).split(separator: "/").map(String.init)
      var run = PlannedRun(
        state: .refused, report: names.first ?? "", period: names.dropFirst().first ?? "",
        variant: [:], folder: path, command: "")
      run.reasons = [failure.message.split(separator: "\n").first.map(String.init) ?? ""]
      return run
    }
  }

  private func later(than period: ReportingPeriod) -> Set<String> {
    let monthly = Set(definitions.datasets.filter { $0.naming == .perMonth }.map(\.name))
    return Set(
      files.deliveries.filter {
        DuePeriods.isLater($0, than: period, monthly: monthly.contains($0.dataset))
      }.map(\.file))
  }
}
