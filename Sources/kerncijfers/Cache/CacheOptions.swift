internal import ArgumentParser

/// Whether what is read is kept between runs, and where.
struct CacheOptions: ParsableArguments {
  @Flag(help: "Keep what is read from deliveries, so that the next run reads new ones only.")
  var incremental = false

  @Option(
    help: ArgumentHelp(
      "The same in this folder; without it \(CacheFolder.usualName) in the project.",
      valueName: "folder"))
  var cache: String?

  @Flag(help: "Keep nothing, whatever else is said.")
  var noCache = false

  /// The folder; nil when nothing is kept.
  ///
  /// - Throws: `CommandFailure` with exit code 5 when it cannot be used.
  func folder(in project: ProjectFolder) throws -> CacheFolder? {
    guard !noCache, incremental || cache != nil else { return nil }
    return try CacheFolder(path: cache ?? "\(project.path)/\(CacheFolder.usualName)")
  }
}
