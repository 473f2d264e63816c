internal import ArgumentParser
internal import Definitions
internal import Exports
internal import Findings

/// The folder that the program works on, and where things are in it.
struct ProjectFolder {
  /// The path as the user gave it.
  let path: String

  /// The definitions.
  var definitions: String { inside("inputs/definitions") }

  /// The deliveries.
  var exports: String { inside("inputs/exports") }

  /// The register's files.
  var published: String { inside("inputs/published") }

  /// The folder with deliveries, definitions and the register.
  var inputs: String { inside("inputs") }

  /// The settings of the project's Spark cluster.
  var sparkSettings: String { inside("inputs/spark.conf") }

  /// The folder of a report's period.
  func output(report: String, period: String) -> String { inside("reports/\(report)/\(period)") }

  /// The folder with all runs.
  var reports: String { inside("reports") }

  /// The folder of a run by its name below `reports/`.
  func output(named name: String) -> String { inside("reports/\(name)") }

  private func inside(_ part: String) -> String { path == "." ? part : "\(path)/\(part)" }

  /// The definitions, checked.
  ///
  /// - Throws: `CommandFailure` with exit code 3 after printing what is wrong, or 2 when there are
  ///   no definitions at all.
  func loadDefinitions() throws -> Definitions {
    do {
      return try Definitions.load(folder: definitions, displayPath: "inputs/definitions")
    } catch .unreadable(let path, let reason) {
      throw CommandFailure(
        .badUse,
        "no definitions at '\(path)': \(reason)\n"
          + "  fix: run in a project folder, or name one with --project")
    } catch .findings(let findings) {
      FindingsPrinter(showsColours: StandardError.showsColours).print(findings)
      throw CommandFailure(
        .badDefinitions,
        "the definitions cannot be used: \(FindingsPrinter.summary(of: FindingList(findings)))")
    }
  }

  /// The deliveries of the project's datasets, and what is remarkable about their files.
  ///
  /// - Throws: `CommandFailure` with exit code 4 when the folder cannot be read.
  func findDeliveries(_ definitions: Definitions) throws
    -> (deliveries: [Delivery], findings: [Finding])
  {
    do {
      return try DeliveryFolder(path: exports, schemas: definitions.datasets).deliveries()
    } catch {
      throw CommandFailure(.unusableInputs, error.description)
    }
  }
}

/// The options that every command has.
struct CommonOptions: ParsableArguments {
  @Option(help: "The project folder.")
  var project = "."

  @Flag(help: "Print the answer as JSON on standard output.")
  var json = false

  @Flag(name: .shortAndLong, help: "Print nothing but findings and the answer.")
  var quiet = false

  @Option(
    help: ArgumentHelp(
      "From which level on messages are written; without it info, with --quiet notice.",
      valueName: "level"))
  var logLevel: LogLevel?

  @Option(
    help: ArgumentHelp(
      "How messages are written: lines for people or JSON lines.", valueName: "text|json"))
  var logFormat = LogForm.text

  /// The project folder.
  var folder: ProjectFolder { ProjectFolder(path: project) }

  /// Sets up the log, so that whatever follows is told as it was asked for.
  func validate() {
    ProgramLog.configure(logLevel ?? (quiet ? .notice : .info), logFormat)
  }
}
