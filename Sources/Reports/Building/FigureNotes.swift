/// The notes of a figure and the places that refer to them.
struct FigureNotes {
  /// The sentences, in the order of the definition.
  let texts: [String]

  private let definitions: [NoteDefinition]

  /// Creates the notes that a layout shows, for the labels of its printed rows and columns;
  /// `totalsNote` is about the totals, after the others.
  init(
    _ layout: FigureLayout, rows: [String], columns: [String], totalsNote: String? = nil
  ) {
    let text = layout.text
    var shown = (layout.definition.notes + layout.definition.forecastNotes).map {
      NoteDefinition(
        text: text.filled($0.text), row: $0.row.map(text.filled),
        column: $0.column.map(text.filled))
    }.filter { note in
      // A note about a row or column that this period does not show has nothing to explain.
      let rowIsShown = note.row.map(rows.contains) ?? true
      let columnIsShown = note.column.map(columns.contains) ?? true
      return rowIsShown && columnIsShown
    }
    if let totalsNote, !shown.contains(where: { $0.text == totalsNote }) {
      shown.append(NoteDefinition(text: totalsNote))
    }
    definitions = shown
    texts = definitions.map(\.text)
  }

  func ofRow(_ label: String) -> [Int] {
    indexes { $0.row == label && $0.column == nil }
  }

  func ofColumn(_ label: String) -> [Int] {
    indexes { $0.column == label && $0.row == nil }
  }

  func ofCell(_ row: String, _ column: String) -> [Int] {
    indexes { $0.row == row && $0.column == column }
  }

  private func indexes(where isAbout: (NoteDefinition) -> Bool) -> [Int] {
    definitions.indices.filter { isAbout(definitions[$0]) }
  }
}

extension FigureDefinition {
  /// The notes that say how expected numbers are made.
  fileprivate var forecastNotes: [NoteDefinition] {
    columns.parts.compactMap { part in
      guard case .forecast(let forecast) = part else { return nil }
      return NoteDefinition(text: "\(forecast.name): \(forecast.note)", column: forecast.label)
    }
  }
}
