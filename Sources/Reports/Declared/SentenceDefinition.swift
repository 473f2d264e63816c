public import Findings

/// A sentence bound to cells, as it is declared.
///
/// The template holds words and placeholders in braces: `{year}` and its kind, and `{name}` or
/// `{name.form}` for the bound values. A literal digit outside braces is a definition error: every
/// number in a sentence comes from a cell.
public struct SentenceDefinition: Sendable, Hashable {
  /// The id, unique in the report.
  public let id: String

  /// The template.
  public let template: String

  /// The template that is used instead when a bound change is printed as zero; nil for the same.
  public let unchangedTemplate: String?

  /// The bound values by name.
  public let bindings: [String: SentenceBinding]

  /// Where it is declared.
  public let location: SourceLocation

  /// Creates a sentence.
  public init(
    id: String, template: String, unchangedTemplate: String? = nil,
    bindings: [String: SentenceBinding], location: SourceLocation
  ) {
    self.id = id
    self.template = template
    self.unchangedTemplate = unchangedTemplate
    self.bindings = bindings
    self.location = location
  }
}

/// A value of a sentence and how it comes from cells.
///
/// Forms in a template, by kind of value:
/// - a cell: `{x}` the number as printed; `{x.word:singular|plural}` the word that goes with it.
/// - a change: `{x}` the unsigned whole percent with its sign `%`; `{x.signed}` with a minus for a
///   fall; `{x.absolute}` the unsigned difference; `{x.verb}`, `{x.participle}`, `{x.noun}`,
///   `{x.comparative}` the words for its direction.
/// - a ranking: `{x}` the labels with their values, `North (18%) and South (14%)`;
///   `{x.labels}` the labels alone; `{x.value}` the value of the first;
///   `{x.word:singular|plural}` by how many labels there are.
public enum SentenceBinding: Sendable, Hashable {
  /// The value of a cell.
  case cell(CellReference)

  /// The change of a row against the year before.
  case change(CellReference)

  /// Rows of a figure by their value or change, the highest or lowest first.
  case ranking(Ranking)
}

/// Which rows of a figure stand out.
public struct Ranking: Sendable, Hashable {
  /// The figure's id.
  public let figure: String

  /// The column whose values are compared; nil for the change against the year before.
  public let column: String?

  /// Whether the lowest come first.
  public let isLowest: Bool

  /// How many rows are named; ties with the last of them are named too.
  public let count: Int

  /// Labels of rows that are not compared.
  public let excluded: [String]

  /// Creates a ranking.
  public init(
    figure: String, column: String?, isLowest: Bool = false, count: Int = 1,
    excluded: [String] = []
  ) {
    self.figure = figure
    self.column = column
    self.isLowest = isLowest
    self.count = count
    self.excluded = excluded
  }
}
