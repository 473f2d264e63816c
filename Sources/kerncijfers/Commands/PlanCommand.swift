internal import ArgumentParser
internal import Findings
internal import Indicators
internal import Provenance

/// Says what would run, and why.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Say which reports are due or stale, and why; compute and write nothing.",
    discussion: """
      A run that stands below 'reports' is stale when a delivery, a definition, the register, a
      parameter or the program is not what it was made from, by content and not by date, or when its
      files are not as it wrote them. A report is due for the newest period that its deliveries
      reach, and for those after its last run.

      EXAMPLES
        kerncijfers plan
        kerncijfers plan review --year 2019
        kerncijfers plan --json --quiet
      """)

  @Argument(help: "The report; without it all of them.")
  var report: String?

  @OptionGroup var period: PeriodOptions

  @Option(help: "The number of threads.")
  var jobs = Processors.available

  @OptionGroup var common: CommonOptions

  func run() throws {
    let log = StageLog(isQuiet: common.quiet)
    let plan = try RunPlan(of: common.folder, jobs: jobs)
    log.finish("compare: \(plan.deliveryCount) files")
    let asked = period.isGiven ? try period.reportingPeriod().id : nil
    let runs = try plan.runs().filter { run in
      (report ?? run.report) == run.report && (asked ?? run.period) == run.period
    }
    FindingsPrinter(showsColours: StandardError.showsColours).print(plan.findings)
    if common.json {
      print(String(decoding: runs.json(), as: UTF8.self), terminator: "")
    } else {
      PlanText(runs).lines.forEach { print($0) }
    }
  }
}
