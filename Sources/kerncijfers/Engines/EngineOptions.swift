internal import ArgumentParser
internal import SparkEngine

/// On which engine a plan is computed.
enum EngineChoice {
  /// On this machine, on a number of threads.
  case local

  /// On a Spark cluster.
  ///
  /// The exports may lie at a URL that only the cluster reads.
  case spark(SparkSettings, exports: String?)

  /// Whether this machine computes.
  var isLocal: Bool {
    if case .local = self { return true }
    return false
  }

  /// Whether the exports lie where only a cluster reads them.
  var readsElsewhere: Bool {
    if case .spark(_, .some) = self { return true }
    return false
  }

  /// Its name in `run.json`.
  var name: String {
    switch self {
    case .local: "local"
    case .spark: "spark"
    }
  }
}

/// The options of a command that computes on either engine.
struct EngineOptions: ParsableArguments {
  enum Name: String, ExpressibleByArgument, CaseIterable {
    case local
    case spark
  }

  @Option(help: "What computes: this machine, or a cluster of Apache Spark.")
  var engine = Name.local

  @Option(
    help: ArgumentHelp(
      "The cluster's master, for example spark://host:7077, yarn or k8s://https://host:443.",
      valueName: "url"))
  var sparkMaster: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("A setting of Spark; can be given again.", valueName: "key=value"))
  var sparkConf: [String] = []

  @Option(
    help: ArgumentHelp(
      "Where the exports are, as the cluster reads it, for example s3a://bucket/exports.",
      valueName: "url"))
  var exports: String?

  func validate() throws {
    if let exports, !exports.contains("://") {
      throw ValidationError(
        "--exports is '\(exports)', expected a URL such as s3a://bucket/exports")
    }
    if engine == .local, exports != nil {
      throw ValidationError("--exports goes with --engine spark")
    }
    if engine == .local, sparkMaster != nil || !sparkConf.isEmpty {
      throw ValidationError("--spark-master and --spark-conf go with --engine spark")
    }
    if let bad = sparkConf.first(where: { !$0.hasPrefix("spark.") || !$0.contains("=") }) {
      let name = bad.prefix { $0 != "=" }
      throw ValidationError(
        "--spark-conf '\(name)' is no setting, expected spark.NAME=VALUE")
    }
  }

  /// The engine, with what the project's settings say of it.
  ///
  /// - Throws: `CommandFailure` with exit code 2 when no master is named.
  func choice(in folder: ProjectFolder) throws -> EngineChoice {
    guard engine == .spark else { return .local }
    let file = try SparkSettingsFile(of: folder)
    var settings = file.settings
    for setting in sparkConf {
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      settings[String(parts[0])] = String(parts[1])
    }
    guard let master = sparkMaster ?? settings["spark.master"] else {
      throw CommandFailure(
        .badUse,
        "--engine spark needs a cluster\n  fix: name its master with --spark-master "
          + "spark://HOST:7077, or as spark.master in \(file.path)")
    }
    settings.removeValue(forKey: "spark.master")
    return .spark(
      SparkSettings(master: master, settings: settings), exports: exports ?? file.exports)
  }
}
