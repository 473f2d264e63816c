internal import Findings
internal import Indicators
internal import Provenance
internal import Reports

/// The run that stands in a folder, held against what would be made now.
struct StandingRun {
  /// Its folder and manifest.
  let recorded: RecordedRun

  /// What `run.json` says of it; nil when it is not there or is that of another run.
  let record: RunRecord?

  /// Opens the run in a folder; nil when there is none, or no run can have written it.
  init?(in path: String, of folder: ProjectFolder) {
    guard let recorded = try? RecordedRun(named: path, in: folder), recorded.path == path else {
      return nil
    }
    self.init(recorded)
  }

  /// Creates the standing run of a folder that was opened.
  init(_ recorded: RecordedRun) {
    self.recorded = recorded
    record =
      recorded.isOfAnotherRun
      ? nil
      : FolderTree.content(ofFile: "\(recorded.path)/run.json").flatMap(RunRecord.init(reading:))
  }

  /// Whether `run` would write the same bytes: the same inputs, definitions, register, parameters and
  /// program, and outputs that are still as they were written.
  ///
  /// Sizes are compared first, so that no delivery is hashed where one of them tells enough.
  ///
  /// - Throws: `CommandFailure` with exit code 4 when a delivery cannot be read.
  func isCurrent(for run: ReportRun, _ files: DeliveredFiles) throws -> Bool {
    let manifest = recorded.manifest
    let now = Surroundings(folderFindings: files.findings)
    guard now.remarks(since: record.flatMap(Surroundings.init)).isEmpty,
      files.haveSizes(of: manifest.inputs),
      run.manifest(of: manifest) == manifest,
      changedOutputs.isEmpty
    else { return false }
    return FileDifference.between(manifest.inputs, try files.records(jobs: run.jobs)).isEmpty
  }

  /// Why `run` over these deliveries would give something else than what stands here.
  func staleness(
    of run: ReportRun, _ inputs: [InputRecord], _ surroundings: Surroundings
  ) -> Staleness {
    let manifest = recorded.manifest
    let present = run.manifest(
      inputs: inputs, outputs: manifest.outputs, suppression: manifest.suppression)
    let sources = RunDifference(manifest, present, comparesRecords: false)
    var remarks = surroundings.remarks(since: record.flatMap(Surroundings.init))
    // Whatever else a manifest may say than what has a line of its own.
    let alike = run.manifest(of: manifest)
    if sources.isEmpty, alike != manifest {
      remarks.append("the manifest would say something else")
    }
    return Staleness(sources: sources, outputs: changedOutputs, remarks: remarks)
  }

  /// The files that the run wrote and that are not as it wrote them. Others in its folder are not
  /// looked at: runs of other variants have theirs there.
  private var changedOutputs: [FileDifference] {
    let present = recorded.manifest.outputs.compactMap { output in
      FolderTree.content(ofFile: "\(recorded.path)/\(output.file)").map {
        FileRecord(file: output.file, content: $0)
      }
    }
    return FileDifference.between(recorded.manifest.outputs, present)
  }

  /// The findings that it wrote down; those that it told with what to do about them.
  var findings: [Finding] {
    FolderTree.content(ofFile: "\(recorded.path)/findings.csv").flatMap {
      FindingRows.findings(csv: $0, advice: record?.advice ?? [])
    } ?? []
  }
}

extension ReportRun {
  /// What the manifest of a run that is recorded would say now.
  fileprivate func manifest(of recorded: Manifest) -> Manifest {
    manifest(
      inputs: recorded.inputs, outputs: recorded.outputs, suppression: recorded.suppression)
  }
}
