public import Findings

/// Why a plan cannot be run on a cluster, or its results cannot be used.
public enum SparkError: Error, Sendable {
  /// Files cannot be read as what they should be; these are all findings.
  case unusable(findings: [Finding])

  /// The plan names a column, dimension or dataset that is not declared.
  case badPlan(String)

  /// Spark's programs were not found.
  case missingProgram(searched: [String])

  /// There is no Java for Spark's programs.
  case missingJava

  /// The cluster could not be reached, or did not accept the application.
  case unreachable(master: String, reason: String)

  /// The program failed on the way; what it said of it, without values.
  case failed(reason: String)

  /// The program printed something that is no answer to what it was asked.
  case unexpectedAnswer(String)

  /// The run was interrupted, and its application cancelled.
  case interrupted

  /// A sum is larger than 64 bits.
  case sumTooLarge(dataset: String)

  /// The cluster and this program do not agree about a record: a mistake in this program.
  case disagreement(String)
}

extension SparkError: CustomStringConvertible {
  /// What is wrong, with what to do about it.
  public var description: String {
    switch self {
    case .unusable(let findings):
      "\(Set(findings.filter { $0.severity == .error }.map(\.location.file)).count) "
        + "files have errors, expected files that can be read"
    case .badPlan(let problem): problem
    case .missingProgram(let searched):
      "spark-sql was not found in \(searched.joined(separator: " or "))\n"
        + "  fix: install Apache Spark 3.5 or 4 (for example: python3 -m venv spark && "
        + "spark/bin/pip install pyspark) and set SPARK_HOME to it, or put its bin folder in PATH"
    case .missingJava:
      "Spark needs Java 17 and found none\n"
        + "  fix: install it (Debian: apt-get install openjdk-17-jre-headless) or set JAVA_HOME"
    case .unreachable(let master, let reason):
      "the cluster at '\(master)' does not take the application: \(reason)\n"
        + "  fix: look whether the master runs and this machine reaches it, and whether workers "
        + "have free cores and memory"
    case .failed(let reason):
      "Spark stopped: \(reason)\n  fix: Spark's own pages and logs of the application say more"
    case .unexpectedAnswer(let what):
      "Spark's answer was not understood: \(what)\n"
        + "  fix: use Spark 3.5 or 4, and report this with the version of Spark"
    case .interrupted: "interrupted; the application on the cluster was cancelled"
    case .sumTooLarge(let dataset): "a sum over dataset '\(dataset)' is larger than 64 bits"
    case .disagreement(let what):
      "internal error: the cluster and this program do not agree about \(what)\n"
        + "  fix: report this with the version of Spark; the local engine is not affected"
    }
  }
}
