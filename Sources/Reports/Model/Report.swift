public import Indicators

/// Everything that will be printed, and nothing about how.
public struct Report: Sendable {
  /// The id, which begins the names of its files.
  public let id: String

  /// The period.
  public let period: ReportingPeriod

  /// The title, for example `Review of 2019`.
  public let title: String

  /// A line below the title.
  public let subtitle: String

  /// Who publishes it; the only author in the properties of documents.
  public let publisher: String

  /// Whom to ask.
  public let contact: String

  /// What a reader must know before using the numbers.
  public let disclaimer: String

  /// The language as a tag, for example `nl-BE`.
  public let language: String

  /// How numbers are written.
  public let numbers: NumberFormat

  /// The fixed words of the report's language.
  public let words: ReportWords

  /// The chapters, in order.
  public let chapters: [Chapter]

  /// How complete the deliveries are, and what was left out.
  public internal(set) var quality: Quality

  /// Which small counts are left blank, and how many cells; nil where none are.
  public internal(set) var suppression: SuppressionSummary?

  /// The id of the figure with the key figures, which opens the workbook; nil when there is none.
  public let keyFigure: String?

  /// The published numbers that are computed differently now, in the order of the report.
  public internal(set) var restatements: [Restatement] = []
  /// How the language names periods.
  public var calendar = PeriodCalendar.years

  /// What moved most, in sentences, the largest change first.
  public var highlights: [String] = []

  /// Whether the deliveries of the period are whole; nil for a report of a year, whose deliveries are
  /// told one by one.
  public internal(set) var status: PeriodStatus?

  /// What changed since the report of the period before; nil for a report of a year.
  public var sinceLast: SinceLastRun?

  /// What sets it apart from the usual report of the period, in names of files: its profile, the
  /// member that it is about.
  public var variant: [String] = []

  /// The labels of the areas that rows and columns are about, in order; empty where the report
  /// declares none.
  public var areas: [String] = []

  /// What it was made from; nil when that is not known.
  public var origin: ReportOrigin?

  /// Creates a report.
  public init(
    id: String, period: ReportingPeriod, title: String, subtitle: String, publisher: String,
    contact: String, disclaimer: String, language: String, numbers: NumberFormat,
    words: ReportWords, chapters: [Chapter], quality: Quality,
    keyFigure: String? = nil
  ) {
    self.id = id
    self.period = period
    self.title = title
    self.subtitle = subtitle
    self.publisher = publisher
    self.contact = contact
    self.disclaimer = disclaimer
    self.language = language
    self.numbers = numbers
    self.words = words
    self.chapters = chapters
    self.quality = quality
    self.keyFigure = keyFigure
  }

  /// All figures, in the order of the report.
  public var figures: [Figure] { chapters.flatMap(\.allFigures) }

  /// The name of its files without extension, for example `review-2019`.
  public var fileStem: String { ([id, period.id] + variant).joined(separator: "-") }
}

/// A chapter: a goal of the agency, a section, or whatever the report is divided into.
public struct Chapter: Sendable {
  /// The id, unique in the report, of the form `[a-z0-9-]+`.
  public let id: String

  /// The title.
  public let title: String

  /// What stands in it, in order.
  public let items: [ChapterItem]

  /// Creates a chapter.
  public init(id: String, title: String, items: [ChapterItem]) {
    self.id = id
    self.title = title
    self.items = items
  }

  /// The figures of the chapter and of those within it.
  public var allFigures: [Figure] {
    items.flatMap { item -> [Figure] in
      switch item {
      case .figure(let figure): [figure]
      case .chapter(let chapter): chapter.allFigures
      case .paragraph: []
      }
    }
  }
}

/// One thing in a chapter.
public enum ChapterItem: Sendable {
  /// Sentences that belong together.
  case paragraph(String)

  /// A figure.
  case figure(Figure)

  /// A chapter within the chapter.
  case chapter(Chapter)
}

/// How complete the deliveries of the report are.
public struct Quality: Sendable {
  /// One line per dataset and year.
  public let deliveries: [DeliveryLine]

  /// Whether an expected delivery of the reported years is missing.
  public let isIncomplete: Bool

  /// What was left out, by dataset and rule.
  public let leftOut: [LeftOut]

  /// The number of findings by severity: notes, warnings, errors.
  public let findingCounts: (notes: Int, warnings: Int, errors: Int)

  /// Every part that was expected, dataset by dataset.
  public var parts: [DeliveryPart] = []

  /// Creates a summary.
  public init(
    deliveries: [DeliveryLine], isIncomplete: Bool, leftOut: [LeftOut],
    findingCounts: (notes: Int, warnings: Int, errors: Int)
  ) {
    self.deliveries = deliveries
    self.isIncomplete = isIncomplete
    self.leftOut = leftOut
    self.findingCounts = findingCounts
  }
}

/// The deliveries of one dataset for one year.
public struct DeliveryLine: Sendable, Hashable {
  /// The dataset's title.
  public let dataset: String
  /// The year.
  public let year: Int
  /// The files that were delivered.
  public let fileCount: Int
  /// The files that were expected.
  public let expectedCount: Int
  /// The expected parts that are missing, by label.
  public let missing: [String]
  /// The records read; nil where they are not told, to protect small counts.
  public let recordsRead: Int?
  /// The records counted; nil where they are not told.
  public let recordsCounted: Int?

  /// Creates a line.
  public init(
    dataset: String, year: Int, fileCount: Int, expectedCount: Int, missing: [String],
    recordsRead: Int?, recordsCounted: Int?
  ) {
    self.dataset = dataset
    self.year = year
    self.fileCount = fileCount
    self.expectedCount = expectedCount
    self.missing = missing
    self.recordsRead = recordsRead
    self.recordsCounted = recordsCounted
  }
}

/// How many records of a dataset a rule left out.
public struct LeftOut: Sendable, Hashable {
  /// The dataset's title.
  public let dataset: String
  /// The rule.
  public let rule: String
  /// The number of records; nil where it is not told.
  public let count: Int?

  /// Creates a line.
  public init(dataset: String, rule: String, count: Int?) {
    self.dataset = dataset
    self.rule = rule
    self.count = count
  }
}
