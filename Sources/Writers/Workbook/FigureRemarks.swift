import Reports

/// What a reader must know about a figure, in sentences.
struct FigureRemarks {
  let figure: Figure
  let report: Report

  /// Where the numbers come from; empty when that is not known.
  var source: String { figure.source.isEmpty ? "" : labelled(.source, figure.source) }

  /// How it was counted; empty when there is nothing to say.
  var counting: String {
    figure.explanation.isEmpty ? "" : labelled(.howCounted, figure.explanation)
  }

  /// The unit and the status.
  var unitAndStatus: String {
    let status = labelled(.status, report.statusWord(of: figure))
    return figure.unit.isEmpty ? status : labelled(.unit, figure.unit) + ". " + status
  }

  /// Whether a number is missing that is printed as a dash.
  var hasDash: Bool {
    figure.cells.joined().contains { $0.value == .notAvailable || $0.value == .notApplicable }
  }

  /// Whether any number is missing.
  var hasMissing: Bool { figure.cells.joined().contains { $0.value.fraction == nil } }

  private func labelled(_ word: ReportWord, _ text: String) -> String {
    "\(report.words(word)): \(text)"
  }
}
