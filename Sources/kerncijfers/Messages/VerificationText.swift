internal import Provenance

/// What came of a verification, for people.
struct VerificationText {
  /// The lines, the answer first.
  let lines: [String]

  /// How many cells are shown; the rest is counted.
  static let shownCells = 20

  /// Creates the text for the run of a manifest.
  init(_ verification: Verification, of manifest: Manifest) {
    var lines = [
      "\(manifest.report) \(manifest.period): \(VerificationText.answer(verification))"
    ]
    lines += verification.remarks.map { "  \($0)" }
    lines += verification.outputs.map { "  output \($0.description)" }
    if let sources = verification.sources { lines += sources.lines.map { "  \($0)" } }
    lines += verification.remade.map { "  made again: \($0.description)" }
    lines += CellDifferenceText.lines(
      Array(verification.cells.prefix(VerificationText.shownCells)))
    let more = verification.cells.count - VerificationText.shownCells
    if more > 0 { lines.append("  and \(more) more cells") }
    self.lines = lines
  }

  private static func answer(_ verification: Verification) -> String {
    switch verification.verdict {
    case .identical: "identical, every byte is the same"
    case .sameInputs: "the inputs are the same, by their digests; nothing was computed"
    case .sameFigures:
      verification.remade.isEmpty
        ? "same figures and outputs, but not made from the same files"
        : "same figures, other bytes"
    case .otherFigures:
      verification.cells.isEmpty
        ? "other outputs" : "other figures: \(verification.cells.count) cells"
    case .inputsMissing: "inputs are missing, so that it cannot be made again"
    case .inputsElsewhere:
      "its deliveries lie where only a cluster reads them; all else is as it was"
    case .otherInputs: "not made from what is there now"
    case .editedOutputs: "the files of the run are not as it wrote them"
    }
  }
}

extension RunDifference {
  /// What differs, a line each.
  var lines: [String] {
    program.map { "program: \($0)" } + parameters.map { "parameter: \($0)" }
      + deliveries.map { "delivery \($0.description)" }
      + register.map { "register \($0.description)" }
      + definitions.map { "definitions \($0.description)" }
      + indicators.flatMap { indicator in
        ["indicator '\(indicator.id)' \(indicator.change)"]
          + [indicator.before.map { "  - \($0)" }, indicator.after.map { "  + \($0)" }]
          .compactMap { $0 }
      }
  }
}

/// Cells that differ, for people.
enum CellDifferenceText {
  /// Two lines for each cell: what it was and is, and why.
  static func lines(_ cells: [CellDifference]) -> [String] {
    cells.flatMap { cell in
      let place = "figure \(cell.place.figure), \(cell.place.row), \(cell.place.column)"
      let change =
        cell.change.isEmpty ? "" : " (\(cell.change.hasPrefix("-") ? "" : "+")\(cell.change))"
      return [
        "  \(place): \(cell.before ?? "no cell") before, \(cell.after ?? "no cell") now\(change)"
      ] + cell.reasons.map { "    because: \($0)" }
    }
  }
}
