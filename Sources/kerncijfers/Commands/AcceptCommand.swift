internal import ArgumentParser
internal import Findings
internal import Indicators
internal import Schemas

/// Records a known exception.
struct AcceptCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept",
    abstract: "Record a known exception: findings that stay visible and do not fail the run.",
    discussion: """
      The exception is written into inputs/known-exceptions.csv with the number of findings that
      there are now. It ends after its last day, and when there are more findings than that. A file
      that cannot be used at all cannot be accepted.

      EXAMPLES
        kerncijfers accept second-mark --scope loans/2019/north.csv \\
          --reason 'moved from the old system' --author 'J. Doe' --expires 2020-06-30
      """)

  @Argument(help: "The rule of the findings, for example second-mark.")
  var rule: String

  @Option(help: "The file that they are in, or a folder of files; without it all.")
  var scope = ""

  @Option(help: "Why they are accepted.")
  var reason: String

  @Option(help: "Who accepts them.")
  var author: String

  @Option(help: ArgumentHelp("The last day on which they are.", valueName: "yyyy-mm-dd"))
  var expires: String

  @Option(help: "The number of threads.")
  var jobs = Processors.available

  @OptionGroup var common: CommonOptions

  func run() throws {
    guard let day = CalendarDate(iso: expires) else {
      throw CommandFailure(
        .badUse, "--expires is '\(expires)', expected a day, for example 2020-06-30")
    }
    guard !reason.isEmpty, !author.isEmpty else {
      throw CommandFailure(.badUse, "--reason and --author are empty, expected text")
    }
    let definitions = try common.folder.loadDefinitions()
    let file = ExceptionsFile(of: common.folder)
    _ = try file.read()
    let register = try RegisterFiles(folder: common.folder.published).read()
    let outcome = try Computation(folder: common.folder, definitions: definitions, jobs: jobs)
      .outcome(of: Plan([]), log: StageLog(isQuiet: common.quiet))
    var all = outcome.findings
    all.append(register.findings)
    let findings = all.filter {
      KnownException.covers($0, rule: rule, scope: scope)
    }
    guard !findings.isEmpty else {
      let rules = Set(outcome.findings.filter { $0.severity > .note }.map(\.rule)).sorted()
      let hint = rules.nearest(to: rule).map { " (nearest: '\($0)')" } ?? ""
      throw CommandFailure(
        .badUse,
        "there is no error or warning [\(rule)]\(scope.isEmpty ? "" : " in '\(scope)'")\(hint)\n"
          + "  fix: look at the findings with 'kerncijfers check'")
    }
    try file.add([rule, scope, reason, author, day.description, String(findings.count)])
    let count =
      findings.count == 1 ? "1 finding [\(rule)] is" : "\(findings.count) findings [\(rule)] are"
    print("\(count) accepted until \(day)")
  }
}
