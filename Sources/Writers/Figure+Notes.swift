import Indicators
import Reports

extension Figure {
  /// The markers of notes, for example ` [1] [3]`; empty when there are none.
  func markers(_ indexes: [Int]) -> String {
    indexes.filter(notes.indices.contains).map { " [\($0 + 1)]" }.joined()
  }

  /// The label of a row with the markers of its notes, for example `Totaal [1]`.
  func markedLabel(of row: FigureRow) -> String {
    row.label + markers(row.notes)
  }

  /// The label of a column with the markers of its notes.
  func markedLabel(of column: FigureColumn) -> String {
    column.label + markers(column.notes)
  }

  /// The texts of all notes of a cell: its own, those of its row and those of its column, each once.
  func noteTexts(row: FigureRow, column: FigureColumn, cell: Cell) -> [String] {
    var seen: Set<Int> = []
    return (cell.notes + row.notes + column.notes)
      .filter { notes.indices.contains($0) && seen.insert($0).inserted }
      .map { notes[$0] }
  }
}

extension Report {
  /// The word for a figure's status.
  func statusWord(of figure: Figure) -> String {
    switch figure.status {
    case .validated: words(.validated)
    case .indicative: words(.indicative)
    }
  }

  /// The sentences about how numbers are written, without those that the language leaves empty.
  var conventions: [String] {
    let isWithheld =
      words.has(.withheldMeaning)
      && figures.contains { figure in
        figure.cells.joined().contains { $0.value == .withheld }
      }
    let isSuppressed = words.has(.suppressedMeaning) && suppression != nil
    return [
      words(.dashMeaning), words(.zeroMeaning),
      isSuppressed ? words(.suppressedMeaning) : "", isWithheld ? words(.withheldMeaning) : "",
      words(.rounding),
    ].filter { !$0.isEmpty }
  }

  /// What is provisional: figures with numbers that can still grow, and those whose definition is not
  /// agreed.
  var provisional: String {
    let open = figures.filter(\.hasOpenWindow).map { $0.label.isEmpty ? $0.id : $0.label }
    guard !open.isEmpty, words.has(.openWindows) else { return indicative }
    return words(.openWindows, ["figures": listed(open)]) + " " + indicative
  }

  /// Which figures are not agreed, in a sentence.
  private var indicative: String {
    let open = figures.filter { $0.status == .indicative }.map {
      $0.label.isEmpty ? $0.id : $0.label
    }
    guard !open.isEmpty else { return words(.allValidated) }
    let text = words(
      .indicativeFigures,
      [
        "count": numbers.text(.count(open.count), style: .count),
        "total": numbers.text(.count(figures.count), style: .count),
        "figures": open.prefix(8).joined(separator: ", ") + (open.count > 8 ? ", …" : ""),
      ])
    return text.hasSuffix("….") ? String(text.dropLast()) : text
  }

  /// How many findings there are, in a sentence.
  var findingsSummary: String {
    let counts = quality.findingCounts
    return words(
      .findings,
      [
        "errors": numbers.text(.count(counts.errors), style: .count),
        "warnings": numbers.text(.count(counts.warnings), style: .count),
        "notes": numbers.text(.count(counts.notes), style: .count),
      ])
  }
}
