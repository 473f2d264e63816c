internal import ArgumentParser
internal import Definitions
internal import Findings
internal import Indicators
internal import Schemas

/// Says what is wrong with definitions and deliveries, and writes nothing.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what is wrong with the definitions and the deliveries; write nothing.",
    discussion: """
      EXAMPLES
        kerncijfers check
        kerncijfers check --json --quiet
      """)

  @Option(help: "The number of threads.")
  var jobs = Processors.available

  @Flag(help: "List every file that was delivered or expected, not only each dataset and year.")
  var parts = false

  @OptionGroup var cache: CacheOptions

  @OptionGroup var common: CommonOptions

  func run() throws {
    let log = StageLog(isQuiet: common.quiet)
    let definitions = try common.folder.loadDefinitions()
    let register = try RegisterFiles(folder: common.folder.published).read()
    let outcome = try Computation(
      folder: common.folder, definitions: definitions, jobs: jobs,
      cache: cache.folder(in: common.folder)
    ).outcome(of: Plan([]), log: log)
    let lastYear = outcome.books.map(\.year).max() ?? 9999
    var found = outcome.findings
    found.append(definitions.validationFindings + register.findings)
    let findings = try ExceptionsFile(of: common.folder).read().applied(
      to: found,
      on: ReportingPeriod(year: lastYear).map(\.lastDay) ?? CalendarDate(daysSince1970: 0))
    if common.json {
      FindingsJSON(findings).print()
    } else {
      FindingsPrinter(showsColours: StandardError.showsColours).print(findings)
      BooksTable(outcome.books, datasets: definitions.datasets).print(byPart: parts)
      print(FindingsPrinter.summary(of: findings))
    }
    if findings.gravest == .error {
      throw CommandFailure(.errorFindings)
    }
  }
}
