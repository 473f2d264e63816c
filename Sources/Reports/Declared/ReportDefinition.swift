public import Findings
public import Indicators

/// A report as it is declared: its chapters, figures and sentences, and the words of its language.
///
/// Titles, labels and sentences may hold `{year}`, `{year-1}` (any number of years back), `{years}`
/// (the years of a figure's columns, as in `2015-2019`), `{period}` and `{period-1}` (the period, and
/// the same one a year back), `{before}` (the period before it), and the `{month}` and `{day}` with
/// which it ends.
public struct ReportDefinition: Sendable {
  /// The id, of the form `[a-z0-9-]+`, which names its folder and files.
  public let id: String

  /// The kinds of period that it can be made for.
  public let periods: [PeriodKind]

  /// Whether it is the report that is meant when none is named, for its kinds of period.
  public let isDefault: Bool

  /// The first year for which there are any figures; series do not begin before it.
  public let firstYear: Int

  /// The title.
  public let title: String

  /// A line below the title.
  public let subtitle: String

  /// Who publishes it.
  public let publisher: String

  /// Whom to ask.
  public let contact: String

  /// What a reader must know before using the numbers.
  public let disclaimer: String

  /// The language as a tag.
  public let language: String

  /// How numbers are written.
  public let numbers: NumberFormat

  /// The fixed words of the language.
  public let words: ReportWords

  /// How the language names periods.
  public let calendar: PeriodCalendar

  /// The figure, by id, that shows the report at a glance; nil when none does.
  public let keyFigure: String?

  /// The chapters.
  public let chapters: [ChapterDefinition]

  /// Where it is declared.
  public let location: SourceLocation

  /// The ways in which it can be written, the usual one first; empty when there is only one.
  public let profiles: [ReportProfile]

  /// The dimension whose members have a report of their own, beside the whole; nil when none has.
  public let areaDimension: String?

  /// Creates a definition.
  public init(
    id: String, periods: [PeriodKind], isDefault: Bool, firstYear: Int, title: String,
    subtitle: String, publisher: String, contact: String, disclaimer: String, language: String,
    numbers: NumberFormat, words: ReportWords, keyFigure: String?, chapters: [ChapterDefinition],
    location: SourceLocation, profiles: [ReportProfile] = [], areaDimension: String? = nil,
    calendar: PeriodCalendar = .years
  ) {
    self.id = id
    self.periods = periods
    self.isDefault = isDefault
    self.firstYear = firstYear
    self.title = title
    self.subtitle = subtitle
    self.publisher = publisher
    self.contact = contact
    self.disclaimer = disclaimer
    self.language = language
    self.numbers = numbers
    self.words = words
    self.keyFigure = keyFigure
    self.chapters = chapters
    self.location = location
    self.profiles = profiles
    self.areaDimension = areaDimension
    self.calendar = calendar
  }

  /// All figures, in the order of the report.
  public var figures: [FigureDefinition] { chapters.flatMap(\.allFigures) }
}

/// A chapter as it is declared.
public struct ChapterDefinition: Sendable {
  /// The id, of the form `[a-z0-9-]+`, unique in the report.
  public let id: String

  /// The title.
  public let title: String

  /// What stands in it, in order.
  public let items: [ChapterItemDefinition]

  /// Creates a chapter.
  public init(id: String, title: String, items: [ChapterItemDefinition]) {
    self.id = id
    self.title = title
    self.items = items
  }

  /// The figures of the chapter and of those within it.
  public var allFigures: [FigureDefinition] {
    items.flatMap { item -> [FigureDefinition] in
      switch item {
      case .figure(let figure): [figure]
      case .chapter(let chapter): chapter.allFigures
      case .text, .sentences: []
      }
    }
  }
}

/// One thing in a chapter, as it is declared.
public enum ChapterItemDefinition: Sendable {
  /// Fixed text without numbers.
  case text(String)

  /// Sentences that make a paragraph.
  case sentences([SentenceDefinition])

  /// A figure.
  case figure(FigureDefinition)

  /// A chapter within the chapter.
  case chapter(ChapterDefinition)
}
