/// The fixed words of a report's language, given by its definition.
///
/// Some hold placeholders in braces, which the doc comment of the word names.
public struct ReportWords: Sendable, Hashable {
  private let texts: [ReportWord: String]

  /// Creates the words; words that are missing are given by `missing`.
  public init(_ texts: [ReportWord: String]) {
    self.texts = texts
  }

  /// The words that the definition did not give.
  public var missing: [ReportWord] {
    ReportWord.allCases.filter { texts[$0] == nil && !$0.isOptional }
  }

  /// Whether the definition gives a word: one that is optional may be left out.
  public func has(_ word: ReportWord) -> Bool {
    texts[word] != nil
  }

  /// The text of a word, with its placeholders replaced.
  public func callAsFunction(_ word: ReportWord, _ values: [String: String] = [:]) -> String {
    (texts[word] ?? word.rawValue).filled(values.map { (name: $0.key, value: $0.value) })
  }
}

/// A fixed word or sentence of a report.
public enum ReportWord: String, Sendable, Hashable, CaseIterable {
  /// The contents list, and its sheet.
  case contents
  /// The cover sheet.
  case cover
  /// The sheet and heading of notes.
  case notes
  /// The sheet and heading about the deliveries.
  case quality
  /// The link back to the contents.
  case backToContents = "back-to-contents"
  /// Column header: figure.
  case figure
  /// Column header: title.
  case title
  /// Column header: note.
  case note
  /// Column header: dataset.
  case dataset
  /// Column header: year.
  case year
  /// Column header: files delivered of those expected.
  case files
  /// Column header: missing deliveries.
  case missing
  /// Column header: records read.
  case recordsRead = "records-read"
  /// Column header: records counted.
  case recordsCounted = "records-counted"
  /// Heading: records left out.
  case leftOut = "left-out"
  /// Column header: reason (rule).
  case reason
  /// Column header: number.
  case number
  /// Before the source of a figure, for example `Bron`.
  case source
  /// Before the explanation, for example `Hoe geteld`.
  case howCounted = "how-counted"
  /// Before the unit, for example `Eenheid`.
  case unit
  /// Before the status, for example `Status`.
  case status
  /// A validated definition.
  case validated
  /// An indicative definition.
  case indicative
  /// Publisher.
  case publisher
  /// Contact.
  case contact
  /// Period.
  case period
  /// The label of the change column; placeholders `{year}` and `{earlier}`.
  case changeColumn = "change-column"
  /// The source of cells computed from exports; placeholder `{datasets}`.
  case fromExports = "from-exports"
  /// The source of cells kept by hand; placeholder `{datasets}`.
  case byHand = "by-hand"
  /// Which years come from the register; placeholder `{years}`.
  case fromRegister = "from-register"
  /// That all deliveries are there.
  case complete
  /// That deliveries are missing; placeholder `{count}`.
  case incomplete
  /// What the dash means, a sentence.
  case dashMeaning = "dash-meaning"
  /// What a zero means, a sentence.
  case zeroMeaning = "zero-meaning"
  /// That percentages are rounded, a sentence.
  case rounding
  /// One finding summary; placeholders `{errors}`, `{warnings}`, `{notes}`.
  case findings
  /// Between the last two of a list, for example ` en `.
  case and
  /// A verb for a rise, for example `steeg`.
  case riseVerb = "rise-verb"
  /// A verb for a fall.
  case fallVerb = "fall-verb"
  /// A verb for no change.
  case sameVerb = "same-verb"
  /// A participle for a rise, for example `gestegen`.
  case riseParticiple = "rise-participle"
  /// A participle for a fall.
  case fallParticiple = "fall-participle"
  /// A participle for no change.
  case sameParticiple = "same-participle"
  /// A noun for a rise, for example `stijging`.
  case riseNoun = "rise-noun"
  /// A noun for a fall.
  case fallNoun = "fall-noun"
  /// A noun for no change.
  case sameNoun = "same-noun"
  /// A word for a larger number, for example `meer`.
  case more
  /// A word for a smaller number, for example `minder`.
  case fewer
  /// The sentence that says why totals of unique persons are lower.
  case notAdditive = "not-additive"
  /// That exports are synthetic or another banner; may be empty text in the definition.
  case banner
  /// The link of a page to its text, for readers who go by keyboard.
  case skipToText = "skip-to-text"
  /// The button that shows the numbers of a chart.
  case showTable = "show-table"
  /// Column header: the direction of a change, in a word.
  case direction
  /// The sheet of a chart, after the name of its figure, for example `grafiek`.
  case chart
  /// That a sheet holds one table, a sentence.
  case oneTable = "one-table"
  /// That the notes of a table stand on another sheet, a sentence; placeholder `{sheet}`.
  case notesElsewhere = "notes-elsewhere"
  /// What the shorthand for missing numbers in publications means, `[x]`, `[z]`, `[c]` and `[w]`, a
  /// sentence.
  case shorthand
  /// How many occur under more than one row of a table; placeholders `{year}`, `{count}`.
  case inSeveral = "in-several"
  /// The note at a percentage that is withheld; placeholders `{part}`, `{whole}`.
  case belowBase = "below-base"
  /// The heading and sheet of the published numbers that are computed differently now.
  case restatements
  /// The note at such a number without a declared reason; placeholders `{published}`, `{report}`.
  case restated
  /// Column header: the cell of a figure.
  case cell
  /// Column header: the report that published a number.
  case publishedIn = "published-in"
  /// Column header: the number that was published.
  case published
  /// Column header: the number that is computed now.
  case now
  /// Column header: the difference between them.
  case difference
  /// The label of the field by which a reader of the page shows only some rows of its tables.
  case filterRows = "filter-rows"
  /// Heading: what moved most.
  case movedMost = "moved-most"
  /// One change, a sentence; placeholders `{label}`, `{verb}`, `{change}`, `{value}`, `{before}`,
  /// `{year}` and `{earlier}`.
  case moved
  /// Column header: the small picture of a series; placeholder `{years}`.
  case trend
  /// Before what is provisional, for example `Provisional`.
  case provisional
  /// Which figures have numbers that can still grow, a sentence; placeholder `{figures}`. Optional.
  case openWindows = "open-windows"
  /// Which figures are indicative, a sentence; placeholders `{count}`, `{total}` and `{figures}`.
  case indicativeFigures = "indicative-figures"
  /// That no figure is indicative, a sentence.
  case allValidated = "all-validated"
  /// The sheet and heading about every part of the deliveries, year by year.
  case deliveryMatrix = "delivery-matrix"
  /// Column header: the part of a dataset that comes in one file.
  case part
  /// A delivery without records.
  case emptyDelivery = "empty-delivery"
  /// A delivery that was not expected.
  case notExpected = "not-expected"
  /// The sheet and heading about what the report was made from.
  case origin
  /// Before the program and its version.
  case program
  /// Column header: file.
  case file
  /// Column header: bytes.
  case bytes
  /// What the cells of a figure are called in the names of a workbook, for example `cells`.
  case cells
  /// The title of a report about one member beside the whole; placeholders `{title}` and
  /// `{member}`.
  case focusTitle = "focus-title"
  /// A column about that member; placeholders `{member}` and `{column}`.
  case focusColumn = "focus-column"
  /// The row or column of the whole, beside that member, where a figure has no total.
  case whole
  /// What a withheld number means, a sentence. Optional.
  case withheldMeaning = "withheld-meaning"
  /// What a number that is left blank to protect persons means, a sentence. Needed where a profile
  /// leaves small counts blank.
  case suppressedMeaning = "suppressed-meaning"
  /// Beside a change that is withheld, for example `not comparable`. Optional.
  case notComparable = "not-comparable"
  /// What open bars of a chart mean, a sentence. Optional.
  case openBars = "open-bars"
  /// The exact value of a share; placeholders `{value}`, `{part}` and `{whole}`. Optional.
  case exactShare = "exact-share"
  /// The exact value of an average; placeholders `{value}`, `{part}` and `{whole}`. Optional.
  case exactAverage = "exact-average"
  /// The exact value of a change; placeholders `{value}`, `{before}` and `{now}`. Optional.
  case exactChange = "exact-change"
  /// The label of the choice by which a reader of the page sees exact values. Optional.
  case showExact = "show-exact"
  /// After the first names of a long list; placeholder `{count}`. Optional.
  case andMore = "and-more"
  /// The label of the list by which a reader of the page chooses an area. Optional.
  case chooseArea = "choose-area"
  /// The choice of all areas. Optional.
  case allAreas = "all-areas"
  /// That the deliveries of a month or quarter are whole, a sentence; placeholder `{period}`.
  case periodComplete = "period-complete"
  /// That they may not be, a sentence; placeholders `{period}` and `{datasets}`.
  case periodProvisional = "period-provisional"
  /// A dataset of which a part is missing; placeholder `{dataset}`.
  case partMissing = "part-missing"
  /// A dataset of which nothing shows that it holds the whole period; placeholder `{dataset}`.
  case partUnconfirmed = "part-unconfirmed"
  /// Heading: what changed since the period before; placeholder `{before}`.
  case sinceLast = "since-last"
  /// That there is no report of the period before, a sentence; placeholder `{before}`.
  case noEarlierRun = "no-earlier-run"
  /// One cell that moved, a sentence; placeholders `{figure}`, `{title}`, `{row}`, `{before}`,
  /// `{value}` and `{change}`.
  case movedSince = "moved-since"
  /// How many findings the report before did not have, a sentence; placeholders `{errors}`,
  /// `{warnings}` and `{notes}`.
  case newFindings = "new-findings"
  /// That there are no such findings, a sentence.
  case noNewFindings = "no-new-findings"
  /// How many cells about earlier periods changed, a sentence; placeholders `{count}` and
  /// `{periods}`.
  case restatedSince = "restated-since"
  /// That none changed, a sentence; placeholder `{report}`.
  case nothingRestated = "nothing-restated"
  /// Why such a cell changed; placeholder `{report}`.
  case lateRecords = "late-records"

  /// The words of which only a report of months or quarters has need.
  public static let ofPartsOfYears: Set<ReportWord> = [
    .periodComplete, .periodProvisional, .partMissing, .partUnconfirmed, .sinceLast, .noEarlierRun,
    .movedSince, .newFindings, .noNewFindings, .restatedSince, .nothingRestated, .lateRecords,
  ]
}

extension ReportWord {
  /// Whether a report can do without it.
  public var isOptional: Bool {
    switch self {
    case .openWindows, .withheldMeaning, .suppressedMeaning, .notComparable, .openBars, .exactShare,
      .exactAverage, .exactChange, .showExact, .andMore, .chooseArea, .allAreas:
      true
    default: false
    }
  }
}
