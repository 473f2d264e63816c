internal import Findings
internal import Indicators
internal import Provenance
internal import Reports

/// The last line of a run: what came of it.
struct RunSummary {
  /// The findings.
  let findings: FindingList

  private let title: String
  private let report: String
  private let period: String
  private let figures: Int
  private let cells: Int
  private let path: String
  private let isUnchanged: Bool
  private let since: SinceLastRun?
  private let suppression: SuppressionRecord?

  /// The summary of a run that was written into a folder.
  init(of made: ReportRun.Made, in path: String) {
    findings = made.findings
    title = made.report.title
    report = made.report.id
    period = made.report.period.id
    figures = made.report.figures.count
    cells = made.report.figures.reduce(0) { $0 + $1.rows.count * $1.columns.count }
    self.path = path
    isUnchanged = false
    since = made.report.sinceLast
    suppression = made.report.suppression.map { SuppressionRecord(profile: "", $0) }
  }

  /// The summary of the run that stands, where a new one would give the same bytes.
  init(of standing: StandingRun) {
    let manifest = standing.recorded.manifest
    findings = FindingList(standing.findings)
    title = standing.record?.title ?? "\(manifest.report) \(manifest.period)"
    report = manifest.report
    period = manifest.period
    figures = manifest.figures.count
    cells = standing.recorded.cells?.cells.count ?? 0
    path = standing.recorded.path
    isUnchanged = true
    since = standing.record?.sinceLast
    suppression = manifest.suppression
  }

  /// The line for people.
  var text: String {
    "\(title): \(isUnchanged ? "unchanged, the run that stands has the same bytes; " : "")"
      + "\(figures) figures, \(cells) cells; \(FindingsPrinter.summary(of: findings))"
      + (since.map { "; " + SinceLastText.summary(of: $0) } ?? "")
      + (suppression.map { "; \($0.primary + $0.complementary) cells left blank" } ?? "")
      + "; \(path)"
  }

  /// The line for programs.
  var json: String {
    let totals = findings.counts
    let counts = Severity.allCases.map { severity in
      "\"\(severity.label)s\": \(totals[severity] ?? 0)"
    }.joined(separator: ", ")
    return "{\"report\": \(JSONString(report)), \"period\": \(JSONString(period)), "
      + "\"output\": \(JSONString(path)), \"unchanged\": \(isUnchanged), "
      + "\"figures\": \(figures), \"cells\": \(cells), \(counts)"
      + (since.map { ", " + SinceLastText.json(of: $0) } ?? "")
      + (suppression.map {
        ", \"suppressed\": {\"primary\": \($0.primary), \"complementary\": \($0.complementary)}"
      } ?? "") + "}"
  }
}
