public import Findings
internal import Indicators

/// A sentence as a report prints it, with the cells that it is made of.
public struct PrintedSentence: Sendable {
  /// The id.
  public let id: String

  /// The text.
  public let text: String

  /// The cells, in the order of the names of its bindings.
  public let cells: [CellReference]

  /// Where it is declared.
  public let location: SourceLocation
}

extension ReportBuilder {
  /// The sentences that a report prints, in its order.
  public func sentences(in report: Report) -> [PrintedSentence] {
    let figures = Dictionary(report.figures.map { ($0.id, $0) }) { first, _ in first }
    var builder = SentenceBuilder(definition, period: period, figures: figures)
    return definition.chapters.flatMap(\.allSentences).compactMap { sentence in
      builder.sentence(sentence).map { text in
        PrintedSentence(
          id: sentence.id, text: text,
          cells: sentence.bindings.sorted { $0.key < $1.key }
            .flatMap { cells(of: $0.value, figures) },
          location: sentence.location)
      }
    }
  }

  private func cells(of binding: SentenceBinding, _ figures: [String: Figure]) -> [CellReference] {
    switch binding {
    case .cell(let reference): return [filled(reference)]
    case .change(let reference): return bothYears(of: reference)
    case .ranking(let ranking):
      let rows = (figures[ranking.figure]?.rows ?? []).filter {
        !$0.isTotal && !ranking.excluded.contains($0.label)
      }
      return rows.flatMap { row -> [CellReference] in
        let reference = CellReference(
          figure: ranking.figure, row: row.label, column: ranking.column)
        return ranking.column == nil ? bothYears(of: reference) : [filled(reference)]
      }
    }
  }

  private func bothYears(of reference: CellReference) -> [CellReference] {
    [period.inYear(period.year - 1), period].compactMap { $0 }.map { filled(reference, in: $0) }
  }

  private func filled(
    _ reference: CellReference, in year: ReportingPeriod? = nil
  ) -> CellReference {
    let text = PeriodText(period: year ?? period, calendar: definition.calendar)
    return CellReference(
      figure: reference.figure, row: text.filled(reference.row),
      column: text.filled(reference.column ?? period.columnTemplate))
  }
}

extension ChapterDefinition {
  /// The sentences of the chapter and of those within it.
  fileprivate var allSentences: [SentenceDefinition] {
    items.flatMap { item -> [SentenceDefinition] in
      switch item {
      case .sentences(let sentences): sentences
      case .chapter(let chapter): chapter.allSentences
      case .text, .figure: []
      }
    }
  }
}
