internal import Archive
internal import ArgumentParser
internal import Definitions
internal import Exports
internal import Findings
internal import Indicators
internal import Reports

/// Answers a question for a figure, from the same definitions as the report.
struct QueryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "query",
    abstract: "Answer a question for a figure, from the same definitions as the report.",
    discussion: """
      EXAMPLES
        kerncijfers query loans
        kerncijfers query loans --by branch --year 2019
        kerncijfers query loans --by branch --share branch
        kerncijfers query loans --published --year 2016 --where branch=harbour
        kerncijfers query loans --by branch --by kind --where branch=harbour --format csv
      """)

  @Argument(help: "The indicator; 'kerncijfers indicators' lists them.")
  var indicator: String

  @Option(help: "A dimension to break the number down by; may be repeated.")
  var by: [String] = []

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp(
      "A member to narrow the number to; several of one dimension are taken together.",
      valueName: "dimension=member"))
  var narrowing: [String] = []

  @Option(
    help: ArgumentHelp(
      "Give shares of the same over all members of a dimension; may be repeated.",
      valueName: "dimension"))
  var share: [String] = []

  @Option(help: "A year; may be repeated. Without it all years that were delivered.")
  var year: [Int] = []

  @Option(help: "A quarter, for example 2019-Q2; may be repeated.")
  var quarter: [String] = []

  @Option(help: "A month, for example 2019-06; may be repeated.")
  var month: [String] = []

  @Option(help: "A period such as 2019-q2, 2019-06 or 2019-01-to-05; may be repeated.")
  var period: [String] = []

  @Flag(help: "Answer from the archive of what was published instead of the deliveries.")
  var published = false

  @Option(help: "The form of the answer: table, csv, json or markdown.")
  var format = AnswerFormat.table

  @Option(help: "The number of threads.")
  var jobs = Processors.available

  @OptionGroup var common: CommonOptions

  func run() throws {
    let log = StageLog(isQuiet: true)
    let definitions = try common.folder.loadDefinitions()
    if published { return try answerFromArchive(definitions) }
    let question = try Question(
      indicator: indicator, by: by, narrowing: narrowing, share: share,
      periods: try periods(definitions), catalog: definitions.catalog)
    let outcome = try Computation(folder: common.folder, definitions: definitions, jobs: jobs)
      .outcome(of: question.plan, onlyNeeded: true, log: log)
    FindingsPrinter(showsColours: StandardError.showsColours).print(
      common.quiet ? [] : outcome.findings.filter { $0.severity == .error })
    let answer = Answer(question, outcome, definitions)
    AnswerText(answer, definitions.reports.first { $0.isDefault } ?? definitions.reports.first)
      .print(as: common.json ? .json : format)
    if outcome.findings.gravest == .error {
      throw CommandFailure(.errorFindings)
    }
  }

  private func answerFromArchive(_ definitions: Definitions) throws {
    guard by.isEmpty, share.isEmpty, (period + quarter + month).isEmpty else {
      throw CommandFailure(
        .badUse,
        "--published gives cells as they were printed\n  fix: leave out all but --where and --year")
    }
    let question = try Question(
      indicator: indicator, by: [], narrowing: narrowing, periods: [], catalog: definitions.catalog)
    let labels = question.members.flatMap { dimension, slugs in
      slugs.map { slug in
        definitions.catalog.members(of: dimension).first { $0.slug == slug }?.label ?? slug
      }
    }
    do {
      try PublishedAnswer(
        ArchiveFile(folder: common.folder).current(), of: indicator, in: year, labels: labels,
        definitions.reports
      ).print(as: common.json ? .json : format)
    } catch let error as ArchiveError {
      throw CommandFailure(.unusableInputs, error.message)
    }
  }

  private func periods(_ definitions: Definitions) throws -> [ReportingPeriod] {
    let named = year.map { String($0) } + quarter.map { $0.lowercased() } + month + period
    guard named.isEmpty else {
      return try named.map { id in
        guard let period = ReportingPeriod(id: id) else {
          throw CommandFailure(
            .badUse, "'\(id)' is no period, expected 2019, 2019-q2, 2019-06 or 2019-01-to-05")
        }
        return period
      }
    }
    let datasets = definitions.catalog.datasets(of: indicator)
    let delivered = try common.folder.findDeliveries(definitions).deliveries
    return Set(delivered.filter { datasets.contains($0.dataset) }.map(\.year)).sorted()
      .compactMap { ReportingPeriod(year: $0) }
  }
}

/// The form of an answer.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
  case table
  case csv
  case json
  case markdown
}
