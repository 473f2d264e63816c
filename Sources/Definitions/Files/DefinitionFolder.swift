internal import Findings

/// The files of a folder of definitions, read and decoded.
struct DefinitionFolder {
  /// The largest file that is read.
  static let byteLimit = 8 << 20

  /// The folders in which definitions stand, besides the package itself.
  static let parts = [
    "codelists", "deliveries", "indicators", "reconciliations", "register", "reports", "schemas",
    "shared",
  ]

  /// The file with the datasets.
  static let package = "datapackage.yaml"

  /// The files with their bytes, by path.
  private(set) var files: [DefinitionFile] = []

  /// The roots of the files that are YAML, by path.
  private(set) var roots: [String: DefinitionNode] = [:]

  private let folder: String
  private let resolvedFolder: String
  private let displayPath: String
  private let log: FindingCollector

  /// Reads the folder; throws when there is none.
  init(_ folder: String, displayPath: String, log: FindingCollector) throws(DefinitionError) {
    self.folder = folder
    self.displayPath = displayPath
    self.log = log
    do {
      guard try FileSystem.kind(of: folder) == .folder else {
        throw DefinitionError.unreadable(path: displayPath, reason: "is a file, expected a folder")
      }
      resolvedFolder = try FileSystem.resolvedPath(folder)
      for name in try FileSystem.names(in: folder) { readTopLevel(name) }
    } catch let failure as FileSystem.Failure {
      throw .unreadable(path: displayPath, reason: failure.reason)
    } catch let error as DefinitionError {
      throw error
    } catch {
      throw .unreadable(path: displayPath, reason: "\(error)")
    }
    files.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    decodeFiles()
  }

  /// The path of a file as the user knows it.
  func displayed(_ path: String) -> String {
    "\(displayPath)/\(path)"
  }

  /// The paths of the files of one part, sorted.
  func paths(in part: String) -> [String] {
    files.map(\.path).filter { $0.hasPrefix(part + "/") }
  }

  /// The roots of the files of one part, in order of path; nil for a file that is broken.
  func roots(in part: String) -> [DefinitionNode?] {
    paths(in: part).map { roots[$0] }
  }

  private mutating func readTopLevel(_ name: String) {
    if DefinitionFolder.parts.contains(name) {
      readPart(name)
    } else if name == DefinitionFolder.package {
      readFile(name)
    } else if DefinitionFolder.looksLikeYaml(name) {
      log.report(
        "unread-file", in: displayed(name),
        "the file is not read here, expected \(DefinitionFolder.package) or one of the folders "
          + Wording.listed(DefinitionFolder.parts, "and"),
        fix: "move the file to the folder it belongs in")
    }
  }

  private mutating func readPart(_ part: String) {
    do {
      guard try FileSystem.kind(of: "\(folder)/\(part)") == .folder else {
        log.report(
          "not-a-folder", in: displayed(part), "'\(part)' is a file, expected a folder",
          fix: "move the file into a folder of that name")
        return
      }
      for name in try FileSystem.names(in: "\(folder)/\(part)") { readEntry("\(part)/\(name)") }
    } catch {
      reportUnreadable(part, error.reason)
    }
  }

  private mutating func readEntry(_ path: String) {
    let isFolder = (try? FileSystem.kind(of: "\(folder)/\(path)")) == .folder
    if path.hasSuffix(".yaml") {
      readFile(path)
    } else if isFolder || DefinitionFolder.looksLikeYaml(path) {
      log.report(
        "unread-file", in: displayed(path),
        isFolder
          ? "the folder is not read, expected files only"
          : "the file is not read, expected a name that ends in '.yaml'",
        fix: isFolder ? "move its files up" : "rename the file")
    }
  }

  private mutating func readFile(_ path: String) {
    do {
      guard try FileSystem.kind(of: "\(folder)/\(path)") == .file else {
        log.report(
          "not-a-file", in: displayed(path), "'\(path)' is no file, expected a file",
          fix: "remove or rename it")
        return
      }
      let resolved = try FileSystem.resolvedPath("\(folder)/\(path)")
      guard resolved.hasPrefix(resolvedFolder + "/") else {
        log.report(
          "outside-folder", in: displayed(path),
          "the link leads out of the folder of definitions, expected a file within it",
          fix: "copy the file into the folder")
        return
      }
      guard let bytes = try FileSystem.bytes(of: resolved, limit: DefinitionFolder.byteLimit) else {
        log.report(
          "too-large", in: displayed(path),
          "the file is larger than \(DefinitionFolder.byteLimit) bytes, expected a definition",
          fix: "divide the file")
        return
      }
      files.append(DefinitionFile(path: path, bytes: bytes))
    } catch {
      reportUnreadable(path, error.reason)
    }
  }

  private mutating func decodeFiles() {
    let decoded = DecodedDefinition.all(of: files) { displayed($0) }
    for (index, file) in decoded.enumerated() {
      roots[files[index].path] = file.root
      files[index].normalForm = file.normalForm
      log.add(file.findings)
    }
  }

  private func reportUnreadable(_ path: String, _ reason: String) {
    log.report(
      "unreadable-file", in: displayed(path), "cannot be read (\(reason)), expected a definition",
      fix: "make it readable, or remove it")
  }

  private static func looksLikeYaml(_ name: String) -> Bool {
    let lower = name.lowercased()
    return lower.hasSuffix(".yml") || lower.hasSuffix(".yaml")
  }
}
