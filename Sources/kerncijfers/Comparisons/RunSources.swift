internal import Definitions
internal import Provenance
internal import Schemas

/// The files that a run was made from, as far as they are still there.
struct RunSources {
  private let manifest: Manifest

  /// The folders with `exports` and `definitions` in which they may be, the likeliest first.
  private let folders: [String]

  /// Creates the sources of a run: they are looked for in a folder that the user named, in the
  /// project that the run's folder lies in, and in the project at hand.
  init(of run: RecordedRun, named folder: String?, in project: ProjectFolder) {
    manifest = run.manifest
    var folders = folder.map { [$0, "\($0)/inputs"] } ?? []
    let parts = run.path.split(separator: "/", omittingEmptySubsequences: false)
    if let reports = parts.lastIndex(of: "reports") {
      folders.append((parts[..<reports] + ["inputs"]).joined(separator: "/"))
    }
    self.folders = folders + [project.inputs]
  }

  /// The path of a delivery with the content that the run read; nil when it is nowhere.
  func delivery(_ record: InputRecord) -> String? {
    folders.lazy.map { "\($0)/exports/\(record.file)" }.first { path in
      FolderTree.size(ofFile: path) == record.bytes
        && (try? Digest(ofFile: path).hexadecimal) == record.sha256
    }
  }

  /// The lines of a definition file as the run read it; nil when it is nowhere.
  func definitionLines(_ file: String) -> [Substring]? {
    guard let record = manifest.definitions.first(where: { $0.file == file }) else { return nil }
    let contents = folders.lazy.compactMap {
      FolderTree.content(ofFile: "\($0)/definitions/\(file)")
    }
    return contents.first { Digest(of: $0).hexadecimal == record.sha256 }
      .map {
        String(decoding: $0, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      }
  }
}

/// Why two runs differ, as far as the files that they were made from still tell.
struct SourceComparison {
  private let before: RunSources
  private let after: RunSources
  private let schemas: [DatasetSchema]

  init(_ before: RunSources, _ after: RunSources, schemas: [DatasetSchema]) {
    self.before = before
    self.after = after
    self.schemas = schemas
  }

  /// What happened to the records of a delivery; nil when one of its contents is not there any more.
  func records(_ old: InputRecord, _ new: InputRecord) -> String? {
    guard let schema = schemas.first(where: { $0.name == new.dataset }),
      let earlier = before.delivery(old), let later = after.delivery(new)
    else { return nil }
    return RecordChanges(from: earlier, to: later, of: schema)?.inWords
  }

  /// The lines of a definition file that went and came, with their numbers; nil when one of its
  /// texts is not there any more.
  func lines(of file: String) -> [String]? {
    guard let old = before.definitionLines(file), let new = after.definitionLines(file) else {
      return nil
    }
    let difference = new.difference(from: old)
    let removed = difference.removals.map { ($0.line, 0, "-") }
    let added = difference.insertions.map { ($0.line, 1, "+") }
    return (removed + added).sorted { ($0.0.number, $0.1) < ($1.0.number, $1.1) }
      .map { "\($0.2) \($0.0.number): \($0.0.text)" }
  }
}

extension CollectionDifference<Substring>.Change {
  /// The line's number, from 1, and its text.
  fileprivate var line: (number: Int, text: Substring) {
    switch self {
    case .insert(let offset, let text, _), .remove(let offset, let text, _): (offset + 1, text)
    }
  }
}
