internal import ArgumentParser
internal import Definitions
internal import Provenance

/// Says what differs between two runs, cell by cell, and why.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Say what differs between two runs, cell by cell, and why.",
    discussion: """
      The cells with the largest difference come first. The exit code is 6 when there are any.

      EXAMPLES
        kerncijfers compare /archive/annual/2019 reports/annual/2019
        kerncijfers compare annual/2018 annual/2019 --json
        kerncijfers compare /archive/annual/2019 annual/2019 --workbook differences.xlsx
      """)

  @Argument(help: "The folder of the earlier run, its manifest.json, or REPORT/PERIOD.")
  var before: String

  @Argument(help: "The folder of the later run, its manifest.json, or REPORT/PERIOD.")
  var after: String

  @Option(help: "The most cells that are shown in the table; the rest is counted.")
  var limit = 100

  @Option(
    help: ArgumentHelp("Write the cells that differ into a new workbook too.", valueName: "file"))
  var workbook: String?

  @OptionGroup var common: CommonOptions

  /// What a program reads.
  private struct Differences: Encodable {
    let sources: RunDifference
    let cells: [CellDifference]
  }

  func run() throws {
    let earlier = try RecordedRun(named: before, in: common.folder)
    let later = try RecordedRun(named: after, in: common.folder)
    let sources = RunDifference(earlier.manifest, later.manifest)
    let cells = CellDifference.between(
      try table(of: earlier), try table(of: later), because: sources)
    if let workbook {
      let report = try DifferenceReport(cells, from: before, to: after)
        .report(like: common.folder.loadDefinitions(), later.manifest)
      try NewFile(path: workbook, mode: 0o640).write(ReportOutputs.workbook(of: report))
    }
    if common.json {
      let answer = Differences(sources: sources, cells: cells)
      print(String(decoding: answer.json(), as: UTF8.self), terminator: "")
    } else {
      show(sources, cells)
    }
    if !cells.isEmpty || !sources.isEmpty { throw CommandFailure(.differences) }
  }

  private func show(_ sources: RunDifference, _ cells: [CellDifference]) {
    print(
      "\(cells.count == 0 ? "no" : String(cells.count)) cells differ"
        + (sources.isEmpty ? "; made from the same inputs, definitions and program" : ""))
    sources.lines.forEach { print("  \($0)") }
    CellDifferenceText.lines(Array(cells.prefix(max(0, limit)))).forEach { print($0) }
    if cells.count > limit { print("  and \(cells.count - limit) more cells") }
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
