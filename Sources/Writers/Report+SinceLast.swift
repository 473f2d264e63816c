import Indicators
import Reports

extension Report {
  /// Whether the deliveries of a month or quarter are whole, in a sentence; empty for a year.
  var statusSentence: String {
    guard let status else { return "" }
    let name = calendar.name(of: period)
    if status.isComplete { return words(.periodComplete, ["period": name]) }
    let reasons =
      status.missing.map { words(.partMissing, ["dataset": $0]) }
      + status.unconfirmed.map { words(.partUnconfirmed, ["dataset": $0]) }
    return words(
      .periodProvisional, ["period": name, "datasets": reasons.joined(separator: "; ")])
  }

  /// The heading of what changed since the period before; empty for a year.
  var sinceLastHeading: String {
    sinceLast.map { words(.sinceLast, ["before": $0.before]) } ?? ""
  }

  /// What changed since the period before, in sentences.
  var sinceLastSentences: [String] {
    guard let since = sinceLast else { return [] }
    return since.moved.map(sentence) + runSentences(since)
  }

  private func sentence(_ cell: MovedCell) -> String {
    words(
      .movedSince,
      [
        "figure": cell.figureLabel.isEmpty ? cell.figure : cell.figureLabel, "title": cell.title,
        "row": cell.row,
        "before": numbers.text(.count(cell.before), style: .count),
        "value": numbers.text(.count(cell.now), style: .count),
        "change": numbers.text(.change(from: cell.before, to: cell.now), style: .change),
      ])
  }

  private func runSentences(_ since: SinceLastRun) -> [String] {
    guard !since.earlier.isEmpty else {
      return [words(.noEarlierRun, ["before": since.before])]
    }
    let restated =
      since.restatedCount == 0
      ? words(.nothingRestated, ["report": since.earlier])
      : words(
        .restatedSince,
        [
          "count": numbers.text(.count(since.restatedCount), style: .count),
          "periods": since.restatedPeriods.joined(separator: ", "),
        ])
    return [restated, newFindings(since)].filter { !$0.isEmpty }
  }

  private func newFindings(_ since: SinceLastRun) -> String {
    guard let new = since.newFindings else { return "" }
    guard new.count > 0 else { return words(.noNewFindings) }
    return words(
      .newFindings,
      [
        "errors": numbers.text(.count(new.errors), style: .count),
        "warnings": numbers.text(.count(new.warnings), style: .count),
        "notes": numbers.text(.count(new.notes), style: .count),
      ])
  }
}
