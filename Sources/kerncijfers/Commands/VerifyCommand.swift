internal import ArgumentParser
internal import Definitions
internal import Exports
internal import Indicators
internal import Provenance
internal import Reports

/// Makes a run again and says whether every byte is the same.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Make again what a manifest describes and say whether every byte is the same.",
    discussion: """
      Nothing is written. The exit code is 6 unless all is identical; what changed is named.

      EXAMPLES
        kerncijfers verify reports/annual/2019
        kerncijfers verify annual/2019 --inputs-only
        kerncijfers verify /from/the/archive/manifest.json --project . --json
      """)

  @Argument(help: "The folder of a run, its manifest.json, or REPORT/PERIOD below 'reports'.")
  var named: String

  @Flag(help: "Compare digests only; compute nothing.")
  var inputsOnly = false

  @Option(help: "The number of threads.")
  var jobs = Processors.available

  @OptionGroup var common: CommonOptions

  func run() throws {
    let log = StageLog(isQuiet: common.quiet)
    let recorded = try RecordedRun(named: named, in: common.folder)
    let verification = try verification(of: recorded, log)
    if common.json {
      print(String(decoding: verification.json(), as: UTF8.self), terminator: "")
    } else {
      VerificationText(verification, of: recorded.manifest).lines.forEach { print($0) }
    }
    if !verification.isIdentical { throw CommandFailure(.differences) }
  }

  private func verification(of recorded: RecordedRun, _ log: StageLog) throws -> Verification {
    let again = try ReportRun(again: recorded.manifest, in: common.folder, jobs: jobs)
    let outputs = try changedOutputs(of: recorded)
    var remarks: [String] = []
    if recorded.isOfAnotherRun {
      remarks.append("run.json names another manifest: this one was changed after the run")
    }
    guard let deliveries = try deliveries(of: recorded, again) else {
      return elsewhere(recorded, again, outputs, remarks)
    }
    let present = again.manifest(
      inputs: try deliveries.records(jobs: jobs), outputs: recorded.manifest.outputs,
      suppression: recorded.manifest.suppression)
    let sources = RunDifference(recorded.manifest, present, comparesRecords: false)
    let byDigest = Verification(outputs: outputs, sources: sources, remarks: remarks)
    if inputsOnly || byDigest.verdict == .inputsMissing { return byDigest }
    do {
      let made = try again.make(log: log)
      let (files, manifest) = try again.files(of: made)
      log.finish("made again: \(files.count) files")
      guard
        let now = try files.first(where: { $0.path == "figures.csv" }).flatMap({
          RunCells(csv: try $0.content())
        })
      else {
        throw CommandFailure(.notWritten, "the table of cells could not be made again")
      }
      return Verification(
        recorded.manifest, manifest, outputs: outputs, cells: recorded.cells, now: now,
        remarks: remarks)
    } catch let failure as CommandFailure {
      return Verification(
        outputs: outputs, sources: sources,
        remarks: remarks + ["the run cannot be made again: \(failure.message)"])
    }
  }

  /// The deliveries as they lie in the project; nil when a cluster read them elsewhere and none is here.
  private func deliveries(of recorded: RecordedRun, _ again: ReportRun) throws -> DeliveredFiles? {
    guard recorded.record?.readsElsewhere == true else {
      return try DeliveredFiles(of: common.folder, again.definitions)
    }
    let found = try? DeliveredFiles(of: common.folder, again.definitions)
    return found.flatMap { $0.deliveries.isEmpty ? nil : $0 }
  }

  /// The answer about everything but deliveries that only a cluster reads.
  private func elsewhere(
    _ recorded: RecordedRun, _ again: ReportRun, _ outputs: [FileDifference], _ remarks: [String]
  ) -> Verification {
    let present = again.manifest(
      inputs: recorded.manifest.inputs, outputs: recorded.manifest.outputs)
    return Verification(
      outputs: outputs,
      sourcesHere: RunDifference(recorded.manifest, present, comparesRecords: false),
      remarks: remarks + [
        "not read: \(recorded.manifest.inputs.count) deliveries, which a cluster read at a URL",
        "fix: copy them to '\(common.folder.exports)', or make the run on the cluster again into "
          + "another folder and give 'kerncijfers compare'",
      ])
  }

  /// The outputs that are not as the run wrote them; none where only the manifest was given.
  private func changedOutputs(of recorded: RecordedRun) throws -> [FileDifference] {
    let found = try recorded.outputs()
    if named.hasSuffix("manifest.json"),
      !found.contains(where: { file in recorded.manifest.outputs.contains { $0.file == file.file } }
      )
    {
      return []
    }
    return FileDifference.between(recorded.manifest.outputs, found)
  }
}
