internal import ArgumentParser
internal import Definitions
internal import Findings
internal import Reports

/// Lists the figures of the reports.
struct FiguresCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: "List the figures that are defined.")

  @Argument(help: "The report; without it all reports.")
  var report: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    let definitions = try common.folder.loadDefinitions()
    let reports = definitions.reports.filter { report == nil || $0.id == report }
    guard !reports.isEmpty else {
      throw CommandFailure(
        .badUse,
        "there is no report '\(report ?? "")'\n"
          + "  fix: name one of \(definitions.reports.map(\.id).joined(separator: ", "))")
    }
    TextTable(
      header: ["report", "figure", "title", "indicator", "chart", "defined at"],
      rows: reports.flatMap { report in
        report.figures.map { figure in
          [
            report.id, figure.id, figure.title, figure.indicator ?? "",
            figure.chart?.kind.rawValue ?? "", figure.location.description,
          ]
        }
      }
    ).print(asJSON: common.json)
  }
}
