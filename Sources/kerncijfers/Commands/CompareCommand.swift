internal import ArgumentParser
internal import Definitions
internal import Indicators
internal import Provenance
internal import Schemas

/// Says what differs between two runs, cell by cell, and why.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Say what differs between two runs, or two periods, cell by cell, and why.",
    discussion: """
      The cells with the largest difference come first. The exit code is 6 when there are any.

      Of two periods, columns about a year are held against those at the same distance from the
      period's year: 2018 in the report of 2018 against 2019 in that of 2019. With --by-label columns
      of the same name are held against each other: what each report says of the same year.

      Which records of a delivery came, went or changed is told where both of its contents are there:
      in the project of each run, or in the folder that --before-inputs names.

      EXAMPLES
        kerncijfers compare /archive/annual/2019 reports/annual/2019
        kerncijfers compare annual/2018 annual/2019 --json
        kerncijfers compare annual/2018 annual/2019 --by-label
        kerncijfers compare /archive/annual/2019 annual/2019 --workbook differences.xlsx
        kerncijfers compare /tmp/local /tmp/cluster --proof annual/2019
      """)

  @Argument(help: "The folder of the earlier run, its manifest.json, or REPORT/PERIOD.")
  var before: String

  @Argument(help: "The folder of the later run, its manifest.json, or REPORT/PERIOD.")
  var after: String

  @Option(help: "The most cells that are shown in the table; the rest is counted.")
  var limit = 100

  @Flag(help: "Of two periods, hold columns of the same name against each other.")
  var byLabel = false

  @Option(
    help: ArgumentHelp(
      "Where the 'exports' and 'definitions' of the earlier run are, if not in its project.",
      valueName: "folder"))
  var beforeInputs: String?

  @Option(
    help: ArgumentHelp("Write the cells that differ into a new workbook too.", valueName: "file"))
  var workbook: String?

  @Option(
    help: ArgumentHelp(
      """
      When a run of the local engine and one of a cluster are the same: record that in run.json of \
      this run of the cluster, which may then be published.
      """, valueName: "run"))
  var proof: String?

  @OptionGroup var common: CommonOptions

  /// What a program reads.
  private struct Differences: Encodable {
    let sources: RunDifference
    let definitionLines: [String: [String]]
    let cells: [CellDifference]
  }

  func run() throws {
    let earlier = try RecordedRun(named: before, in: common.folder)
    let later = try RecordedRun(named: after, in: common.folder)
    // Two runs can be compared without the project that they come from.
    let definitions = try? Definitions.load(
      folder: common.folder.definitions, displayPath: "inputs/definitions")
    let comparison = SourceComparison(
      RunSources(of: earlier, named: beforeInputs, in: common.folder),
      RunSources(of: later, named: nil, in: common.folder), schemas: definitions?.datasets ?? [])
    // How many records came and went can tell what is left blank.
    let tellsRecords = [earlier, later].allSatisfy { $0.manifest.suppression == nil }
    let sources = RunDifference(
      earlier.manifest, later.manifest, comparesRecords: tellsRecords, records: comparison.records)
    let table = try table(of: later)
    let cells = CellDifference.between(
      try aligned(earlier, later), table, because: sources,
      hiding: Blanks(earlier.manifest, later.manifest))
    let lines = sources.definitions.reduce(into: [:]) { lines, file in
      lines[file.file] = comparison.lines(of: file.file)
    }
    if let workbook {
      let report = try DifferenceReport(cells, from: before, to: after)
        .report(like: common.folder.loadDefinitions(), later.manifest)
      try NewFile(path: workbook, mode: 0o640).write(ReportOutputs.workbook(of: report))
    }
    if common.json {
      let answer = Differences(sources: sources, definitionLines: lines, cells: cells)
      print(String(decoding: answer.json(), as: UTF8.self), terminator: "")
    } else {
      show(sources, lines, cells)
    }
    if !cells.isEmpty || !sources.isEmpty { throw CommandFailure(.differences) }
    if let proof { try record(earlier, later, in: proof, cells: table.cells.count) }
  }

  private func record(
    _ local: RecordedRun, _ cluster: RecordedRun, in name: String, cells: Int
  ) throws {
    let run = try RecordedRun(named: name, in: common.folder)
    let proof = EngineParity.proof(
      local.proven, cluster.proven, for: run.proven, cells: cells, on: WallClock.today.description)
    switch proof {
    case .success(let parity):
      try run.write(parity)
      ProgramLog.notice("\(run.path)/run.json: the engines agree (\(parity.scope))")
    case .failure(let gap):
      throw CommandFailure(
        .differences,
        "nothing is proven: \(gap.description)\n"
          + "  fix: compare a run of the local engine with one of the cluster, over the same "
          + "deliveries and definitions")
    }
  }

  private func show(
    _ sources: RunDifference, _ lines: [String: [String]], _ cells: [CellDifference]
  ) {
    print(
      "\(cells.count == 0 ? "no" : String(cells.count)) cells differ"
        + (sources.isEmpty ? "; made from the same inputs, definitions and program" : ""))
    sources.lines.forEach { print("  \($0)") }
    for (file, lines) in lines.sorted(by: { $0.key < $1.key }) {
      print("  the lines of definitions \(file):")
      lines.forEach { print("    \($0)") }
    }
    CellDifferenceText.lines(Array(cells.prefix(max(0, limit)))).forEach { print($0) }
    if cells.count > limit { print("  and \(cells.count - limit) more cells") }
  }

  /// The cells of the earlier run, in the columns of the later one.
  private func aligned(_ earlier: RecordedRun, _ later: RecordedRun) throws -> RunCells {
    let cells = try table(of: earlier)
    guard !byLabel, earlier.manifest.report == later.manifest.report,
      earlier.manifest.period != later.manifest.period,
      let year = ReportingPeriod(id: earlier.manifest.period)?.year,
      let otherYear = ReportingPeriod(id: later.manifest.period)?.year
    else { return cells }
    return cells.aligned(from: year, to: otherYear, with: try table(of: later))
  }

  private func table(of run: RecordedRun) throws -> RunCells {
    guard let cells = run.cells else {
      throw CommandFailure(
        .differences,
        "'\(run.path)/figures.csv' is not the table that its run wrote\n"
          + "  fix: make the run again; 'kerncijfers verify' says what is different")
    }
    return cells
  }
}
