/// How an application is started on a cluster.
public struct SparkSettings: Sendable, Hashable {
  /// The master's URL, for example `spark://host:7077`, `yarn` or `k8s://https://host:443`.
  public let master: String

  /// Settings of Spark, which win over those that are needed for the run.
  public let settings: [String: String]

  /// Creates settings.
  public init(master: String, settings: [String: String] = [:]) {
    self.master = master
    self.settings = settings
  }

  /// What every run sets: how text is read must not depend on a cluster's defaults.
  private static let fixed = [
    "spark.sql.catalogImplementation": "in-memory",
    "spark.sql.ansi.enabled": "false",
    "spark.sql.legacy.codingErrorAction": "true",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.caseSensitive": "true",
    "spark.sql.legacy.timeParserPolicy": "CORRECTED",
  ]

  /// What a run sets unless the user does.
  private static let usual = [
    "spark.app.name": "kerncijfers",
    "spark.log.level": "ERROR",
    "spark.ui.showConsoleProgress": "false",
    // The number of stretches does not depend on how many workers there are at the moment, because
    // the lines of a file are numbered in one pass and read in another.
    "spark.sql.files.minPartitionNum": "4",
    "spark.sql.shuffle.partitions": "8",
    "spark.sql.codegen.maxFields": "400",
  ]

  /// The program's arguments.
  package var arguments: [String] {
    let all = SparkSettings.usual.merging(settings) { _, own in own }
      .merging(SparkSettings.fixed) { _, fixed in fixed }
    return ["--master", master]
      + all.sorted { $0.key < $1.key }.flatMap { ["--conf", "\($0.key)=\($0.value)"] }
  }
}
