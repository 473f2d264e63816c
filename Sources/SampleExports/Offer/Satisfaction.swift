/// The satisfaction surveys (JR 4.1.2 A.3).
///
/// How many were invited is kept by hand: 6100 persons of whom 21% answered, and 1017
/// organisations of which 41% did.
struct Satisfaction {
  private static let columns = [
    "antwoord_id", "respondent_id", "datum", "groep", "vraag", "score", "aanbevelen",
  ]

  /// The question that stands for all.
  private static let generalQuestion = "algemene tevredenheid"
  /// The question that is answered with ja or nee.
  private static let recommendation = "aanbevelen"
  private static let otherQuestions = ["onthaal", "begeleiding", "bereikbaarheid"]

  /// What one group answered: those without a score or a recommendation skipped the question.
  private struct Survey: Sendable {
    let group: String
    let respondents: Int
    let scored: Int
    let satisfied: Int
    let recommended: Int
    let recommending: Int
  }

  /// 2019: 89% and 93% satisfied, 94% and 89% recommend; 2018 is not printed.
  private static let surveys = Yearly(
    in2018: [
      Survey(
        group: "inburgeraars", respondents: 1160, scored: 1150, satisfied: 1012,
        recommended: 1152, recommending: 1071),
      Survey(
        group: "organisaties", respondents: 352, scored: 350, satisfied: 319, recommended: 350,
        recommending: 305),
    ],
    in2019: [
      Survey(
        group: "inburgeraars", respondents: 1281, scored: 1270, satisfied: 1134,
        recommended: 1275, recommending: 1202),
      Survey(
        group: "organisaties", respondents: 417, scored: 414, satisfied: 387, recommended: 415,
        recommending: 370),
    ])

  private struct Answer {
    let respondent: Int
    let day: CalendarDay
    let group: String
    let question: String
    let score: Int?
    let isRecommending: Bool?
  }

  let year: SampleYear

  /// Writes `tevredenheid`.
  func deliver(to deliveries: inout Deliveries) throws(OutputError) {
    var generator = SeededGenerator(subject: "tevredenheid", year: year)
    var answers: [Answer] = []
    for survey in Self.surveys[year] {
      answers += self.answers(to: survey, using: &generator)
    }
    var text = CSVText(dialect: .leeraanbod, header: Self.columns)
    for (index, answer) in inOrderOfDays(answers, day: { $0.day }).enumerated() {
      text.field(RecordKey(letters: "TE", year: year, sequence: index + 1))
      text.key("R", answer.respondent, digits: 8)
      text.field(answer.day)
      text.field(answer.group)
      text.field(answer.question)
      text.field(answer.score)
      text.field(answer.isRecommending.map { $0 ? "ja" : "nee" })
      text.endRecord()
    }
    try deliveries.add(
      text, dataset: "tevredenheid", year: year, file: "leeraanbod", dialect: .leeraanbod)
  }

  private func answers(to survey: Survey, using generator: inout SeededGenerator) -> [Answer] {
    let general = scores(survey, using: &generator)
    let recommending = generator.shuffled(
      Apportionment.expanded(
        [true, false, nil],
        counts: [
          survey.recommending, survey.recommended - survey.recommending,
          survey.respondents - survey.recommended,
        ]))
    let opening = CalendarDay(
      year: year.rawValue, month: survey.group == "inburgeraars" ? 5 : 10, day: 6)
    var answers: [Answer] = []
    for index in 0..<survey.respondents {
      let day = year.calendar.day(
        from: opening, through: opening.advanced(by: 35), using: &generator)
      let respondent = respondentNumber(index, survey)
      func add(_ question: String, _ score: Int?, _ isRecommending: Bool? = nil) {
        answers.append(
          Answer(
            respondent: respondent, day: day, group: survey.group, question: question,
            score: score, isRecommending: isRecommending))
      }
      add(Self.generalQuestion, general[index])
      for question in Self.otherQuestions {
        let near = (general[index] ?? 4) + generator.number(in: -1...1)
        add(question, generator.happens(perMille: 30) ? nil : min(max(near, 1), 5))
      }
      add(Self.recommendation, nil, recommending[index])
    }
    return answers
  }

  /// The scores on the general question: 4 and 5 are satisfied.
  private func scores(_ survey: Survey, using generator: inout SeededGenerator) -> [Int?] {
    let high = Apportionment.parts(of: survey.satisfied, weights: [57, 43])
    let low = Apportionment.parts(of: survey.scored - survey.satisfied, weights: [70, 20, 10])
    return generator.shuffled(
      Apportionment.expanded(
        [4, 5, 3, 2, 1, nil], counts: high + low + [survey.respondents - survey.scored]))
  }

  /// A pseudonym within the survey, in no visible order.
  private func respondentNumber(_ index: Int, _ survey: Survey) -> Int {
    let position = (year.rawValue - 2000) * 10_000 + survey.respondents * 2 + index
    return position * 39_916_801 % 100_000_000
  }
}
