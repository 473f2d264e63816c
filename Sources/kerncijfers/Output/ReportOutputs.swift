internal import Findings
internal import Reports
internal import Writers

/// The files of a report, each by its writer.
struct ReportOutputs {
  /// The report.
  let report: Report

  /// What was found in the deliveries.
  let findings: [Finding]

  /// The files, without those that tell where they come from.
  ///
  /// - Throws: `CommandFailure` with exit code 5 when a workbook cannot be made.
  func files() throws -> [OutputFile] {
    let charts = report.figures.compactMap { figure in
      figure.chart.map { chart in
        OutputFile(
          "charts/\(ChartWriter.chartFileName(for: figure))",
          text: ChartWriter().svg(for: chart, of: figure, in: report))
      }
    }
    return try [
      OutputFile("\(report.fileStem).xlsx", ReportOutputs.workbook(of: report)),
      OutputFile("\(report.fileStem).md", text: MarkdownWriter().write(report)),
      OutputFile("index.html", text: WebWriter().write(report)),
      OutputFile("figures.csv", text: FiguresTable.csv(report)),
      OutputFile("findings.csv", text: FindingsTable.csv(findings)),
    ] + charts
  }

  /// A report as a workbook.
  ///
  /// - Throws: `CommandFailure` with exit code 5 when it cannot be made.
  static func workbook(of report: Report) throws -> [UInt8] {
    do {
      return try WorkbookWriter().write(report)
    } catch {
      throw CommandFailure(.notWritten, "the workbook cannot be made: \(error.description)")
    }
  }
}
