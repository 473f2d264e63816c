#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif
internal import Provenance

/// A run that was written earlier: its folder and what its manifest says.
struct RecordedRun {
  /// The folder.
  let path: String

  /// The manifest.
  let manifest: Manifest

  /// The bytes of the manifest.
  let manifestBytes: [UInt8]

  /// Opens a run by its folder, its manifest, or its name below the project's `reports/`
  /// (`REPORT/PERIOD`).
  ///
  /// - Throws: `CommandFailure` with exit code 2 when there is no manifest, and 6 when it is refused.
  init(named name: String, in folder: ProjectFolder) throws {
    let candidates = [name, folder.output(named: name)]
    guard let path = candidates.compactMap(RecordedRun.folder(at:)).first,
      let bytes = FolderTree.content(ofFile: "\(path)/manifest.json")
    else {
      throw CommandFailure(
        .badUse,
        "there is no manifest.json in '\(name)'\n"
          + "  fix: name the folder of a run, or REPORT/PERIOD below 'reports'")
    }
    self.path = path
    manifestBytes = bytes
    do {
      manifest = try Manifest(reading: bytes)
    } catch {
      throw CommandFailure(
        .differences,
        "'\(path)/manifest.json' is refused: \(error.message)\n"
          + "  fix: take the manifest that the run wrote, or make the run again")
    }
  }

  /// Opens the run that wrote a file: the one in whose folder it lies or, for a copy of it elsewhere
  /// or its name alone, the one below `reports/` that has a file of this name.
  ///
  /// - Throws: `CommandFailure` with exit code 2 when there is none, and 6 when its manifest is
  ///   refused.
  static func ofFile(
    _ file: String, in folder: ProjectFolder
  ) throws -> (run: RecordedRun, path: String) {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    let name = parts.last.map(String.init) ?? file
    let beside = parts.count == 1 ? "." : parts.dropLast().joined(separator: "/")
    let isThere = access(file, R_OK) == 0
    if isThere, RecordedRun.folder(at: beside) != nil {
      return (try RecordedRun(named: beside, in: folder), file)
    }
    let runs = try FolderTree.files(in: folder.reports).filter { $0.hasSuffix("/\(name)") }
      .map { "\(folder.reports)/\($0.dropLast(name.count + 1))" }
      .filter { RecordedRun.folder(at: $0) != nil }
    guard let run = runs.min(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) }) else {
      throw CommandFailure(
        .badUse,
        "no run below '\(folder.reports)' has a file '\(name)'\n"
          + "  fix: name the file in the folder of its run, or the project with --project")
    }
    return (try RecordedRun(named: run, in: folder), isThere ? file : "\(run)/\(name)")
  }

  private static func folder(at path: String) -> String? {
    let suffix = "/manifest.json"
    let folder =
      path == "manifest.json"
      ? "." : (path.hasSuffix(suffix) ? String(path.dropLast(suffix.count)) : path)
    return access("\(folder)/manifest.json", R_OK) == 0 ? folder : nil
  }

  /// The files in the folder, by content, but for the manifest, what is not hashed, and the runs of
  /// other variants, which answer for their own files.
  func outputs() throws -> [FileRecord] {
    let files = try FolderTree.files(in: path)
    let others = files.filter { $0.hasSuffix("/manifest.json") }.flatMap(filesOfVariant(with:))
    let left = Set(others + ["manifest.json", "run.json"])
    return files.filter { !left.contains($0) }.compactMap { file in
      FolderTree.content(ofFile: "\(path)/\(file)").map { FileRecord(file: file, content: $0) }
    }
  }

  /// The files that a manifest further down names, with its own; none unless it is that of a run of
  /// this report and period, in the folder where a run of its variant is written.
  private func filesOfVariant(with file: String) -> [String] {
    let folder = file.dropLast("/manifest.json".count)
    guard
      let other = FolderTree.content(ofFile: "\(path)/\(file)")
        .flatMap({ try? Manifest(reading: $0) }),
      other.report == manifest.report, other.period == manifest.period,
      other.variantNames == manifest.variantNames + folder.split(separator: "/").map(String.init)
    else { return [] }
    return (["manifest.json", "run.json"] + other.outputs.map(\.file)).map { "\(folder)/\($0)" }
  }

  /// The cells, when the table with them is as the run wrote it; nil otherwise.
  var cells: RunCells? {
    guard let bytes = FolderTree.content(ofFile: "\(path)/figures.csv"),
      manifest.outputs.contains(FileRecord(file: "figures.csv", content: bytes))
    else { return nil }
    return RunCells(csv: bytes)
  }

  /// How the run was made; nil when that is not known.
  var record: RunRecord? {
    FolderTree.content(ofFile: "\(path)/run.json").flatMap { RunRecord(reading: $0) }
  }

  /// The run as the proof of an engine needs it.
  var proven: ProvenRun {
    ProvenRun(manifest: manifest, digest: Digest(of: manifestBytes), record: record)
  }

  /// Writes a proof into the record of the run.
  ///
  /// - Throws: `CommandFailure` with exit code 5 when it cannot be written.
  func write(_ parity: EngineParity) throws {
    guard let record else { return }
    let aside = "\(path)/.run.json.new"
    unlink(aside)
    try NewFile(path: aside, mode: 0o640).write(record.proven(by: parity).json())
    guard rename(aside, "\(path)/run.json") == 0 else {
      throw CommandFailure(.notWritten, "'\(path)/run.json' cannot be replaced")
    }
  }

  /// Whether the record of the run, where there is one, names another manifest.
  var isOfAnotherRun: Bool {
    guard let record else { return false }
    return record.manifest != Digest(of: manifestBytes).hexadecimal
  }
}
