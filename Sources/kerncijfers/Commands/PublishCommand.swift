#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import ArgumentParser
internal import Provenance
internal import Schemas

/// Freezes a run's cells into the register.
struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Freeze a run's cells into the register of published figures.",
    discussion: """
      A run of a cluster is published only with the proof that 'kerncijfers compare --proof' records.
      A period that was published is not published again with other cells, unless --revision says
      why; both publications stay. Publishing the same cells again changes nothing.

      EXAMPLES
        kerncijfers publish reports/annual/2019
        kerncijfers publish annual/2019 --revision "the harbour delivered again" --date 2020-09-01
      """)

  @Argument(help: "The folder of a run, or REPORT/PERIOD below 'reports'.")
  var named: String

  @Option(help: "Why a period that was published is published again.")
  var revision: String?

  @Option(
    help: ArgumentHelp("The day of publication; without it today.", valueName: "yyyy-mm-dd"))
  var date: String?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let date, CalendarDate(iso: date) == nil {
      throw ValidationError("--date is '\(date)', expected a day such as 2020-09-01")
    }
    if let revision, !revision.contains(where: { !$0.isWhitespace }) {
      throw ValidationError("--revision needs a reason")
    }
  }

  func run() throws {
    let run = try RecordedRun(named: named, in: common.folder)
    if let part = ["area", "where"].compactMap({ run.manifest.parameters[$0] }).first {
      throw CommandFailure(
        .badUse, "the run is about '\(part)' beside the whole\n  fix: publish the run of the whole")
    }
    try refuseUnproven(run)
    let changed = FileDifference.between(run.manifest.outputs, try run.outputs())
    guard changed.isEmpty,
      let bytes = FolderTree.content(ofFile: "\(run.path)/figures.csv"),
      let publication = Publication(figures: bytes)
    else {
      throw CommandFailure(
        .differences,
        "the run is not as it was written: "
          + changed.map(\.description).joined(separator: "; ")
          + "\n  fix: make the run again; 'kerncijfers verify' says what is different")
    }
    try publish(publication, of: run)
    let archive = ArchiveFile(folder: common.folder)
    try archive.write(to: archive.path)
  }

  /// A run of a cluster is published only with the proof that it computes what this machine does.
  private func refuseUnproven(_ run: RecordedRun) throws {
    guard let record = run.record, !run.isOfAnotherRun else {
      throw CommandFailure(
        .differences,
        "'\(run.path)/run.json' is missing or names another manifest, so that nothing says how the "
          + "run was made\n  fix: make the run again")
    }
    guard record.engine != "local", record.parity == nil else { return }
    throw CommandFailure(
      .differences,
      "the run was made on a cluster, and nothing proves that it computes what this machine does\n"
        + "  fix: make a run over a sample, or all, on both engines and give "
        + "'kerncijfers compare LOCAL CLUSTER --proof \(named)'")
  }

  private func publish(_ publication: Publication, of run: RecordedRun) throws {
    let name = "\(run.manifest.report)-\(run.manifest.period)"
    let folder = common.folder.published
    let earlier = try RegisterFiles(folder: folder).versions(of: name)
    let content = Array(publication.csv.utf8)
    if let last = earlier.last, FolderTree.content(ofFile: "\(folder)/\(last)") == content {
      print("\(name) was published with these cells already: \(folder)/\(last)")
      return
    }
    guard earlier.isEmpty || revision != nil else {
      throw CommandFailure(
        .differences,
        "\(name) was published with other cells (\(folder)/\(earlier.last ?? ""))\n"
          + "  fix: say with --revision why it is published again; both publications stay")
    }
    let version = earlier.count + 1
    let stem = version == 1 ? name : "\(name).r\(version < 10 ? "0" : "")\(version)"
    let record = PublicationRecord(
      report: run.manifest.report, period: run.manifest.period, version: version,
      publishedOn: date ?? WallClock.today.description, reason: version == 1 ? "" : revision ?? "",
      manifest: Digest(of: run.manifestBytes), program: run.manifest.program.version,
      cells: Digest(of: content), suppression: run.manifest.suppression?.inWords)
    try RunFolder.makeFolders(folder)
    // Left behind by a publication that was cut short: without its cells it is none.
    unlink("\(folder)/\(stem).json")
    try NewFile(path: "\(folder)/\(stem).json", mode: 0o640).write(record.json())
    do {
      try NewFile(path: "\(folder)/\(stem).csv", mode: 0o640).write(content)
    } catch {
      unlink("\(folder)/\(stem).json")
      throw error
    }
    print("\(publication.cellCount) cells of \(name) were published: \(folder)/\(stem).csv")
  }
}

extension CalendarDate {
  /// Reads `yyyy-mm-dd`; nil for anything else.
  init?(iso text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      text.utf8.allSatisfy({ (48...57).contains($0) || $0 == 45 }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
