#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import Archive
internal import Findings
internal import Provenance
internal import Register

/// The database of a project's runs and publications.
struct ArchiveFile {
  /// The project.
  let folder: ProjectFolder

  /// Where it is kept.
  var path: String { folder.output(named: "archive.sqlite") }

  /// What an archive holds.
  struct Content {
    /// The runs that are as they were written.
    let runs: [ArchivedRun]

    /// The names of those that are not, and are left out.
    let leftOut: [String]

    /// The register's files.
    let publications: [ArchivedPublication]
  }

  /// Makes the database anew.
  ///
  /// - Throws: `CommandFailure` with exit code 5 when it cannot be written; an earlier one is then as
  ///   it was.
  @discardableResult
  func write(to path: String) throws -> Content {
    let content = try content()
    let staging = "\(path).new"
    if path == self.path { try folder.refuseLinkOut(of: path) }
    unlink(staging)
    do {
      try RunFolder.makeFolders(folder.reports)
      try Archive.write(runs: content.runs, publications: content.publications, to: staging)
    } catch let error as ArchiveError {
      unlink(staging)
      throw CommandFailure(.notWritten, "'\(path)': \(error.message)")
    }
    guard chmod(staging, 0o640) == 0, rename(staging, path) == 0 else {
      throw CommandFailure(
        .notWritten, "'\(path)' cannot be written: \(String(cString: strerror(errno)))")
    }
    return content
  }

  /// The database, made anew when it does not hold what the runs and the register are now.
  ///
  /// - Throws: `CommandFailure` with exit code 5 when it cannot be made or read.
  func current() throws -> ArchiveReader {
    if let reader = try? ArchiveReader(path: path), (try? reader.hasKnownTables()) == true,
      let sources = try? reader.sources(),
      try sources == presentSources()
    {
      return reader
    }
    try write(to: path)
    do {
      return try ArchiveReader(path: path)
    } catch {
      throw CommandFailure(.notWritten, "'\(path)': \(error.message)")
    }
  }

  /// What the database would be made from now, each file with its SHA-256.
  private func presentSources() throws -> [String: String] {
    let content = try content()
    let published = content.publications.map { ("published/\($0.file.file)", $0.file.sha256) }
    let runs = content.runs.map { ("runs/\($0.name)", $0.digest.hexadecimal) }
    return Dictionary(published + runs) { first, _ in first }
  }

  private func content() throws -> Content {
    let root = folder.reports
    let suffix = "/manifest.json"
    let names = try FolderTree.files(in: root).filter { $0.hasSuffix(suffix) }
      .map { String($0.dropLast(suffix.count)) }
    var (runs, leftOut): ([ArchivedRun], [String]) = ([], [])
    for name in names.sorted() {
      if let run = try run(named: name) { runs.append(run) } else { leftOut.append(name) }
    }
    return Content(runs: runs, leftOut: leftOut, publications: try publications())
  }

  /// A run below `reports/`; nil when it is not as it was written.
  private func run(named name: String) throws -> ArchivedRun? {
    let run: RecordedRun
    do {
      run = try RecordedRun(named: "\(folder.reports)/\(name)", in: folder)
    } catch let failure as CommandFailure where failure.code == .differences {
      return nil
    }
    guard let cells = run.cells,
      let findings = FolderTree.content(ofFile: "\(run.path)/findings.csv")
        .flatMap(FindingRows.read(csv:))
    else { return nil }
    return ArchivedRun(
      name: name, manifest: run.manifest, digest: Digest(of: run.manifestBytes), cells: cells,
      findings: findings)
  }

  private func publications() throws -> [ArchivedPublication] {
    let register = RegisterFiles(folder: folder.published)
    let content = try register.read()
    let cells = Dictionary(grouping: content.cells, by: \.location.file)
    return content.files.map { file in
      let name = RegisterFiles.publication(file.file)
      let cells = cells["inputs/published/\(file.file)"] ?? []
      return ArchivedPublication(
        report: name?.report ?? "", period: name?.period ?? "", version: name?.version ?? 1,
        file: file, record: register.record(of: file.file), cells: cells.map(\.archived))
    }
  }
}

extension PublishedCell {
  /// The cell as the archive holds it.
  fileprivate var archived: ArchivedCell {
    ArchivedCell(
      place: CellPlace(figure: figure, row: row, column: column),
      decimal: [.dash, .suppressed].contains(value) ? "" : value.text, isDash: value == .dash,
      isSuppressed: value == .suppressed, line: location.line)
  }
}
