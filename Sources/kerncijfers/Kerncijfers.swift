internal import ArgumentParser

@main
struct Kerncijfers: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kerncijfers",
    abstract: "Key figures and annual reports from delivered CSV exports.",
    discussion: """
      EXAMPLES
        kerncijfers run --year 2019              the report of 2019 into reports/
        kerncijfers init example                 a small project that runs
        kerncijfers plan                         which reports are due or stale, and why
        kerncijfers check                        what is wrong with the deliveries
        kerncijfers read FILE.csv --dataset D    one file as the program understands it
        kerncijfers verify reports/REPORT/2019   whether a run can be made again, byte for byte
        kerncijfers figures                      which figures the report has

      EXIT CODES
        0  done, no error findings
        1  done, with error findings (records were left out); with --strict nothing is written
        2  bad use
        3  bad definitions
        4  unusable inputs
        5  outputs could not be written
        6  verify, reconcile or compare found differences
      """,
    version: ProgramVersion.current,
    subcommands: [
      RunCommand.self, PlanCommand.self, CheckCommand.self, AcceptCommand.self, ReadCommand.self,
      FiguresCommand.self, IndicatorsCommand.self, DatasetsCommand.self, QueryCommand.self,
      ExplainCommand.self, VerifyCommand.self, CompareCommand.self,
      PublishCommand.self, ReconcileCommand.self, ArchiveCommand.self, InitCommand.self,
    ])

  /// Runs the command that the arguments name and ends with its exit code.
  static func main() {
    SignalHandling.ignoreFileSizeSignal()
    UnfinishedWork.watchSignals()
    do {
      var command = try parseAsRoot(CommandLine.arguments.dropFirst().map(withLevel))
      try command.run()
    } catch let failure as CommandFailure {
      failure.report()
      exit(withCode: failure.code)
    } catch {
      let code = exitCode(for: error)
      guard code.isSuccess else {
        StandardError.write(fullMessage(for: error))
        exit(withCode: .badUse)
      }
      print(fullMessage(for: error))
    }
  }

  /// `--strict` alone means `--strict=error`: the parser knows options with a value and flags
  /// without one, not both in one.
  private static func withLevel(_ argument: String) -> String {
    argument == "--strict" ? "--strict=\(StrictLevel.error.rawValue)" : argument
  }

  private static func exit(withCode code: ReturnCode) -> Never {
    exit(withError: ExitCode(code.rawValue))
  }
}
