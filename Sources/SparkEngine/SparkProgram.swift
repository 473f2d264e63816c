#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// Spark's own program for SQL, as it is installed on this machine.
public struct SparkProgram: Sendable, Hashable {
  /// The path of `spark-sql`.
  public let path: String

  /// Finds the program in `SPARK_HOME` or the path, and Java in `JAVA_HOME` or the path.
  ///
  /// - Throws: `SparkError.missingProgram` or `.missingJava`.
  public static func find() throws(SparkError) -> SparkProgram {
    var searched: [String] = []
    guard let path = path(searched: &searched) else { throw .missingProgram(searched: searched) }
    let javaHome = variable("JAVA_HOME").map { "\($0)/bin/java" }
    guard javaHome.map(isProgram) ?? (inPath("java") != nil) else { throw .missingJava }
    return SparkProgram(path: path)
  }

  private static func path(searched: inout [String]) -> String? {
    if let home = variable("SPARK_HOME"), !home.isEmpty {
      searched.append("SPARK_HOME (\(home)/bin)")
      let path = "\(home)/bin/spark-sql"
      return isProgram(path) ? path : nil
    }
    searched.append("SPARK_HOME (not set)")
    searched.append("PATH")
    return inPath("spark-sql")
  }

  private static func inPath(_ name: String) -> String? {
    (variable("PATH") ?? "").split(separator: ":").map { "\($0)/\(name)" }.first(where: isProgram)
  }

  private static func isProgram(_ path: String) -> Bool {
    access(path, X_OK) == 0
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}
