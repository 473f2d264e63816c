/// The notes of a figure and the places that refer to them.
struct FigureNotes {
  /// The sentences, in the order of the definition.
  let texts: [String]

  private let definitions: [NoteDefinition]

  init(_ layout: FigureLayout) {
    let text = layout.text
    definitions = layout.definition.notes.map {
      NoteDefinition(
        text: text.filled($0.text), row: $0.row.map(text.filled),
        column: $0.column.map(text.filled))
    }.filter { note in
      // A note about a row or column that this period does not show has nothing to explain.
      let rowIsShown = layout.rows.contains { note.row == nil || note.row == $0.label }
      let columnIsShown = layout.columns.contains {
        note.column == nil || note.column == $0.label
      }
      return rowIsShown && columnIsShown
    }
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
