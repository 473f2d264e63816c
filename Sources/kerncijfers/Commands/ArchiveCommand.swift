#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import Archive
internal import ArgumentParser
internal import Findings
internal import Provenance
internal import Register

/// Puts all runs and the register into a database.
struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: "Put the cells, findings and provenance of all runs into an SQLite database.",
    discussion: """
      The database is made anew from the runs below 'reports' and the register; nothing reads it but
      you.

      EXAMPLES
        kerncijfers archive
        kerncijfers archive --output /elsewhere/archive.sqlite
      """)

  @Option(help: "The file to write; without it reports/archive.sqlite in the project.")
  var output: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let path = output ?? common.folder.output(named: "archive.sqlite")
    let staging = "\(path).new"
    let runs = try runs()
    let published = try RegisterFiles(folder: common.folder.published).read().cells.map(\.archived)
    unlink(staging)
    do {
      try Archive.write(runs: runs, published: published, to: staging)
    } catch {
      unlink(staging)
      throw CommandFailure(.notWritten, "'\(path)': \(error.message)")
    }
    guard chmod(staging, 0o640) == 0, rename(staging, path) == 0 else {
      throw CommandFailure(
        .notWritten, "'\(path)' cannot be written: \(String(cString: strerror(errno)))")
    }
    print(
      "\(runs.count) runs, \(runs.reduce(0) { $0 + $1.cells.cells.count }) cells, "
        + "\(published.count) published cells; \(path)")
  }

  /// The runs below `reports/` that are as they were written; others are named and left out.
  private func runs() throws -> [ArchivedRun] {
    let root = common.folder.reports
    let suffix = "/manifest.json"
    let names = try FolderTree.files(in: root).filter { $0.hasSuffix(suffix) }
      .map { String($0.dropLast(suffix.count)) }
    return try names.sorted().compactMap { name in
      let run = try RecordedRun(named: "\(root)/\(name)", in: common.folder)
      guard let cells = run.cells,
        let findings = FolderTree.content(ofFile: "\(run.path)/findings.csv")
          .flatMap(FindingRows.read(csv:))
      else {
        ProgramLog.say(.warning, "'\(root)/\(name)' is left out: it is not as it was written")
        return nil
      }
      return ArchivedRun(
        name: name, manifest: run.manifest, digest: Digest(of: run.manifestBytes), cells: cells,
        findings: findings)
    }
  }
}

extension PublishedCell {
  /// The cell as the archive holds it.
  fileprivate var archived: ArchivedPublication {
    ArchivedPublication(
      report: report, period: period,
      place: CellPlace(figure: figure, row: row, column: column),
      decimal: value == .dash ? "" : value.text, isDash: value == .dash, file: location.file,
      line: location.line)
  }
}
