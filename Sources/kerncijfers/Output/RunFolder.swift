#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

internal import CFileExchange
internal import Provenance

/// The folder of a run: replaced as a whole, or left as it was.
///
/// The files are written into a folder beside it, synced, and put in its place by one rename. A lock
/// beside it keeps a second run out; the system lets go of it when the process ends, however it ends.
/// Runs of the same period in other variants have folders within that of the usual one: they share
/// its lock, and stay when it is replaced.
final class RunFolder {
  /// The path of the folder.
  let path: String

  private let staging: String
  private let lock: FileLock
  private let work: Int

  /// Takes the folder for this run and makes sure that it can be written, before anything long.
  ///
  /// - Throws: `CommandFailure` with exit code 5 when another run is writing it, or it cannot be
  ///   written.
  init(path: String, within whole: String? = nil) throws {
    self.path = path
    let (parent, name) = RunFolder.split(whole ?? path)
    staging = "\(parent)/.\(name).new"
    try RunFolder.makeFolders(parent)
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFDIR {
      let kind = status.st_mode & S_IFMT == S_IFLNK ? "a symbolic link" : "not a folder"
      throw CommandFailure(
        .notWritten,
        "'\(path)' is \(kind), expected a folder that a run may replace\n"
          + "  fix: move it away, or name another --output")
    }
    guard let lock = try FileLock(path: "\(parent)/.\(name).lock", for: path) else {
      throw RunFolder.failure("'\(parent)' cannot be written", errno)
    }
    self.lock = lock
    try FolderTree.remove(staging)
    work = UnfinishedWork.begin { [staging] in try? FolderTree.remove(staging) }
    guard mkdir(staging, 0o750) == 0 else {
      UnfinishedWork.end(work)
      throw RunFolder.failure("'\(staging)' cannot be made", errno)
    }
  }

  deinit {
    UnfinishedWork.end(work)
  }

  /// Writes the files and puts them in the place of the earlier run's.
  ///
  /// - Throws: `CommandFailure` with exit code 5; the earlier run is then as it was.
  ///
  /// Returns where files were put aside that were in the folder and that no run had written; nil
  /// when there were none.
  func replace(with files: [OutputFile]) throws -> String? {
    let variants = try variantFiles()
    let strangers = try strangers(among: files.map(\.path) + variants)
    do {
      for file in files { try write(file) }
      for file in variants { try UnfinishedWork.atOnce { try carry(file) } }
      try RunFolder.sync(staging)
    } catch {
      try? FolderTree.remove(staging)
      throw error
    }
    return try UnfinishedWork.atOnce {
      do {
        try exchange()
      } catch {
        try? FolderTree.remove(staging)
        throw error
      }
      let aside = try putAside(strangers)
      try FolderTree.remove(staging)
      return aside
    }
  }

  /// The files of other variants' runs, in folders of their own within this one.
  private func variantFiles() throws -> [String] {
    let all = try FolderTree.files(in: path)
    let folders = all.filter { $0.hasSuffix("/manifest.json") }
      .map { $0.dropLast("manifest.json".count) }
    return all.filter { file in folders.contains { file.hasPrefix($0) } }
  }

  /// Gives a file of another variant's run a second name in the new folder, so that it is there
  /// before and after the folders change places.
  private func carry(_ file: String) throws {
    let target = "\(staging)/\(file)"
    try RunFolder.makeFolders(RunFolder.split(target).parent)
    guard link("\(path)/\(file)", target) == 0 else {
      throw RunFolder.failure("'\(target)' cannot be made", errno)
    }
  }

  /// The files in the folder that neither the manifest in it nor this run names.
  private func strangers(among written: [String]) throws -> [String] {
    let earlier =
      FolderTree.content(ofFile: "\(path)/manifest.json")
      .flatMap(WrittenFiles.init(manifest:))?.paths ?? []
    let ours = Set(written + earlier + ["manifest.json", "run.json"])
    return try FolderTree.files(in: path).filter { !ours.contains($0) }
  }

  /// Moves files of the earlier folder, which now stands at `staging`, beside the run's.
  private func putAside(_ files: [String]) throws -> String? {
    guard !files.isEmpty else { return nil }
    let aside = "\(path).kept"
    for file in files {
      let target = "\(aside)/\(file)"
      try RunFolder.makeFolders(RunFolder.split(target).parent)
      guard rename("\(staging)/\(file)", target) == 0 else {
        throw RunFolder.failure("'\(target)' cannot be made", errno)
      }
    }
    return aside
  }

  /// Removes what was prepared, when the run ends without writing.
  func abandon() {
    try? FolderTree.remove(staging)
  }

  private func write(_ file: OutputFile) throws {
    let target = "\(staging)/\(file.path)"
    let descriptor = try UnfinishedWork.atOnce {
      try RunFolder.makeFolders(RunFolder.split(target).parent)
      let new = open(target, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o640)
      guard new >= 0 else { throw RunFolder.failure("'\(target)' cannot be made", errno) }
      return new
    }
    defer { close(descriptor) }
    try file.forEachPiece { try RunFolder.write($0, to: descriptor, target) }
    guard fsync(descriptor) == 0 else {
      throw RunFolder.failure("'\(target)' cannot be written", errno)
    }
  }

  private static func write(
    _ piece: ArraySlice<UInt8>, to descriptor: Int32, _ target: String
  ) throws {
    var rest = piece
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { systemWrite(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw failure("'\(target)' cannot be written (\(rest.count) bytes more)", errno)
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Puts the new folder in place by one rename; an earlier one changes places with it.
  private func exchange() throws {
    try RunFolder.makeFolders(RunFolder.split(path).parent)
    var status = stat()
    let stands = lstat(path, &status) == 0
    if stands, status.st_mode & S_IFMT != S_IFDIR {
      throw CommandFailure(
        .notWritten, "'\(path)' is not a folder\n  fix: move it away, or name another --output")
    }
    let done =
      stands
      ? file_exchange(staging, path)
      : rename(staging, path)
    guard done == 0 else { throw RunFolder.failure("'\(path)' cannot be replaced", errno) }
    try RunFolder.sync(RunFolder.split(path).parent)
  }

  private static func sync(_ folder: String) throws {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0, fsync(descriptor) == 0 else {
      throw failure("'\(folder)' cannot be synced", errno)
    }
    close(descriptor)
  }

  /// Makes a folder with those above it, where they are not there.
  static func makeFolders(_ path: String) throws {
    if access(path, F_OK) == 0 { return }
    let parent = split(path).parent
    if parent != path { try makeFolders(parent) }
    guard mkdir(path, 0o750) == 0 || errno == EEXIST else {
      throw failure("folder '\(path)' cannot be made", errno)
    }
  }

  private static func split(_ path: String) -> (parent: String, name: String) {
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    guard let slash = trimmed.lastIndex(of: "/") else { return (".", trimmed) }
    let parent = slash == trimmed.startIndex ? "/" : String(trimmed[..<slash])
    return (parent, String(trimmed[trimmed.index(after: slash)...]))
  }

  private static func failure(_ what: String, _ code: Int32) -> CommandFailure {
    CommandFailure(
      .notWritten,
      "\(what): \(String(cString: strerror(code)))\n"
        + "  fix: make room or change the folder's permissions; the earlier report is as it was")
  }
}

/// The system's `write`, which the type's own method would hide.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
