/// The questions to the legal helpdesk, figures 46 to 49: one file per month.
struct HelpdeskQuestions {
  private static let columns = [
    "vraag_id", "datum", "kanaal", "regio_vraagsteller", "categorie_vraagsteller",
    "sector_vraagsteller", "themas", "verblijfssituatie", "nationaliteit", "onderwerp",
  ]

  private struct Question {
    let day: CalendarDay
    /// No channel: an empty record.
    var channel: String?
    var region: String?
    var category: String?
    var sector: String?
    var themes: String?
    var situation: String?
    var nationality: String?
    var subject: String?
  }

  private let year: SampleYear
  private var questions: [Question] = []

  /// Makes the questions of a year.
  init(year: SampleYear) {
    self.year = year
    var generator = SeededGenerator(subject: "helpdeskvragen", year: year)
    let count = PrintedQuestions.questions[year]
    let askers = HelpdeskAskers.askers(count, using: &generator)
    let themes = HelpdeskThemes.themes(count, using: &generator)
    let regions = Self.spread(PrintedQuestions.regions, over: count, using: &generator)
    let situations = Self.spread(PrintedQuestions.situations, over: count, using: &generator)
    let nationalities = Self.spread(
      PrintedQuestions.nationalities, over: count, using: &generator)
    for index in 0..<count {
      let question = Question(
        day: year.calendar.day(using: &generator),
        channel: generator.happens(perMille: 640) ? "telefoon" : "e-mail",
        region: regions[index], category: askers[index].category, sector: askers[index].sector,
        themes: themes[index], situation: situations[index],
        nationality: nationalities[index].map { Self.spelled($0, using: &generator) },
        subject: HelpdeskSubjects.subject(using: &generator))
      questions.append(question)
    }
    for _ in 0..<PrintedQuestions.emptyRecords[year] {
      questions.append(Question(day: year.calendar.day(using: &generator)))
    }
    generator.shuffle(&questions)
    questions = inOrderOfDays(questions) { $0.day }
  }

  private static func spelled(
    _ nationality: String, using generator: inout SeededGenerator
  ) -> String {
    generator.happens(perMille: 6)
      ? OpenListSpelling.variant(of: nationality, using: &generator) : nationality
  }

  private static func spread<Label>(
    _ printed: [(label: Label, count: Int)], over count: Int,
    using generator: inout SeededGenerator
  ) -> [Label] {
    let counts = Apportionment.parts(of: count, weights: printed.map(\.count))
    return generator.shuffled(
      Apportionment.expanded(printed.map(\.label), counts: counts))
  }

  /// Writes `helpdeskvragen`.
  func deliver(to deliveries: inout Deliveries) throws(OutputError) {
    var texts = (1...12).map { _ in CSVText(dialect: .helpdesk, header: Self.columns) }
    for (index, question) in questions.enumerated() {
      let month = question.day.month - 1
      texts[month].field(RecordKey(letters: "HV", year: year, sequence: index + 1))
      texts[month].field(question.day)
      texts[month].field(question.channel)
      texts[month].field(question.region)
      texts[month].field(question.category)
      texts[month].field(question.sector)
      texts[month].field(question.themes)
      texts[month].field(question.situation)
      texts[month].field(question.nationality)
      texts[month].field(question.subject)
      texts[month].endRecord()
    }
    for (index, text) in texts.enumerated() {
      try deliveries.add(
        text, dataset: "helpdeskvragen", year: year, file: year.fileName(ofMonth: index + 1),
        dialect: .helpdesk)
    }
  }
}
