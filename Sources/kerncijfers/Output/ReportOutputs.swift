internal import Findings
internal import Reports
internal import Writers

/// The files of a report, each by its writer.
struct ReportOutputs {
  /// The report.
  let report: Report

  /// For whom the workbook is laid out.
  let form: ReportProfile.Form

  /// What was found in the deliveries.
  let findings: FindingList

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
      OutputFile("\(report.fileStem).xlsx", ReportOutputs.workbook(of: report, form: form)),
      OutputFile("\(report.fileStem).md", text: MarkdownWriter().write(report)),
      OutputFile("index.html", text: WebWriter().write(report)),
      OutputFile("figures.csv", text: FiguresTable.csv(report)),
      OutputFile("findings.csv") { [findings] in try FindingsTable.write(findings, $0) },
      OutputFile("csv-metadata.json", text: TablesMetadata.json(report)),
    ] + charts
  }

  /// A report as a workbook.
  ///
  /// - Throws: `CommandFailure` with exit code 5 when it cannot be made.
  static func workbook(of report: Report, form: ReportProfile.Form = .directors) throws -> [UInt8] {
    try written(report, form: form).bytes
  }

  /// A report as a workbook, with the places of the figures' cells.
  ///
  /// - Throws: `CommandFailure` with exit code 5 when it cannot be made.
  static func written(_ report: Report, form: ReportProfile.Form) throws -> WrittenWorkbook {
    let profile: WorkbookProfile =
      switch form {
      case .directors: .directors
      case .publication: .publication
      }
    do {
      return try WorkbookWriter(profile: profile).written(report)
    } catch {
      throw CommandFailure(.notWritten, "the workbook cannot be made: \(error.description)")
    }
  }
}
